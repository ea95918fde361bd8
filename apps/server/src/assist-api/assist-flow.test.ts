import { randomUUID } from 'node:crypto';
import { testBackends } from '@draftsmith/database/testing';
import type { ZendeskSeed } from '@draftsmith/simulators/zendesk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startAppServer } from './testing.ts';

const [ADA, BEN] = [11, 12];
const [CUSTOMER, SUSPENDED] = [21, 13];
const [REFUND, WISH, MANNERS, UNKNOWN, THANKS, TWO, SOURCE, LONG] = [1, 2, 3, 4, 5, 6, 7, 8];

function seed(): ZendeskSeed {
  const ticket = (id: number, body: string, subject = 'Refund') => ({
    ...{ id, subject, requesterId: CUSTOMER, status: 'open' as const, channel: 'web' as const },
    comments: [{ authorId: CUSTOMER, public: true, body, createdAt: '2026-11-20T10:00:00Z' }],
  });
  const question = 'Hello, how long does a refund take after I return the goods? Marigold Featherstone';
  return {
    account: { id: 1, subdomain: 'acme', name: 'Acme', locale: 'en-US' },
    brand: { id: 900, name: 'Acme' },
    organizations: [],
    users: [
      { id: ADA, name: 'Ada Admin', email: 'ada@acme.example', role: 'admin', locale: 'en-US' },
      { id: BEN, name: 'Ben Agent', email: 'ben@acme.example', role: 'agent', locale: 'en-US' },
      { id: SUSPENDED, name: 'Gone', email: 'gone@acme.example', role: 'agent', locale: 'en-US', suspended: true },
      { id: CUSTOMER, name: 'Marigold Featherstone', email: 'mf@example.org', role: 'end-user', locale: 'en-US' },
    ],
    articles: [
      {
        ...{ id: 401, locale: 'en-us', title: 'How long does a refund take?', updatedAt: '2026-11-01T08:00:00Z' },
        body: '<p>A refund takes 5 working days after we receive the returned goods.</p>',
      },
    ],
    macros: [],
    tickets: [
      ...[REFUND, WISH, MANNERS, TWO, SOURCE].map((id) => ticket(id, question)),
      ticket(UNKNOWN, 'Do you sell gift vouchers for weddings?', 'Vouchers'),
      ticket(THANKS, 'Thanks a lot, that solved it!'),
      {
        ...ticket(LONG, question),
        comments: [
          { authorId: CUSTOMER, public: true, body: 'My parcel 4711 is lost.', createdAt: '2026-11-18T10:00:00Z' },
          { authorId: BEN, public: false, body: 'Smells like fraud.', createdAt: '2026-11-18T11:00:00Z' },
          { authorId: BEN, public: true, body: 'We ask the carrier.', createdAt: '2026-11-19T10:00:00Z' },
          { authorId: CUSTOMER, public: true, body: question, createdAt: '2026-11-20T10:00:00Z' },
        ],
      },
    ],
  };
}

const DRAFT =
  'Hello [PERSON_1],\n\nA refund takes 5 working days after we receive the returned goods [1].\n\nKind regards';

/** Says by the prompt what it was asked for. */
const reply: Parameters<typeof startAppServer>[0]['reply'] = ({ system, messages }) => {
  const asked = messages.at(-1)?.text ?? '';
  if (asked.includes('the refund was sent'))
    return 'Hello [PERSON_1],\n\nThe refund was sent on 3 March.\n\nKind regards';
  if (system.includes('clearly shorter'))
    return 'Hello [PERSON_1],\n\nRefunds take 5 working days after we receive the returned goods.\n\nKind regards';
  if (system.includes('warmer')) return 'Dear [PERSON_1],\n\nYour refund takes 9 working days.\n\nKind regards';
  if (system.includes('translate')) return 'Здравствуйте! Возврат занимает 5 рабочих дней.';
  if (system.includes('sum up')) return '- The parcel 4711 is lost\n- The carrier was asked';
  return asked.includes('The reply so far') ? DRAFT.replace('A refund takes', 'It takes') : DRAFT;
};

