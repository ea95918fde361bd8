import type { DraftListItem } from '@draftsmith/contracts';
import { attempts as attemptRows, completions, drafts } from '@draftsmith/database/schema';
import { type ModelFault, type ModelServer, startModels } from '@draftsmith/simulators/models';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY_BACKEND, type Harness, startHarness } from './harness.ts';
import { question, seedOf } from './seed.ts';

const OPENAI = 'gpt-simulated';
const ANTHROPIC = 'claude-simulated';

interface Case {
  title: string;
  ticket: number;
  /** What the first model does; the second is well. */
  fault: ModelFault;
  /** How often, the one retry of the same route included. */
  times: number;
  says: RegExp;
}

const FIRST = 101;
let tickets = FIRST;
const nextTicket = () => tickets++;

/** What makes the first model's answer no answer. Half a reply looks like a whole one to a busy agent. */
const FAULTS: Case[] = [
  ['500', { kind: 'status', status: 500 }, 2, /is not available \(500/],
  ['an empty answer', { kind: 'empty' }, 1, /empty answer/],
  ['a truncated answer', { kind: 'truncated' }, 1, /length limit/],
  ['a connection cut mid-answer', { kind: 'cut' }, 2, /broke off/],
  ['a malformed stream', { kind: 'malformed' }, 1, /malformed/],
  ["a proxy's page", { kind: 'html' }, 1, /instead of an event stream/],
].map(([title, fault, times, says]) => ({ title, ticket: nextTicket(), fault, times, says }) as Case);

const REFUSED = nextTicket();
const BOTH_DOWN = nextTicket();
const WELL = nextTicket();

describe('the provider chain, through the whole server', () => {
  let models: ModelServer;
  let harness: Harness;

  beforeAll(async () => {
    models = await startModels({ reply: ({ model }) => `${model} says: a refund takes 5 working days [1].` });
    const tickets = Array.from({ length: 2 * FAULTS.length + 3 }, (_, index) => FIRST + index);
    harness = await startHarness({
      backend: ANY_BACKEND,
      seed: seedOf(tickets.map((id) => question(id))),
      models,
      routes: `openai/${OPENAI},anthropic/${ANTHROPIC},offline`,
    });
  });
  afterAll(async () => {
    await harness.close();
    await models.close();
  });

  const noteOf = (ticket: number) => harness.zendesk.state.notes(ticket).map(({ html_body }) => html_body ?? '');

  test('all is well: the first answers', async () => {
    harness.zendesk.arrive(WELL);
    expect(await harness.outcomes.of(WELL)).toMatchObject({ state: 'drafted', provider: 'openai', model: OPENAI });
    expect(noteOf(WELL)).toEqual([expect.stringContaining(`Draft by ${OPENAI}`)]);
  });

  test.each(FAULTS)('$title: the next provider answers', async ({ ticket, fault, times }) => {
    models.faults.set({ model: OPENAI, times, fault });
    harness.zendesk.arrive(ticket);
    expect(await harness.outcomes.of(ticket)).toMatchObject({
      state: 'drafted',
      provider: 'anthropic',
      model: ANTHROPIC,
    });
    expect(noteOf(ticket)).toEqual([expect.stringContaining(`Draft by ${ANTHROPIC}`)]);
    expect(noteOf(ticket)[0]).not.toContain(OPENAI);
    expect(models.faults.list()).toEqual([]);
    // An answer in between: a route that fails several times in a row is left alone for a while.
    const well = nextTicket();
    harness.zendesk.arrive(well);
    expect(await harness.outcomes.of(well)).toMatchObject({ model: OPENAI });
  });

  test('a refusal ends it: nobody else is asked until one gives in', async () => {
    models.faults.set({ model: OPENAI, times: 1, fault: { kind: 'refusal' } });
    const before = models.requests.length;
    harness.zendesk.arrive(REFUSED);
    expect(await harness.outcomes.of(REFUSED)).toMatchObject({
      state: 'skipped',
      outcome: { kind: 'skipped', reason: 'refused', detail: expect.stringContaining('declined to answer') },
    });
    expect(models.requests.length).toBe(before + 1);
    expect(noteOf(REFUSED)).toEqual([]);
  });

  test('all models down: the offline drafter, which says so', async () => {
    models.faults.set({ fault: { kind: 'status', status: 503 } });
    harness.zendesk.arrive(BOTH_DOWN);
    expect(await harness.outcomes.of(BOTH_DOWN)).toMatchObject({ state: 'drafted', provider: 'offline' });
    models.faults.clear();
    expect(noteOf(BOTH_DOWN)).toEqual([expect.stringContaining('No model wrote this')]);
  });

  test('every attempt is on record, in the draft and in the completion', async () => {
    const { orm } = await harness.database();
    const rows = new Map((await orm.select().from(drafts)).map((row) => [Number(row.resourceId), row]));
    const logged = new Map((await orm.select().from(completions)).map((row) => [row.reference, row]));
    const tried = await orm.select().from(attemptRows).orderBy(attemptRows.n);
    for (const { ticket, title, times, says } of FAULTS) {
      const attempts = rows.get(ticket)?.attempts ?? [];
      const expected = [
        ...Array.from({ length: times }, () => ({ provider: 'openai', model: OPENAI, outcome: 'failed' })),
        { provider: 'anthropic', model: ANTHROPIC, outcome: 'answered' },
      ];
      expect(attempts, title).toMatchObject(expected);
      expect(attempts[0]?.detail, title).toMatch(says);
      const completion = logged.get(rows.get(ticket)?.id ?? '')?.id;
      expect(
        tried.filter(({ completionId }) => completionId === completion),
        title,
      ).toMatchObject(expected);
    }
    expect(rows.get(REFUSED)?.attempts).toMatchObject([{ provider: 'openai', outcome: 'refused' }]);
    expect(logged.get(rows.get(REFUSED)?.id ?? '')).toMatchObject({ outcome: 'refused', answer: null });
    expect(rows.get(BOTH_DOWN)?.attempts.at(-1)).toMatchObject({ provider: 'offline', outcome: 'answered' });
  });
});

/** A server of its own with one ticket; its models do what `fault` says. */
async function oneTicket(
  fault: ModelFault,
  routes: string,
): Promise<{ item: DraftListItem; attempts: unknown; notes: number }> {
  await using cleanup = new AsyncDisposableStack();
  const models = await startModels();
  cleanup.defer(() => models.close());
  const harness = await startHarness({ backend: ANY_BACKEND, seed: seedOf([question(101)]), models, routes });
  cleanup.defer(() => harness.close());
  models.faults.set({ fault });
  harness.zendesk.arrive(101);
  const item = await harness.outcomes.of(101);
  const [row] = await (await harness.database()).orm.select().from(drafts);
  return { item, attempts: row?.attempts, notes: harness.zendesk.state.notes(101).length };
}

test.concurrent.each<[string, ModelFault, RegExp]>([
  ['a wrong key', { kind: 'status', status: 401 }, /did not accept the API key/],
  ['a rate limit of a minute', { kind: 'status', status: 429, retryAfterSeconds: 60 }, /limits the rate/],
])('%s: asked once, and the next provider answers', async (_, fault, says) => {
  const { item, attempts } = await oneTicket(fault, `openai/${OPENAI},offline`);
  expect(item).toMatchObject({ state: 'drafted', provider: 'offline' });
  expect(attempts).toMatchObject([
    { provider: 'openai', detail: expect.stringMatching(says) },
    { provider: 'offline' },
  ]);
});

test.concurrent('without an offline drafter, nobody left is a skip with its reason', async () => {
  const { item, notes } = await oneTicket({ kind: 'status', status: 401 }, `openai/${OPENAI},anthropic/${ANTHROPIC}`);
  expect(item).toMatchObject({
    state: 'skipped',
    outcome: { kind: 'skipped', reason: 'no-answer', detail: expect.stringContaining('did not accept the API key') },
  });
  expect(notes).toBe(0);
});

test.concurrent('a silent model is given up after its time limit', async () => {
  const { item, attempts, notes } = await oneTicket({ kind: 'hang' }, `openai/${OPENAI},offline`);
  expect(item).toMatchObject({ state: 'drafted', provider: 'offline' });
  expect(attempts).toMatchObject([
    { provider: 'openai', outcome: 'failed', detail: expect.stringContaining('sent nothing within') },
    { provider: 'offline', outcome: 'answered' },
  ]);
  expect(notes).toBe(1);
});
