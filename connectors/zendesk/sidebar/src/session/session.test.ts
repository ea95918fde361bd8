import type { AssistView } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { createAssistApi } from '../assist/api.ts';
import { createFakeAssist, type FakeAssist } from '../dev/fake-assist.ts';
import { createFakeClient } from '../dev/fake-client.ts';
import { VIEW, VIEWS } from '../dev/samples.ts';
import { readInstallation } from '../zaf/installation.ts';
import { createSession, type Session } from './session.ts';
import type { SessionState } from './state.ts';

interface Played {
  session: Session;
  assist: FakeAssist;
  /** Lets the pause that is under way end. */
  tick(): Promise<void>;
  /** Ticks until it is so; bounded. */
  until(condition: (state: SessionState) => boolean): Promise<SessionState>;
  hide(hidden: boolean): void;
  calls(method: string): string[];
}

/** A session whose time passes by hand. */
async function play(view: AssistView): Promise<Played> {
  const assist = createFakeAssist(view);
  const client = createFakeClient(assist, { locale: 'en', scheme: 'light' });
  let end: () => void = () => undefined;
  let hidden = false;
  const changed = new Set<() => void>();
  let ids = 0;
  const session = createSession({
    api: createAssistApi(client, await readInstallation(client)),
    presence: {
      here: () => !hidden,
      onChange: (listener) => {
        changed.add(listener);
        return () => changed.delete(listener);
      },
    },
    newId: () => `request-${ids++}`,
    pause: (_ms, signal) =>
      new Promise((done) => {
        end = done;
        if (signal.aborted) done();
        signal.addEventListener('abort', () => done());
      }),
  });
  void session.run(new AbortController().signal);
  const settle = () => new Promise<void>((done) => setImmediate(done));
  const tick = async () => {
    await settle();
    end();
    await settle();
  };
  await settle();
  return {
    session,
    assist,
    tick,
    until: async (condition) => {
      for (let ticks = 0; ticks < 40; ticks++) {
        if (condition(session.state())) return session.state();
        await tick();
      }
      throw new Error('It did not come to that');
    },
    hide: (value) => {
      hidden = value;
      for (const listener of changed) listener();
    },
    calls: (method) => assist.calls.filter((call) => call.method === method).map(({ path }) => path),
  };
}

test('a draft that is ready is there after one look', async () => {
  const { session, assist } = await play(VIEW);
  expect(session.state().view).toEqual(VIEW);
  expect(assist.calls.map(({ path }) => path)).toEqual(['/assist/zendesk/acme/tickets/1001/view']);
});

test('a wish goes through its steps and ends in a new version', async () => {
  const { session, until } = await play(VIEW);
  const steps = new Set<string>();
  session.subscribe(() => steps.add(session.state().view?.running?.step ?? ''));
  const wished = session.wish({ kind: 'regenerate', steer: 'the refund was sent' });
  const state = await until(({ view }) => view?.draft?.version === 2);
  await wished;
  expect(state.view?.draft?.text).toContain('the refund was sent');
  expect([...steps]).toEqual(expect.arrayContaining(['queued', 'reading', 'searching', 'writing', 'checking']));
});

test('a request names the version that was on screen', async () => {
  const { session, assist } = await play(VIEWS.versions!);
  const older = VIEWS.versions?.earlier[0];
  session.choose(older!);
  await session.wish({ kind: 'warmer' });
  expect(assist.calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
    requestId: 'request-0',
    revise: { kind: 'warmer' },
    base: { id: 'draft-1', version: 1 },
  });
});

test("the customer's message can be meant instead of the draft, also when it is tried again", async () => {
  const { session, assist, until } = await play(VIEW);
  const { compose } = assist;
  assist.compose = () => ({ failure: { message: 'Not now.', retryable: true } });
  await session.wish({ kind: 'translate', into: 'ru' }, null);
  const { failed } = await until((state) => state.failed !== null);
  assist.compose = compose;
  await session.wish(failed!.wish!.revise, failed!.wish!.base);
  await until(({ aside }) => aside?.what === 'translate');
  for (const { body } of assist.calls.filter(({ method }) => method === 'POST'))
    expect(body).not.toHaveProperty('base');
});

