import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliver, eventBody, triggerBody } from './delivery.ts';
import type { Passing } from './gate.ts';
import { ANY_BACKEND, type Harness, startHarness } from './harness.ts';
import { AGENT, CUSTOMERS, question, seedOf } from './seed.ts';

const CLOSED = 101;
const DELETED = 102;
const MERGED = 103;
const MERGE_TARGET = 104;
const SPAM = 105;
const AGENT_LAST = 106;
const THANKS = 107;
const CLOSED_MEANWHILE = 108;
const DELETED_MEANWHILE = 109;
const WRITES_AGAIN = 110;
const AGENT_ANSWERS = 111;
const NO_LOOP = 112;
const TAGGED_MEANWHILE = 113;
const FAILS_THEN_WRITES_AGAIN = 114;
const SUSPENDED = 115;

const earlier = (authorId: number, body: string) => ({
  authorId,
  public: true,
  body,
  createdAt: '2026-11-19T10:00:00Z',
});

function seed() {
  const asked = earlier(CUSTOMERS.en.id, 'How long does a refund take?');
  const answered = [asked, earlier(AGENT, 'It takes 5 working days.')];
  const plain = [MERGED, AGENT_LAST, CLOSED_MEANWHILE, DELETED_MEANWHILE, WRITES_AGAIN, AGENT_ANSWERS, NO_LOOP];
  const company = seedOf([
    question(CLOSED, { status: 'closed', comments: [asked] }),
    question(DELETED, { status: 'deleted', comments: [asked] }),
    question(MERGE_TARGET, { comments: [earlier(CUSTOMERS.en.id, 'Where is my parcel?')] }),
    question(SPAM, { tags: ['spam'] }),
    question(THANKS, { comments: answered, body: 'Great, thank you very much!' }),
    ...[...plain, TAGGED_MEANWHILE, FAILS_THEN_WRITES_AGAIN].map((id) => question(id)),
    question(SUSPENDED, { requesterId: 31 }),
  ]);
  company.users.push({ ...CUSTOMERS.en, id: 31, name: 'Nuisance', role: 'end-user', suspended: true });
  return company;
}

/** Zendesk's stamps have whole seconds: what happens "later" has to be at least one later. */
let shift = 0;
let models: ModelServer;
let harness: Harness;

beforeAll(async () => {
  models = await startModels({
    reply: ({ messages }) =>
      JSON.stringify(messages).includes('to my card')
        ? 'To your card: 5 days [1].'
        : 'A refund takes 5 working days [1].',
  });
  harness = await startHarness({
    backend: ANY_BACKEND,
    seed: seed(),
    models,
    routes: 'openai/gpt-simulated',
    zendesk: { clock: () => new Date(Date.now() + shift) },
  });
});

afterAll(async () => {
  await harness.close();
  await models.close();
});

beforeEach(later);

function later(): void {
  shift += 2_000;
}

const reading = (ticket: number) => (passing: Passing) =>
  passing.method === 'GET' && passing.url.startsWith(`/api/v2/tickets/${ticket}.json`);
const writing = (ticket: number) => (passing: Passing) =>
  passing.method === 'PUT' && passing.url.startsWith(`/api/v2/tickets/${ticket}.json`);

function notes(ticket: number): string[] {
  return harness.zendesk.state.notes(ticket).map(({ html_body }) => html_body ?? '');
}

/** Lets the ticket's message arrive, holds the server at one of its requests, and lets something happen meanwhile. */
async function meanwhile(ticket: number, at: (passing: Passing) => boolean, happen: () => void): Promise<void> {
  const held = harness.gate.hold('before', at);
  harness.zendesk.arrive(ticket);
  await held.arrived;
  later();
  happen();
  held.release();
}

test.each([
  ['closed', CLOSED, 'closed'],
  ['deleted', DELETED, 'deleted'],
  ['tagged as spam', SPAM, 'spam'],
  ['thanks only', THANKS, 'thanks-only'],
] as const)('a ticket that is %s gets no note, and the reason is told', async (_name, ticket, reason) => {
  harness.zendesk.arrive(ticket);
  expect(await harness.outcomes.of(ticket)).toMatchObject({
    state: 'skipped',
    outcome: { kind: 'skipped', reason },
  });
  expect(notes(ticket)).toEqual([]);
});

test('a suspended customer gets no draft', async () => {
  harness.zendesk.arrive(SUSPENDED);
  expect(await harness.outcomes.of(SUSPENDED)).toMatchObject({ outcome: { kind: 'skipped', reason: 'spam' } });
});

test('merged between the message and the reading', async () => {
  await meanwhile(MERGED, reading(MERGED), () => harness.zendesk.merge(MERGE_TARGET, [MERGED]));
  expect(await harness.outcomes.of(MERGED)).toMatchObject({ outcome: { kind: 'skipped', reason: 'merged' } });
  expect(notes(MERGED).filter((text) => text.includes('5 working days'))).toEqual([]);
});

test('an agent answered before the reading', async () => {
  await meanwhile(AGENT_LAST, reading(AGENT_LAST), () => {
    harness.zendesk.addAgentComment(AGENT_LAST, 'It takes 5 working days.');
  });
  expect(await harness.outcomes.of(AGENT_LAST)).toMatchObject({
    outcome: { kind: 'skipped', reason: 'agent-wrote-last' },
  });
  expect(notes(AGENT_LAST)).toEqual([]);
});

