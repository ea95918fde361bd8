import {
  type Connection,
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type DraftContext,
  type WriteBack,
} from '@draftsmith/contracts';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { createAnalyser } from '@draftsmith/knowledge';
import type { Completer, CompletionResult } from '@draftsmith/llm';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DraftProcessorDeps } from './draft-processor-deps.ts';
import { createDraftStore } from './draft-store.ts';
import { createDraftProcessor } from './process-draft-job.ts';
import { openContent } from './sealed-words.ts';

const sealer = testSealer();
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase('pglite');
});
beforeEach(() => database.orm.delete(drafts));
afterAll(() => database.close());

const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'd1' };
const receivedAt = new Date('2026-11-20T10:00:00Z');
const once = { signal: new AbortController().signal, enqueuedAt: receivedAt, lastTry: false, mayWait: true };
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
      policyOf: async () => DEFAULT_POLICY,
      rulesOf: async () => DEFAULT_RULES,
      people: { note: async () => 'noted' },
      store: createDraftStore(database, sealer),
      logger: silentLogger,
      now: () => new Date('2026-11-20T10:00:05Z'),
      ...other,
    });
  return {
    process: processWith({}),
    processWith,
    connection,
    asked,
    notes,
    row: async () => {
      const [row] = await database.orm.select().from(drafts);
      return row && { ...row, ...openContent(sealer, row) };
    },
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

test('a draft whose turn has not come waits for it like any other job, also on its last try', async () => {
  const desk = setUp([answered('Words [1]')]);
  const full = new AppError('rate-limited', 'Our share is used up', { retryAfterMs: 40_000 });
  const connectionOf = () => ({ ...desk.connection, gatherContext: () => Promise.reject(full) });
  const verdict = await desk.processWith({ connectionOf })(job, { ...once, lastTry: true });
  expect(verdict).toEqual({ kind: 'later', afterMs: 40_000, message: full.message });
  expect(await desk.row()).toBeUndefined();
  expect(await desk.process(job, once)).toEqual({ kind: 'done' });
  expect(await desk.row()).toMatchObject({ state: 'drafted', text: 'Words' });
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
    policyOf: async () => DEFAULT_POLICY,
    rulesOf: async () => DEFAULT_RULES,
    people: { note: async () => 'noted' },
    store: createDraftStore(database, sealer),
    logger: { ...silentLogger, warn: (message, fields) => void warnings.push([message, fields]) },
    now: () => new Date('2026-11-20T10:00:05Z'),
  });
  await process(job, once);
  expect(warnings).toEqual([['Draft', expect.objectContaining({ state: 'failed', resource: '7' })]]);
});

test('a retry writes back the same words with the same check', async () => {
  let lost = true;
  const seen: WriteBack[] = [];
  const desk = setUp([answered('We refund a returned order to your card within 9 business days [1].')], (write) => {
    seen.push(write);
    if (!lost) return;
    lost = false;
    throw new AppError('timeout', 'No answer in time');
  });
  await desk.process(job, once);
  await desk.process(job, once);
  expect(seen).toHaveLength(2);
  expect(seen[0]?.draft.check).toMatchObject({ supported: 0, claims: 1 });
  expect(seen[1]?.draft).toEqual(seen[0]?.draft);
  expect(await desk.row()).toMatchObject({ claims: 1, supported: 0, check: seen[0]?.draft.check });
});

test('whom a draft is about is noted before anything is written about them', async () => {
  const desk = setUp([answered('Words [1]')]);
  const noted: unknown[] = [];
  const note = async (draftId: string, people: readonly unknown[]) => {
    noted.push([draftId, people, desk.asked.length, desk.notes.size]);
    return 'noted' as const;
  };
  await desk.processWith({ people: { note } })(job, once);
  const { id } = (await desk.row()) ?? {};
  // Again before the note: a model takes its time, and an erasure may come in it.
  expect(noted).toEqual([
    [id, [{ name: 'Priya Raman' }], 0, 0],
    [id, [{ name: 'Priya Raman' }], 1, 0],
  ]);
});

