import type { Answer, ProposalOperation, ProposalRequest } from '@draftsmith/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { createFakeProposals, type FakeProposals, problem } from '../../../../dev/fake-server.ts';
import { sampleVersion } from '../../../../dev/samples.ts';
import { NoAnswer, type Trouble } from '../api/problem.ts';
import type { ProposalApi } from '../api/proposal-api.ts';
import { createSession, type Session } from './session.ts';
import { isBusy } from './state.ts';

const gone = new AbortController();
afterEach(() => vi.restoreAllMocks());

interface Open {
  session: Session;
  /** Lets the session's pause end. @returns how long it wanted to wait */
  tick(): Promise<number | undefined>;
  calls: string[];
  /** For the next calls that begin like this. */
  faults: { on: string; trouble: Trouble; lost?: boolean }[];
  /** The next answer that this is about is on its way until it ends. */
  late: { on: string; until: Promise<void> }[];
}

/** A session on a fake server; time passes when `tick` says so. */
function open(fake: FakeProposals): Open {
  const calls: string[] = [];
  const faults: Open['faults'] = [];
  const late: Open['late'] = [];
  const pauses: { ms: number | undefined; end: () => void }[] = [];
  const ask = async <T>(method: string, target: string, body?: unknown): Promise<Answer<T>> => {
    calls.push(`${method} ${target}${body ? ` ${(body as ProposalRequest).requestId}` : ''}`);
    const at = faults.findIndex(({ on }) => `${method} ${target}`.startsWith(on));
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0];
    if (fault && !fault.lost) throw new NoAnswer(fault.trouble);
    const answer = fake.handle(method, `/deals/9001/${target}`, body) as Answer<T>;
    if (fault) throw new NoAnswer(fault.trouble);
    const slow = late.findIndex(({ on }) => `${method} ${target}`.startsWith(on));
    if (slow >= 0) await late.splice(slow, 1)[0]?.until;
    return answer;
  };
  const api: ProposalApi = {
    view: () => ask('GET', 'view'),
    start: (request) => ask<ProposalOperation>('POST', 'operations', request),
    operation: (id) => ask('GET', `operations/${id}`),
    version: (number) => ask('GET', `versions/${number}`),
    diff: (from, to) => ask('GET', `diff?from=${from}&to=${to}`),
  };
  let ids = 0;
  const session = createSession({
    api,
    newId: () => `request-${++ids}`,
    pause: (ms, signal) =>
      new Promise<void>((resolve) => {
        if (signal.aborted) return resolve();
        const pause = { ms, end: resolve };
        pauses.push(pause);
        signal.addEventListener('abort', () => {
          if (pauses.includes(pause)) pauses.splice(pauses.indexOf(pause), 1);
          resolve();
        });
      }),
  });
  void session.run(gone.signal);
  return {
    session,
    calls,
    faults,
    late,
    tick: async () => {
      await quiet();
      // An idle card's pause has no end.
      const pause = pauses.find(({ ms }) => ms !== undefined);
      if (!pause) return undefined;
      pauses.splice(pauses.indexOf(pause), 1);
      pause.end();
      await quiet();
      return pause.ms;
    },
  };
}

/** Everything that goes on by itself has gone on. */
async function quiet(): Promise<void> {
  for (let round = 0; round < 20; round++) await new Promise((resolve) => setImmediate(resolve));
}

const generate = { what: 'generate', choices: {} } as const;

test('from the click to the version: started once, looked at every two seconds, read once', async () => {
  const { session, tick, calls } = open(createFakeProposals());
  await quiet();
  await session.start(generate);
  const waits: (number | undefined)[] = [];
  while (session.state().done === null) waits.push(await tick());
  expect(new Set(waits)).toEqual(new Set([2_000]));
  await quiet();
  expect(session.state()).toMatchObject({ done: { version: 1 }, view: { running: null } });
  expect(session.state().versions[1]).toBeDefined();
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  expect(calls.filter((call) => call.startsWith('GET versions'))).toEqual(['GET versions/1']);
});

test('an idle card asks nothing', async () => {
  const { tick, calls } = open(createFakeProposals());
  expect(await tick()).toBeUndefined();
  expect(calls).toEqual(['GET view']);
});

test('what runs when the card is opened again is followed to its end', async () => {
  const fake = createFakeProposals();
  fake.handle('POST', '/deals/9001/operations', { requestId: 'earlier', ...generate });
  const { session, tick } = open(fake);
  await quiet();
  expect(isBusy(session.state())).toBe(true);
  for (let looks = 0; looks < 6; looks++) await tick();
  expect(session.state().view).toMatchObject({ running: null, versions: [{ number: 1 }] });
  expect(isBusy(session.state())).toBe(false);
});

test('a second click asks for nothing', async () => {
  const fake = createFakeProposals();
  const { session } = open(fake);
  await quiet();
  await Promise.all([session.start(generate), session.start(generate), session.start({ what: 'attach', version: 1 })]);
  await session.start(generate);
  expect(fake.accepted).toHaveLength(1);
});