describe.each(testBackends)('an agent opens a ticket (%s)', (backend) => {
  let world: AppServer;
  beforeAll(async () => {
    world = await startAppServer({ backend, seed: seed(), routes: 'openai/gpt-5-mini', reply });
  });
  afterAll(() => world.close());

  test('nobody asked yet; a draft on demand is started, watched, and the same for everybody; no note is left', async () => {
    const app = world.app(BEN, REFUND);
    expect(await app.view()).toMatchObject({
      ...{ ticketId: '1', state: 'none', draft: null, running: null, revision: null },
      agent: { id: String(BEN), name: 'Ben Agent' },
    });
    const requestId = randomUUID();
    const started = await app.start({ kind: 'draft' }, { requestId });
    expect([started.status, started.body]).toMatchObject([202, { what: 'draft', byName: 'Ben Agent' }]);
    const again = await app.start({ kind: 'draft' }, { requestId });
    expect([again.status, again.body.id]).toEqual([200, started.body.id]);
    expect(await app.ended(started.body.id)).toMatchObject({ state: 'done', step: 'done' });
    const view = await app.view();
    expect(view).toMatchObject({
      state: 'ready',
      draft: { version: 1, made: null, language: 'en', provider: 'openai', modelWritten: true, rating: null },
      earlier: [],
    });
    expect(view.draft?.text).toContain('Marigold Featherstone,\n\nA refund takes 5 working days');
    expect(view.draft?.check).toMatchObject({ supported: 1, claims: 1 });
    expect(view.draft?.citations).toMatchObject([{ title: 'How long does a refund take?' }]);
    expect((await world.app(ADA, REFUND).view()).draft).toEqual(view.draft);
    expect(world.zendesk.state.notes(REFUND)).toEqual([]);
    const sent = JSON.stringify(world.models.requests.map(({ body }) => body));
    for (const word of ['Marigold', 'Featherstone', 'Ben Agent']) expect(sent).not.toContain(word);
  });

  test('a wish is followed, another wording is another version, and the step back is there', async () => {
    const app = world.app(BEN, WISH);
    await app.done({ kind: 'draft' });
    const first = (await app.view()).draft;
    const base = { id: first?.id ?? '', version: 1 };
    expect(await app.done({ kind: 'regenerate' }, { base })).toMatchObject({ state: 'done' });
    expect((await app.view()).draft).toMatchObject({ version: 2, made: { how: 'regenerate', byName: 'Ben Agent' } });
    const steer = 'tell Marigold Featherstone the refund was sent on 3 March';
    expect(await app.done({ kind: 'regenerate', steer }, { base })).toMatchObject({ state: 'done' });
    const { draft, earlier } = await app.view();
    expect(draft).toMatchObject({ version: 3, check: { supported: 1, claims: 1 } });
    expect(draft?.text).toContain('The refund was sent on 3 March');
    expect(draft?.check?.sentences.find(({ verdict }) => verdict === 'supported')?.evidence).toMatchObject({
      visibility: 'conversation',
    });
    expect(earlier.map(({ version }) => version)).toEqual([2, 1]);
    expect(earlier.at(-1)).toEqual(first);
    expect(JSON.stringify(world.models.requests.map(({ body }) => body))).not.toContain('Marigold');
  });

  test('shorter keeps the facts; what changes them is thrown away', async () => {
    const app = world.app(BEN, MANNERS);
    await app.done({ kind: 'draft' });
    expect(await app.done({ kind: 'shorter' })).toMatchObject({ state: 'done' });
    const { draft } = await app.view();
    expect(draft).toMatchObject({ version: 2, check: { supported: 1, claims: 1 }, made: { how: 'shorter' } });
    expect(draft?.text).toContain('Refunds take 5 working days');
    expect(draft?.citations).toMatchObject([{ title: 'How long does a refund take?' }]);
    expect(await app.done({ kind: 'warmer' })).toMatchObject({
      state: 'failed',
      failure: { code: 'facts-changed', retryable: true },
    });
    expect((await app.view()).draft?.version).toBe(2);
    const base = { id: draft?.id ?? '', version: 2 };
    expect(await app.done({ kind: 'translate', into: 'ru' }, { base })).toMatchObject({
      ...{ state: 'done', text: 'Здравствуйте! Возврат занимает 5 рабочих дней.', language: 'ru' },
    });
    expect((await app.view()).draft?.version).toBe(2);
  });

  test('a thread is summed up without what colleagues noted', async () => {
    const summary = await world.app(BEN, LONG).done({ kind: 'summarise', into: 'en' });
    expect(summary).toMatchObject({ state: 'done', text: '- The parcel 4711 is lost\n- The carrier was asked' });
    expect(JSON.stringify(world.models.requests.map(({ body }) => body))).not.toContain('fraud');
  });

  test('where no source supports an answer, what is missing is said', async () => {
    const app = world.app(BEN, UNKNOWN);
    expect(await app.done({ kind: 'draft' })).toMatchObject({ state: 'done' });
    expect(await app.view()).toMatchObject({
      state: 'skipped',
      skipped: { reason: 'no-source' },
      missing: { questions: ['Do you sell gift vouchers for weddings?'], similar: [] },
    });
  });

  test('thanks need no answer', async () => {
    const app = world.app(BEN, THANKS);
    await app.done({ kind: 'draft' });
    expect(await app.view()).toMatchObject({ state: 'skipped', skipped: { reason: 'thanks-only' } });
  });

  test('two agents at once: one starts, the other is told who; both get one draft', async () => {
    const [ada, ben] = [world.app(ADA, TWO), world.app(BEN, TWO)];
    const [one, two] = await Promise.all([ada.start({ kind: 'draft' }), ben.start({ kind: 'regenerate' })]);
    expect(one.body.id).toBe(two.body.id);
    await ada.ended(one.body.id);
    const views = [await ada.view(), await ben.view()];
    expect(views[0]?.draft).toEqual(views[1]?.draft);
    expect(views[0]?.earlier).toEqual([]);
  });

  test('what an agent thinks of a version is theirs; the last word counts', async () => {
    const app = world.app(BEN, REFUND);
    const { draft } = await app.view();
    const path = `ratings/${draft?.id}/1`;
    expect((await app.send('PUT', path, { good: true, reasons: [] })).status).toBe(204);
    const rating = { good: false, reasons: ['wrong-tone'], comment: 'Too stiff' };
    expect((await app.send('PUT', path, rating)).status).toBe(204);
    expect((await app.view()).draft?.rating).toEqual(rating);
    expect((await world.app(ADA, REFUND).view()).draft?.rating).toBeNull();
    expect((await app.send('PUT', `ratings/${draft?.id}/9`, rating)).status).toBe(404);
    expect((await world.app(BEN, WISH).send('PUT', path, rating)).status).toBe(404);
    expect((await app.send('PUT', path, { good: false, reasons: ['ugly'] })).status).toBe(400);
  });

  test('right before it is inserted the ticket is looked at again', async () => {
    const app = world.app(BEN, SOURCE);
    await app.done({ kind: 'draft' });
    const { draft, revision } = await app.view();
    const insertion = { draft: { id: draft?.id, version: 1 }, revision };
    const insert = async () => (await app.send('POST', 'insertions', insertion)).body;
    expect(await insert()).toEqual({ verdict: 'ok' });
    expect((await app.send('POST', 'insertions', { ...insertion, revision: 'x' })).body.verdict).toBe('newer-message');
    world.zendesk.addCustomerComment(SOURCE, 'And how long does it take after a return by post?');
    expect(await insert()).toEqual({ verdict: 'newer-message' });
    expect(await app.done({ kind: 'shorter' })).toMatchObject({ failure: { code: 'newer-message' } });
    expect(await app.done({ kind: 'regenerate' })).toMatchObject({ state: 'done' });
    const renewed = await app.view();
    expect(renewed.revision).not.toBe(revision);
    expect(renewed).toMatchObject({ state: 'ready', draft: { version: 1 }, earlier: [] });
    world.zendesk.addAgentComment(SOURCE, 'It takes a week.');
    const last = { draft: { id: renewed.draft?.id, version: 1 }, revision: renewed.revision };
    expect((await app.send('POST', 'insertions', last)).body).toEqual({ verdict: 'replied' });
  });

  test('who is no agent there gets nothing, in plain words', async () => {
    for (const nobody of [CUSTOMER, SUSPENDED, 999]) {
      const answer = await world.app(nobody, REFUND).send('GET', 'view');
      expect([answer.status, answer.body]).toEqual([
        403,
        { code: 'assist.no-agent', message: 'Drafts are for agents of this account only' },
      ]);
    }
  });

  test('nonsense is told apart from what is not there', async () => {
    const app = world.app(BEN, REFUND);
    expect((await app.start({ kind: 'regenerate', steer: 'x'.repeat(501) })).status).toBe(400);
    expect((await app.send('POST', 'operations', { revise: { kind: 'draft' } })).body.code).toBe('assist.invalid');
    expect((await app.send('GET', `operations/${randomUUID()}`)).status).toBe(404);
    expect((await app.send('GET', 'operations/1')).status).toBe(404);
    expect((await app.send('GET', 'nothing')).status).toBe(404);
    const other = await app.start({ kind: 'translate', into: 'de' });
    expect((await world.app(BEN, WISH).send('GET', `operations/${other.body.id}`)).status).toBe(404);
    await app.ended(other.body.id);
  });
});