test.each([
  ['noted', { kind: 'skipped', reason: 'closed' }],
  ['erased', { kind: 'skipped', reason: 'erased' }],
  ['removed', { kind: 'skipped', reason: 'removed' }],
] as const)(
  'whom a message was about that is left alone is noted, too, once its row is there: %s',
  async (answer, outcome) => {
    const desk = setUp([]);
    const seen = { subject: 'Refund', turns: [], customer: { name: 'Priya Raman' } };
    const gatherContext = async () => ({ kind: 'skip', reason: 'closed', seen }) as const;
    const noted: unknown[] = [];
    const note = async (draftId: string, people: readonly unknown[]) => {
      noted.push([draftId, people, (await desk.row())?.id]);
      return answer;
    };
    const connectionOf = () => ({ ...desk.connection, gatherContext });
    await desk.processWith({ people: { note }, connectionOf })(job, once);
    const row = await desk.row();
    expect(noted).toEqual([[row?.id, [{ name: 'Priya Raman' }], row?.id]]);
    expect(row).toMatchObject({ state: 'skipped', outcome });
  },
);

test.each([
  ['erased', 'before anybody was asked', 0],
  ['erased', 'while the model wrote', 1],
  ['removed', 'while the model wrote', 1],
] as const)('somebody %s %s gets no note', async (gone, _, noted) => {
  const desk = setUp([answered('Words [1]')]);
  const answers = Array.from({ length: noted }, () => 'noted' as const);
  const note = async () => answers.shift() ?? gone;
  await desk.processWith({ people: { note } })(job, once);
  expect(desk.asked).toHaveLength(noted);
  expect(desk.notes.size).toBe(0);
  expect(await desk.row()).toMatchObject({ state: 'skipped', outcome: { kind: 'skipped', reason: gone } });
});

test('that a model declined is kept, and what it said is not: the column is neither sealed nor forgotten with the texts', async () => {
  const said = 'P declined to answer: I do not talk about Priya Raman';
  const attempt = { provider: 'p', model: 'm', outcome: 'refused', ms: 3, at: new Date(0), detail: said } as const;
  const desk = setUp([{ kind: 'refused', attempts: [attempt], skipped: [], retryable: false, detail: said }]);
  await desk.process(job, once);
  const detail = 'The model declined to answer';
  expect(await desk.row()).toMatchObject({
    attempts: [{ outcome: 'refused', detail }],
    outcome: { kind: 'skipped', reason: 'refused', detail },
  });
});

test("the policy of the draft's own account counts", async () => {
  const desk = setUp([answered('You get a voucher of €99 [1].')]);
  const policyOf = async (connector: string, account: string) => ({
    ...DEFAULT_POLICY,
    truth: {
      ...DEFAULT_POLICY.truth,
      unsupported: connector === 'desk' && account === 'acme' ? 'withhold' : 'mark',
    } as const,
  });
  await desk.processWith({ policyOf })(job, once);
  expect(desk.notes.size).toBe(0);
  expect(await desk.row()).toMatchObject({
    state: 'skipped',
    outcome: { reason: 'unsupported', detail: '1 of 1 statements have no support in the sources' },
    text: null,
  });
});

test('what the rules leave alone costs nothing, and its row says which rule it was', async () => {
  const desk = setUp([answered('Words [1]')]);
  const facts = { brand: 'b1', tags: ['vip'], replies: 0, askedAt: '2026-11-20T09:59:00Z' };
  const gatherContext = async () => ({ kind: 'context', context: { ...context, facts } }) as const;
  const rulesOf = async () => ({ ...DEFAULT_RULES, never: { ...DEFAULT_RULES.never, tags: ['vip'] } });
  await desk.processWith({ rulesOf, connectionOf: () => ({ ...desk.connection, gatherContext }) })(job, once);
  expect(desk.asked).toHaveLength(0);
  expect(desk.notes.size).toBe(0);
  expect(await desk.row()).toMatchObject({
    state: 'skipped',
    outcome: { kind: 'skipped', reason: 'rules', detail: 'tag' },
    language: 'en',
    facts,
    askedAt: new Date('2026-11-20T09:59:00Z'),
  });
});