test('a lost answer is asked for again with the same id, so it is done once', async () => {
  const fake = createFakeProposals();
  const { session, tick, faults, calls } = open(fake);
  await quiet();
  faults.push({ on: 'POST', trouble: 'unreachable', lost: true }, { on: 'POST', trouble: 'unreachable' });
  const started = session.start(generate);
  await quiet();
  // The loop's own pause has no end; those of the repeats have.
  for (let ticks = 0; ticks < 4 && calls.filter((call) => call.startsWith('POST')).length < 3; ticks++) await tick();
  await started;
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual(Array(3).fill('POST operations request-1'));
  expect(fake.accepted).toHaveLength(1);
  expect(session.state()).toMatchObject({ failed: null, mine: { id: 'request-1' } });
});

test.each<[Trouble, number]>([
  ['refused', 1],
  ['unknown', 1],
  ['not-set-up', 1],
  ['busy', 3],
  ['unreachable', 3],
])('%s is tried %i times', async (trouble, tries) => {
  const { session, tick, faults, calls } = open(createFakeProposals());
  await quiet();
  faults.push(...Array(5).fill({ on: 'POST', trouble }));
  const started = session.start(generate);
  for (let ticks = 0; ticks < 4; ticks++) await tick();
  await started;
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(tries);
  expect(session.state().failed).toMatchObject({ failure: { trouble } });
});

test('tried again: the same request where it may have arrived, a new one where it was declined', async () => {
  const fake = createFakeProposals();
  const { session, faults, calls } = open(fake);
  await quiet();
  faults.push({ on: 'POST', trouble: 'refused' });
  await session.start(generate);
  fake.refuse('generate', problem('source-down', true));
  await session.again();
  await session.again();
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual([
    'POST operations request-1',
    'POST operations request-1',
    'POST operations request-2',
  ]);
  expect(fake.accepted).toHaveLength(1);
});

test('an outage is asked about less and less, then not at all until somebody asks', async () => {
  const { session, tick, faults } = open(createFakeProposals());
  await quiet();
  faults.push(...Array(9).fill({ on: 'GET', trouble: 'unreachable' }));
  session.look();
  const waits: (number | undefined)[] = [];
  for (let looks = 0; looks < 9; looks++) waits.push(await tick());
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 60_000, 60_000, undefined]);
  expect(session.state()).toMatchObject({ lookFailure: { trouble: 'unreachable' }, view: { dealId: '9001' } });
  session.look();
  await quiet();
  expect(session.state().lookFailure).toBeNull();
});

test('what only a person can mend is not asked again by itself', async () => {
  const fake = {
    ...createFakeProposals(),
    handle: () => ({ ok: false, problem: problem('reconnect', false) }) as const,
  };
  const { session, tick, calls } = open(fake);
  expect(await tick()).toBeUndefined();
  expect(calls).toHaveLength(1);
  expect(session.state().lookFailure).toMatchObject({ problem: { code: 'reconnect' } });
});

test('a view that left before a click and arrives after it changes nothing', async () => {
  const { session, late, calls } = open(createFakeProposals({ versions: [sampleVersion(1)] }));
  await quiet();
  const arrives = Promise.withResolvers<void>();
  late.push({ on: 'GET view', until: arrives.promise });
  session.look();
  await quiet();
  await session.start(generate);
  arrives.resolve();
  await quiet();
  expect(isBusy(session.state())).toBe(true);
  expect(session.state().view?.running).toMatchObject({ state: 'running' });
  expect(calls.at(-1)).toBe('GET operations/request-1');
});

test('an operation that the server forgot ends the waiting', async () => {
  const fake = createFakeProposals();
  const { session, tick } = open(fake);
  await quiet();
  await session.start(generate);
  const forgetful = fake.handle;
  vi.spyOn(fake, 'handle').mockImplementation((method, target, body) => {
    if (target.includes('operations')) return { ok: false, problem: problem('not-found', false) };
    return forgetful(method, target, body);
  });
  fake.view = { ...fake.view, running: null };
  await tick();
  expect(isBusy(session.state())).toBe(false);
});

test('two versions are compared; what is asked for last is shown', async () => {
  const { session } = open(createFakeProposals({ versions: [sampleVersion(1), sampleVersion(2)] }));
  await quiet();
  await Promise.all([session.compare(1, 2), session.compare(2, 1)]);
  expect(session.state().comparison).toMatchObject({ from: 2, to: 1, diff: { from: 2, to: 1 } });
});

test('a version that could not be read is read when somebody asks again', async () => {
  const { session, faults } = open(createFakeProposals({ versions: [sampleVersion(1)] }));
  faults.push({ on: 'GET versions', trouble: 'unreachable' });
  await quiet();
  expect(session.state().versionFailure).toMatchObject({ number: 1 });
  session.look();
  await quiet();
  expect(session.state()).toMatchObject({ versionFailure: null, versions: { 1: { number: 1 } } });
});