describe('without a model', () => {
  let world: AppServer;
  beforeAll(async () => {
    world = await startAppServer({ backend: testBackends.at(-1) ?? 'pglite', seed: seed() });
  });
  afterAll(() => world.close());

  test('drafts, a shorter one and a summary are made; the rest says what is missing', async () => {
    const app = world.app(BEN, REFUND);
    await app.done({ kind: 'draft' });
    const first = (await app.view()).draft;
    expect(first).toMatchObject({ version: 1, provider: 'offline', modelWritten: false });
    expect(await app.done({ kind: 'shorter' })).toMatchObject({ state: 'done' });
    const { draft } = await app.view();
    expect(draft?.text.length).toBeLessThan(first?.text.length ?? 0);
    expect(draft?.text).toContain('5 working days');
    const noModel = { state: 'failed', failure: { code: 'no-model', retryable: false } };
    expect(await app.done({ kind: 'warmer' })).toMatchObject(noModel);
    expect(await app.done({ kind: 'regenerate', steer: 'the refund was sent' })).toMatchObject(noModel);
    expect(await app.done({ kind: 'regenerate' })).toMatchObject(noModel);
    expect(await app.done({ kind: 'translate', into: 'de' })).toMatchObject(noModel);
    const summary = await world.app(BEN, LONG).done({ kind: 'summarise', into: 'en' });
    expect(summary).toMatchObject({ state: 'done', language: 'en' });
    expect(summary.text).toContain('Nov 18, Customer: My parcel 4711 is lost.');
    expect(summary.text).toContain('Support: We ask the carrier.');
    expect(summary.text).not.toContain('fraud');
    expect(world.models.requests).toEqual([]);
  });
});