test('an answer that got lost is asked for again with the same id, and the work is done once', async () => {
  const { session, assist, tick, until } = await play(VIEW);
  const handle = assist.handle;
  let lost = 1;
  assist.handle = (method, path, body) => {
    const answer = handle(method, path, body);
    return method === 'POST' && lost-- > 0 ? { status: 0 } : answer;
  };
  const wished = session.wish({ kind: 'shorter' });
  await tick();
  await wished;
  await until(({ view }) => view?.draft?.version === 2);
  const ids = assist.calls.flatMap(({ body }) => (body as { requestId?: string } | undefined)?.requestId ?? []);
  expect(ids).toEqual(['request-0', 'request-0']);
  expect(session.state().view?.draft?.version).toBe(2);
});

test('a second press while one is under way asks for nothing', async () => {
  const { session, calls } = await play(VIEW);
  await Promise.all([session.wish({ kind: 'shorter' }), session.wish({ kind: 'shorter' })]);
  expect(calls('POST')).toHaveLength(1);
});

test('nobody looks, so the server is left alone; the first look back asks at once', async () => {
  const { tick, hide, calls } = await play(VIEWS.waiting!);
  hide(true);
  const before = calls('GET').length;
  for (let ticks = 0; ticks < 5; ticks++) await tick();
  expect(calls('GET')).toHaveLength(before);
  hide(false);
  await tick();
  expect(calls('GET').length).toBeGreaterThan(before);
});

test('an outage is told, keeps the draft and ends by itself', async () => {
  const { session, assist, until } = await play(VIEW);
  assist.failing = 503;
  session.look();
  const state = await until(({ trouble }) => trouble !== null);
  expect(state.trouble).toBe('unreachable');
  expect(state.view?.draft).toEqual(VIEW.draft);
  assist.failing = null;
  await until(({ trouble }) => trouble === null);
});

describe.each([
  [401, 'key-refused'],
  [403, 'not-allowed'],
  [404, 'unknown'],
  [429, 'busy'],
  [500, 'unreachable'],
  [0, 'unreachable'],
])('status %i', (status, trouble) => {
  test(`is ${trouble}`, async () => {
    const { assist, session, until } = await play(VIEW);
    assist.failing = status;
    session.look();
    expect((await until((state) => state.trouble !== null)).trouble).toBe(trouble);
  });
});

test('a wish that is declined says so and leaves the draft', async () => {
  const { session, assist } = await play(VIEW);
  const handle = assist.handle;
  assist.handle = (method, path, body) =>
    method === 'POST'
      ? { status: 409, body: { message: 'Oleg is at it.', code: 'conflict' } }
      : handle(method, path, body);
  await session.wish({ kind: 'warmer' });
  expect(session.state().failed).toEqual({
    wish: { revise: { kind: 'warmer' }, base: VIEW.draft },
    message: 'Oleg is at it.',
    retryable: false,
  });
  expect(session.state().view?.draft).toEqual(VIEW.draft);
});

test('an operation that the server forgot ends the waiting', async () => {
  const { assist, until } = await play(VIEWS.waiting!);
  assist.view = VIEW;
  expect((await until(({ view }) => view?.state === 'ready')).view?.draft).toEqual(VIEW.draft);
});

test('a rating that did not arrive is taken back', async () => {
  const { session, assist } = await play(VIEW);
  await session.rate(VIEW.draft!, { good: true, reasons: [] });
  expect(assist.view.draft?.rating?.good).toBe(true);
  assist.failing = 503;
  await expect(session.rate(VIEW.draft!, { good: false, reasons: ['other'] })).rejects.toThrow();
  expect(session.state().view?.draft?.rating?.good).toBe(true);
});