test('closed between reading and writing', async () => {
  await meanwhile(CLOSED_MEANWHILE, writing(CLOSED_MEANWHILE), () => {
    harness.zendesk.setStatus(CLOSED_MEANWHILE, 'closed');
  });
  expect(await harness.outcomes.of(CLOSED_MEANWHILE)).toMatchObject({
    state: 'skipped',
    outcome: { kind: 'skipped', reason: 'closed' },
  });
  expect(notes(CLOSED_MEANWHILE)).toEqual([]);
});

test('deleted between reading and writing', async () => {
  await meanwhile(DELETED_MEANWHILE, writing(DELETED_MEANWHILE), () => {
    harness.zendesk.softDelete(DELETED_MEANWHILE);
  });
  expect(await harness.outcomes.of(DELETED_MEANWHILE)).toMatchObject({
    outcome: { kind: 'skipped', reason: 'deleted' },
  });
});

test('an agent answers while the draft is being written', async () => {
  await meanwhile(AGENT_ANSWERS, writing(AGENT_ANSWERS), () => {
    harness.zendesk.addAgentComment(AGENT_ANSWERS, 'It takes 5 working days.');
  });
  expect(await harness.outcomes.of(AGENT_ANSWERS)).toMatchObject({ outcome: { kind: 'skipped', reason: 'stale' } });
  expect(notes(AGENT_ANSWERS)).toEqual([]);
});

test('a change that is no message, such as a tag, does not stop the note', async () => {
  await meanwhile(TAGGED_MEANWHILE, writing(TAGGED_MEANWHILE), () => {
    harness.zendesk.setStatus(TAGGED_MEANWHILE, 'open');
  });
  expect(await harness.outcomes.of(TAGGED_MEANWHILE)).toMatchObject({ state: 'drafted' });
  expect(notes(TAGGED_MEANWHILE)).toHaveLength(1);
});

test('the customer writes again while the draft is being written: one note, for the newest message', async () => {
  await meanwhile(WRITES_AGAIN, writing(WRITES_AGAIN), () => {
    harness.zendesk.addCustomerComment(WRITES_AGAIN, 'And how long does a refund take to my card?');
  });
  const [first, second] = await Promise.all([
    harness.outcomes.of(WRITES_AGAIN, 1),
    harness.outcomes.of(WRITES_AGAIN, 2),
  ]);
  expect([first.state, second.state].sort()).toEqual(['drafted', 'skipped']);
  expect([first, second].find(({ state }) => state === 'skipped')?.outcome).toMatchObject({ reason: 'stale' });
  expect(notes(WRITES_AGAIN)).toHaveLength(1);
  expect(notes(WRITES_AGAIN)[0]).toContain('To your card');
});

test('a failed write whose retry meets a newer message leaves no draft "being written" for ever', async () => {
  const ticket = FAILS_THEN_WRITES_AGAIN;
  harness.zendesk.faults.set({
    match: { method: 'PUT', path: new RegExp(`/tickets/${ticket}\\.json`) },
    times: 1,
    response: { status: 502, body: '<html>Bad Gateway</html>' },
  });
  // The retry of the first job is held until the second message has its note.
  const retried = holdSecond(reading(ticket));
  harness.zendesk.arrive(ticket);
  await retried.arrived;
  later();
  harness.zendesk.addCustomerComment(ticket, 'And how long does a refund take to my card?');
  expect(await harness.outcomes.of(ticket)).toMatchObject({ state: 'drafted' });
  retried.release();
  expect(await harness.outcomes.of(ticket, 2)).toMatchObject({
    state: 'skipped',
    outcome: { kind: 'skipped', reason: 'already-drafted' },
  });
  expect(notes(ticket)).toHaveLength(1);
});

test('our own note brings no second one, even where a trigger fires for every comment', async () => {
  harness.zendesk.arrive(NO_LOOP);
  await harness.outcomes.of(NO_LOOP);
  await harness.zendesk.settled();
  expect(notes(NO_LOOP)).toHaveLength(1);
  expect(harness.zendesk.deliveries.filter(({ request }) => request.body.includes(`"${NO_LOOP}"`))).toHaveLength(1);

  const target = { url: harness.server.url ?? '', secret: harness.account.secret };
  const internal = { comment: { id: '1', is_public: false, author: { id: '11', is_staff: true } } };
  expect(await deliver(target, eventBody('ticket.comment_added', NO_LOOP, internal))).toMatchObject({
    status: 200,
    body: { outcome: 'ignored', reason: 'an internal note' },
  });
  expect(await deliver(target, triggerBody(NO_LOOP))).toMatchObject({ status: 202 });
  await harness.log.until(({ message }) => message === 'This message has its draft already');
  expect(notes(NO_LOOP)).toHaveLength(1);
});

function holdSecond(matches: (passing: Passing) => boolean) {
  let seen = 0;
  return harness.gate.hold('before', (passing) => {
    if (!matches(passing)) return false;
    seen += 1;
    return seen === 2;
  });
}