test('a language that is not wanted is left alone', async () => {
  const desk = setUp([answered('Words [1]')]);
  const rulesOf = async () => ({ ...DEFAULT_RULES, only: { ...DEFAULT_RULES.only, languages: ['de'] } });
  await desk.processWith({ rulesOf })(job, once);
  expect(await desk.row()).toMatchObject({ outcome: { reason: 'rules', detail: 'language' } });
});

test('a draft for the sidebar alone is kept and not written back', async () => {
  const desk = setUp([answered('We refund a returned order to your card within 5 business days [1].')]);
  await desk.processWith({ rulesOf: async () => ({ ...DEFAULT_RULES, deliver: 'sidebar' }) })(job, once);
  expect(desk.notes.size).toBe(0);
  expect(await desk.row()).toMatchObject({
    state: 'drafted',
    outcome: { kind: 'drafted' },
    artefactId: null,
    text: expect.stringContaining('5 business days'),
  });
});

test('the voice is that of the brand, and the signature is ours to the letter', async () => {
  const desk = setUp([answered('We refund a returned order to your card within 5 business days [1].')]);
  const voices: unknown[] = [];
  const connection: Connection = {
    ...desk.connection,
    gatherContext: async () => ({
      kind: 'context',
      context: { ...context, facts: { brand: 'b2', tags: [], replies: 0 } },
    }),
    describeDraft: (_, voice) => {
      voices.push(voice);
      return { instructions: '', maxOutputTokens: 100, ...(voice && { signature: voice.signature }) };
    },
  };
  const signature = 'Your Acme team\nwww.acme.example, +49 30 1234567';
  const rulesOf = async () => ({ ...DEFAULT_RULES, brandVoices: { b2: { signature, tone: 'warm' } } }) as const;
  await desk.processWith({ rulesOf, connectionOf: () => connection })(job, once);
  expect(voices).toEqual([{ ...DEFAULT_RULES.voice, signature, tone: 'warm' }]);
  const row = await desk.row();
  expect(row?.text).toMatch(/5 business days\b.*\n\nYour Acme team\nwww\.acme\.example, \+49 30 1234567$/s);
  // It is no statement: nothing of it is in doubt.
  expect(row).toMatchObject({ claims: 1, supported: 1 });
});

test('a draft that is ready is delivered, whatever the rules say by then', async () => {
  let lost = true;
  const desk = setUp([answered('First words [1]')], () => {
    if (!lost) return;
    lost = false;
    throw new AppError('timeout', 'No answer in time');
  });
  await desk.process(job, once);
  const rulesOf = async () => ({ ...DEFAULT_RULES, only: { ...DEFAULT_RULES.only, languages: ['de'] } });
  await desk.processWith({ rulesOf })(job, once);
  expect(await desk.row()).toMatchObject({ state: 'drafted', text: 'First words' });
});

test('a try that fails before it has read anything keeps what an earlier one knew', async () => {
  const facts = { brand: 'b1', tags: [], replies: 2, askedAt: '2026-11-20T09:59:00Z' };
  const desk = setUp([outage]);
  const gatherContext = async () => ({ kind: 'context', context: { ...context, facts } }) as const;
  await desk.processWith({ connectionOf: () => ({ ...desk.connection, gatherContext }) })(job, once);
  const down = () => Promise.reject(new AppError('unavailable', 'down'));
  await desk.processWith({ connectionOf: () => ({ ...desk.connection, gatherContext: down }) })(job, once);
  expect(await desk.row()).toMatchObject({ facts, askedAt: new Date(facts.askedAt), revision: 'c1' });
});
