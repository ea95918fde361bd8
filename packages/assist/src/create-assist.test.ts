import { randomUUID } from 'node:crypto';
import type { AssistRequest, Connection } from '@draftsmith/contracts';
import { assistOperations, draftRatings, drafts, insertions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAssist } from './create-assist.ts';
import type { FindSimilar } from './missing.ts';
import { ADA, aConnection, aContext, aDraft, BEN, NOON, TICKET } from './testing.ts';

const sealer = testSealer();
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

describe.each(testBackends)('beside a ticket (%s)', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let world: { now: Date; delivery: boolean; jobOpen: boolean; jobs: string[]; since: string; similar: FindSimilar };
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    world = { now: NOON, delivery: false, jobOpen: true, jobs: [], since: 'nothing', similar: async () => [] };
    for (const table of [drafts, assistOperations]) await database.orm.delete(table);
  });
  afterAll(() => database.close());

  const context = () => ({
    kind: 'context' as const,
    context: aContext({ facts: { brand: 'b', tags: [], replies: 0 } }),
  });
  const after = { replyAfter: async () => ({ kind: world.since }) } as unknown as Partial<Connection>;
  const assist = () =>
    createAssist({
      ...{ database, sealer, now: () => world.now },
      connectionOf: () => aConnection(context, after),
      similar: (question, where) => world.similar(question, where),
      enqueue: async (id) => void world.jobs.push(id),
      isOpen: async () => world.jobOpen,
      hasOpenDelivery: async () => world.delivery,
    });
  const view = (agent = BEN) => assist().view(TICKET, agent);
  const start = (revise: AssistRequest['revise'], agent = BEN) =>
    assist().start(TICKET, agent, { requestId: randomUUID(), revise });

  test('nobody asked; on its way; there', async () => {
    expect(await view()).toMatchObject({ state: 'none', agent: BEN, ticketId: '7', draft: null, running: null });
    world.delivery = true;
    expect(await view()).toMatchObject({ state: 'waiting', draft: null });
    const row = await aDraft(database, sealer, { state: 'working', words: null, outcome: null });
    expect(await view()).toMatchObject({ state: 'waiting' });
    await database.orm.delete(drafts);
    world.delivery = false;
    const { id } = await aDraft(database, sealer);
    expect(id).not.toBe(row.id);
    expect(await view()).toMatchObject({ state: 'ready', draft: { id, version: 1 }, revision: 'c1' });
  });

  test('a newer message makes a draft stale: by its delivery at once, else by what the source system says', async () => {
    await aDraft(database, sealer);
    world.since = 'customer';
    expect(await view()).toMatchObject({ state: 'stale', draft: { version: 1 }, revision: 'c1' });
    world.delivery = true;
    expect(await view()).toMatchObject({ state: 'waiting', draft: null });
    world.delivery = false;
    world.since = 'nothing';
    const newer = { revision: 'c2', receivedAt: later(60) };
    await aDraft(database, sealer, {
      ...{ ...newer, words: null, state: 'skipped', outcome: { kind: 'skipped', reason: 'rules', detail: 'pilot' } },
    });
    expect(await view()).toMatchObject({ state: 'skipped', skipped: { reason: 'rules', rule: 'pilot' }, draft: null });
    // A second delivery of a message is no other message.
    await database.orm.delete(drafts);
    await aDraft(database, sealer);
    await aDraft(database, sealer, {
      ...{ ...newer, words: null, revision: null, state: 'skipped' },
      outcome: { kind: 'skipped', reason: 'already-drafted' },
    });
    expect(await view()).toMatchObject({ state: 'ready' });
  });

  test('a job that is tried again, and one that failed for good', async () => {
    const outcome = {
      kind: 'failed',
      error: 'unavailable',
      message: 'Zendesk does not answer',
      retryable: true,
    } as const;
    await aDraft(database, sealer, { words: null, state: 'working', outcome });
    world.delivery = true;
    expect(await view()).toMatchObject({ state: 'failed', failure: { message: outcome.message, retryable: true } });
    await database.orm.update(drafts).set({ state: 'failed', outcome: { ...outcome, retryable: false } });
    world.delivery = false;
    expect(await view()).toMatchObject({ state: 'failed', failure: { retryable: false } });
  });

  test.each([
    ['request', 'skipped', { reason: 'erased' }],
    ['source', 'skipped', { reason: 'removed' }],
    ['retention', 'none', null],
  ] as const)('forgotten words (%s): %s', async (forgottenWhy, state, skipped) => {
    await aDraft(database, sealer, { words: null, forgottenAt: NOON, forgottenWhy });
    expect(await view()).toMatchObject({ state, skipped });
  });

  test('what is missing is said with tickets like it, and read once', async () => {
    const asked: unknown[] = [];
    const similar = [{ id: '3', title: 'Refund', excerpt: 'A week.', url: null, at: '2026-11-01T00:00:00Z' }];
    world.similar = async (question, { signal: _, ...where }) => {
      asked.push([question, where]);
      return similar;
    };
    await aDraft(database, sealer, {
      words: null,
      state: 'skipped',
      outcome: { kind: 'skipped', reason: 'no-source' },
    });
    const beside = assist();
    const seen = await beside.view(TICKET, BEN);
    expect(seen.missing).toEqual({
      questions: ['I am Priya Raman. How long does a refund take after I return the goods?'],
      similar,
    });
    await beside.view(TICKET, ADA);
    expect(asked).toEqual([
      [
        'Refund\nI am Priya Raman. How long does a refund take after I return the goods?',
        { connector: 'desk', account: 'acme', language: 'en', brand: 'b', except: '7' },
      ],
    ]);
    world.similar = () => Promise.reject(new Error('away'));
    expect((await assist().view(TICKET, BEN)).missing).toMatchObject({ similar: [] });
  });

  test('what runs is shown to everybody with its author; what one agent reads, to that agent', async () => {
    await start({ kind: 'translate', into: 'ru' });
    expect((await view()).running).toMatchObject({ what: 'translate', step: 'queued', state: 'running' });
    expect((await view(ADA)).running).toBeNull();
    await start({ kind: 'draft' }, ADA);
    expect((await view()).running).toMatchObject({ what: 'draft', byName: 'Ada Admin' });
    expect(world.jobs).toHaveLength(2);
  });

  test('an operation whose last try was killed does not hold the ticket for ever', async () => {
    const { operation } = await start({ kind: 'draft' });
    world.now = later(61);
    expect((await view()).running).toMatchObject({ id: operation.id });
    world.jobOpen = false;
    const other = await start({ kind: 'draft' }, ADA);
    expect(other.operation.id).not.toBe(operation.id);
    expect(await assist().operation(TICKET, operation.id)).toMatchObject({
      ...{ state: 'failed', failure: { code: 'broke-off', retryable: true } },
    });
  });

  test('insertions are on record with what was said; the last word on a version counts, and rests sealed', async () => {
    const { id } = await aDraft(database, sealer);
    const draft = { id, version: 1 };
    expect(await assist().insert(TICKET, BEN, { draft, revision: 'c1' })).toEqual({ verdict: 'ok' });
    world.since = 'customer';
    expect(await assist().insert(TICKET, ADA, { draft, revision: 'c1' })).toEqual({ verdict: 'newer-message' });
    const other = { draft: { id, version: 2 }, revision: 'c1' };
    await expect(assist().insert(TICKET, BEN, other)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(assist().insert({ ...TICKET, id: '8' }, BEN, { draft, revision: 'c1' })).rejects.toThrow();
    const { agentId, verdict, version } = insertions;
    const recorded = await database.orm.select({ agentId, version, verdict }).from(insertions);
    expect(recorded.sort((a, b) => (a.agentId < b.agentId ? -1 : 1))).toEqual([
      { agentId: '11', version: 1, verdict: 'newer-message' },
      { agentId: '12', version: 1, verdict: 'ok' },
    ]);

    await assist().rate(TICKET, ADA, draft, { good: true, reasons: [] });
    await assist().rate(TICKET, BEN, draft, { good: true, reasons: [] });
    const bad = { good: false, reasons: ['wrong-facts', 'wrong-tone'], comment: 'Priya has paid' } as const;
    await assist().rate(TICKET, BEN, draft, bad);
    expect((await view()).draft?.rating).toEqual(bad);
    expect(JSON.stringify(await database.orm.select().from(draftRatings))).not.toContain('Priya');
  });

  test('words whose key is gone are said to be so, and nothing breaks', async () => {
    await aDraft(database, testSealer());
    expect(await view()).toMatchObject({ state: 'failed', failure: { retryable: false }, draft: null });
  });
});
