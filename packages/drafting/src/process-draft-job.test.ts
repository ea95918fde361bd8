import type { Connection, DraftContext, WriteBack } from '@draftsmith/contracts';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { createAnalyser } from '@draftsmith/knowledge';
import type { Completer, CompletionResult } from '@draftsmith/llm';
import { silentLogger } from '@draftsmith/logger';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDraftStore } from './draft-store.ts';
import { createDraftProcessor, type DraftProcessorDeps } from './process-draft-job.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase('pglite');
});
beforeEach(() => database.orm.delete(drafts));
afterAll(() => database.close());

const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'd1' };
const once = { signal: new AbortController().signal, enqueuedAt: new Date('2026-11-20T10:00:00Z'), lastTry: false };
const context: DraftContext = {
  resource: { connector: 'desk', account: 'acme', type: 'ticket', id: '7' },
  revision: 'c1',
  freshness: 't1',
  subject: 'Refund',
  turns: [{ role: 'customer', text: 'When will you refund my returned order to my card?', at: '2026-11-20T10:00:00Z' }],
  customer: { name: 'Priya Raman' },
  people: [],
  sources: [
    {
      id: 'article:1',
      kind: 'article',
      title: 'Refunds for returned orders',
      text: 'We refund a returned order to your card within 5 business days.',
      locale: 'en',
      visibility: 'public',
    },
  ],
};

function answered(text: string): CompletionResult {
  return {
    kind: 'answered',
    completion: {
      id: 'x',
      text,
      provider: 'p',
      model: 'm',
      modelWritten: true,
      usage: { inputTokens: 1, outputTokens: 1 },
      cost: { usd: '0.5' },
      cache: 'miss',
      attempts: [],
      skipped: [],
      traceId: '0'.repeat(32),
      ms: 1,
    },
  };
}

/** A processor whose model gives these results in turn and whose source system takes notes, or fails as told. */
function setUp(results: CompletionResult[], writeBack: (write: WriteBack) => void = () => undefined) {
  const asked: number[] = [];
  const notes = new Map<string, string>();
  const completer: Completer = {
    async complete() {
      asked.push(results.length);
      return results.shift() ?? answered('one too many');
    },
  };
  const connection: Connection = {
    gatherContext: async () => ({ kind: 'context', context }),
    describeDraft: () => ({ instructions: '', maxOutputTokens: 100 }),
    async writeBack(write) {
      const known = notes.has(write.idempotencyKey);
      if (!known) notes.set(write.idempotencyKey, write.draft.text);
      writeBack(write);
      return { kind: known ? 'already-there' : 'created', location: { artefactId: 'n1' } };
    },
    check: async () => ({ identity: 'x' }),
  };
  const processWith = (other: Partial<DraftProcessorDeps>) =>
    createDraftProcessor({
      connectionOf: () => connection,
      completer,
      analyser: createAnalyser(),
      store: createDraftStore(database),
      logger: silentLogger,
      now: () => new Date('2026-11-20T10:00:05Z'),
      ...other,
    });
  return {
    process: processWith({}),
    processWith,
    asked,
    notes,
    row: async () => (await database.orm.select().from(drafts))[0],
  };
}

test('a note whose answer was lost is written back again with the very same text, and no second draft is paid for', async () => {
  let lost = true;
  const desk = setUp([answered('First words [1]')], () => {
    if (!lost) return;
    lost = false;
    throw new AppError('timeout', 'No answer in time');
  });
  expect(await desk.process(job, once)).toEqual({ kind: 'retry', message: 'No answer in time' });
  expect(await desk.row()).toMatchObject({ state: 'working', text: 'First words' });
  expect(await desk.process(job, once)).toEqual({ kind: 'done' });
  expect(desk.asked).toHaveLength(1);
  expect([...desk.notes.values()]).toEqual(['First words']);
  expect(await desk.row()).toMatchObject({
    state: 'drafted',
    text: 'First words',
    artefactId: 'n1',
    costUsd: '0.50000000',
  });
});

const outage: CompletionResult = {
  kind: 'exhausted',
  attempts: [{ provider: 'p', model: 'm', outcome: 'failed', retryable: true, ms: 3, at: new Date(0), detail: 'down' }],
  skipped: [],
  retryable: true,
  detail: 'down',
};

test('an outage of all providers is waited out', async () => {
  const desk = setUp([outage, answered('Back again [1]')]);
  expect(await desk.process(job, once)).toMatchObject({ kind: 'retry' });
  expect(await desk.row()).toMatchObject({ state: 'working', attempts: [{ detail: 'down' }] });
  expect(await desk.process(job, once)).toEqual({ kind: 'done' });
  expect(await desk.row()).toMatchObject({ state: 'drafted', text: 'Back again' });
});

test('an outage that outlasts every try ends as failed, which a person can try again', async () => {
  const desk = setUp([outage]);
  expect(await desk.process(job, { ...once, lastTry: true })).toEqual({ kind: 'done' });
  expect(await desk.row()).toMatchObject({
    state: 'failed',
    outcome: { kind: 'failed', error: 'unavailable', code: 'llm.exhausted' },
  });
});

test('a draft that is cut off by a shutdown is not a failed one: the next try goes on with it', async () => {
  const desk = setUp([]);
  const shutdown = new AbortController();
  const completer: Completer = {
    async complete(_, { signal } = {}) {
      shutdown.abort();
      expect(signal?.aborted).toBe(true);
      throw new AppError('timeout', 'The completion was cancelled', { code: 'llm.cancelled', retryable: false });
    },
  };
  const finished: unknown[] = [];
  const process = desk.processWith({ completer, onFinish: (outcome) => finished.push(outcome) });
  expect(await process(job, { ...once, signal: shutdown.signal })).toMatchObject({ kind: 'retry' });
  expect(await desk.row()).toMatchObject({ state: 'working', finishedAt: null });
  expect(finished).toEqual([]);
});

test('another delivery of the same message brings nothing new', async () => {
  const desk = setUp([answered('Once [1]')]);
  await desk.process(job, once);
  expect(await desk.process({ ...job, deliveryId: 'd2' }, once)).toEqual({ kind: 'done' });
  expect(desk.asked).toHaveLength(1);
  expect(await database.orm.select().from(drafts)).toHaveLength(1);
});

test('a failed draft is a warning that names the ticket: whoever keeps warnings only still sees it', async () => {
  const warnings: [string, unknown][] = [];
  const process = createDraftProcessor({
    connectionOf: () => undefined,
    completer: { complete: () => Promise.reject(new Error('nobody asks')) },
    analyser: createAnalyser(),
    store: createDraftStore(database),
    logger: { ...silentLogger, warn: (message, fields) => void warnings.push([message, fields]) },
    now: () => new Date('2026-11-20T10:00:05Z'),
  });
  await process(job, once);
  expect(warnings).toEqual([['Draft', expect.objectContaining({ state: 'failed', resource: '7' })]]);
});
