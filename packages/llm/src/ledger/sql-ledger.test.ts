import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import type { Database } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { type Logger, silentLogger } from '@draftsmith/logger';
import { asc, count } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSqlLedger, DAY_MS, GATHER_MS, type SqlLedgerOptions } from './sql-ledger.ts';
import { aHit, anAttempt, aRecord, NOON } from './testing.ts';

describe.each(testBackends)('the ledger on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  const open = (options?: SqlLedgerOptions, logger: Logger = silentLogger) =>
    createSqlLedger(database.orm, logger, options);
  const rows = () => database.orm.select().from(completions);
  const tries = () => database.orm.select().from(attempts).orderBy(asc(attempts.n));

  it('keeps a completion and each of its attempts as they were observed', async () => {
    const { usage: _usage, cost: _cost, ...unpaid } = anAttempt({ outcome: 'failed', key: 2, ms: 80.6 });
    const why = { kind: 'rate-limited', code: 'openai.quota', status: 429, detail: 'OpenAI asks to wait' } as const;
    const failed = { ...unpaid, ...why };
    const overtaken = anAttempt({
      outcome: 'superseded',
      hedge: true,
      estimated: true,
      firstTokenMs: 300.2,
      usage: { inputTokens: 100, cachedInputTokens: 60, outputTokens: 40, reasoningTokens: 30 },
      cost: { usd: '0.000000000001' },
    });
    const skipped = [{ provider: 'local', model: 'qwen3', reason: 'its breaker is open' }];
    const record = aRecord({
      attempts: [failed, overtaken, anAttempt()],
      skipped,
      degraded: 'The budget of account acme is 92 % used',
      replaced: { PERSON: 2, EMAIL: 1 },
    });
    const ledger = open();
    ledger.observe(record);
    await ledger.flush();

    const { attempts: _, cost, usage, ...same } = record;
    expect(await rows()).toEqual([
      {
        ...same,
        ...usage,
        cachedInputTokens: 0,
        reasoningTokens: 0,
        costUsd: '0.000012500000',
        price: cost.price,
        textsUntil: new Date(NOON.getTime() + 30 * DAY_MS),
      },
    ]);
    const { traceId, account, connector, user, purpose } = record;
    const payer = { completionId: record.id, traceId, account, connector, user, purpose, at: NOON };
    expect(await tries()).toMatchObject([
      { ...payer, ...why, n: 1, outcome: 'failed', key: 2, ms: 81, inputTokens: 0, costUsd: '0.000000000000' },
      {
        ...{ ...payer, n: 2, outcome: 'superseded', hedge: true, estimated: true, firstTokenMs: 300, price: null },
        ...{ inputTokens: 100, cachedInputTokens: 60, outputTokens: 40, reasoningTokens: 30 },
        costUsd: '0.000000000001',
      },
      { ...payer, n: 3, outcome: 'answered', costUsd: '0.000012500000', price: { model: 'gpt-5-mini' } },
    ]);
  });

  it('keeps a completion that nobody answered, and one that cost no attempt', async () => {
    const ledger = open();
    ledger.observe(aRecord({ reference: null, outcome: 'stopped', attempts: [], createdAt: new Date(0) }));
    ledger.observe(aHit());
    await ledger.flush();
    const found = await database.orm.select().from(completions).orderBy(asc(completions.createdAt));
    expect(found).toMatchObject([
      { outcome: 'stopped', provider: null, answer: null, price: null, reference: null },
      { outcome: 'answered', cache: 'hit', costUsd: '0.000000000000' },
    ]);
    expect(await tries()).toEqual([]);
  });

  it('writes a burst in few statements and loses none of it', async () => {
    let statements = 0;
    const counting = new Proxy(database.orm, {
      get: (orm, name) => {
        if (name === 'execute') statements++;
        const value: unknown = Reflect.get(orm, name);
        return typeof value === 'function' ? value.bind(orm) : value;
      },
    });
    const ledger = createSqlLedger(counting, silentLogger);
    for (let n = 0; n < 450; n++) ledger.observe(aRecord());
    await ledger.flush();
    expect(await database.orm.select({ rows: count() }).from(completions)).toEqual([{ rows: 450 }]);
    expect(await database.orm.select({ rows: count() }).from(attempts)).toEqual([{ rows: 450 }]);
    expect(statements).toBeLessThanOrEqual(6);
  });

  it('stores what models and prompts may hold and PostgreSQL does not take', async () => {
    const ledger = open();
    const strange = anAttempt({ detail: 'x\ud800\u0000', ms: Number.NaN, firstTokenMs: 1e30 });
    ledger.observe(aRecord({ prompt: 'a\u0000b', answer: 'c\udc00', attempts: [strange] }));
    await ledger.flush();
    expect(await rows()).toMatchObject([{ prompt: 'ab', answer: 'c\ufffd' }]);
    expect(await tries()).toMatchObject([{ detail: 'x\ufffd', ms: 0, firstTokenMs: 2 ** 31 - 1 }]);
  });

  it('loses only the completion that cannot be written, says so, and quotes nothing of it', async () => {
    const warnings: unknown[] = [];
    const ledger = open({}, { ...silentLogger, warn: (...line) => warnings.push(line) });
    const bad = aRecord({ id: 'no-uuid', prompt: 'a secret question' });
    for (const record of [aRecord(), aRecord(), bad, aRecord()]) ledger.observe(record);
    await ledger.flush();
    expect(await rows()).toHaveLength(3);
    expect(await tries()).toHaveLength(3);
    expect(warnings).toHaveLength(1);
    expect(JSON.stringify(warnings)).toContain('no-uuid');
    expect(JSON.stringify(warnings)).not.toContain('secret');
  });

  it('keeps texts as long as it is told, or not at all', async () => {
    const kept = [open({ keepTextsMs: DAY_MS }), open({ keepTextsMs: 0 }), open({ keepTextsMs: Infinity })];
    for (const [n, ledger] of kept.entries()) {
      ledger.observe(aRecord({ reference: String(n) }));
      await ledger.flush();
    }
    expect(await database.orm.select().from(completions).orderBy(asc(completions.reference))).toMatchObject([
      { prompt: 'Where is my parcel?', textsUntil: new Date(NOON.getTime() + DAY_MS) },
      { prompt: null, answer: null, textsUntil: null, costUsd: '0.000012500000' },
      { prompt: 'Where is my parcel?', answer: 'On its way.', textsUntil: null },
    ]);
  });

  it('keeps no word of a refusal where it keeps no texts', async () => {
    const ledger = open({ keepTextsMs: 0 });
    ledger.observe(aRecord({ attempts: [anAttempt({ outcome: 'refused', detail: 'Not for Ms Doe' })] }));
    await ledger.flush();
    expect(await tries()).toMatchObject([{ outcome: 'refused', detail: 'The model declined to answer' }]);
  });

  it('keeps what was sent where, and says nothing of what was not', async () => {
    const sent = { host: 'api.openai.com', region: 'eu', sha256: 'a'.repeat(64), bytes: 1_234 };
    const ledger = open();
    const stopped = anAttempt({ outcome: 'failed', code: 'llm.leak' });
    ledger.observe(aRecord({ attempts: [anAttempt({ sent }), stopped] }));
    await ledger.flush();
    expect(await tries()).toMatchObject([
      { host: 'api.openai.com', region: 'eu', payloadSha256: 'a'.repeat(64), payloadBytes: 1_234 },
      { host: null, region: null, payloadSha256: null, payloadBytes: null },
    ]);
    expect(await rows()).toMatchObject([{ replaced: null }]);
  });

  it('forgets the attempts of a completion with it', async () => {
    const ledger = open();
    ledger.observe(aRecord());
    await ledger.flush();
    await database.orm.delete(completions);
    expect(await tries()).toEqual([]);
  });
});

it('waits a moment for company, and not when enough came', async () => {
  const { orm, statements, release } = hangingDatabase();
  const clock = createManualClock();
  const ledger = createSqlLedger(orm, silentLogger, { clock });
  release();
  ledger.observe(aRecord());
  ledger.observe(aRecord());
  await clock.advance(GATHER_MS - 1);
  await turnOfTheEventLoop();
  expect(statements).toHaveLength(0);
  await clock.advance(1);
  await ledger.flush();
  expect(statements.map((statement) => statement.completions.length)).toEqual([2]);
  for (let n = 0; n < 100; n++) ledger.observe(aRecord());
  await expect.poll(() => statements.length).toBe(2);
});

it('gives up texts before figures while the database hangs, and gives up records at last', async () => {
  const { orm, statements, release } = hangingDatabase();
  const warnings: unknown[] = [];
  const ledger = createSqlLedger(orm, { ...silentLogger, warn: (...line) => warnings.push(line) });
  const prompt = 'x'.repeat(1024 * 1024);
  for (let n = 0; n < 40; n++) ledger.observe(aRecord({ prompt, answer: null }));
  for (let n = 0; n < 9_960; n++) ledger.observe(aRecord({ prompt: null, answer: null }));
  expect(warnings).toEqual([]);
  ledger.observe(aRecord());
  expect(warnings).toHaveLength(1);
  release();
  await ledger.flush();
  const written = statements.flatMap((statement) => statement.completions);
  expect(written).toHaveLength(10_000);
  expect(written.slice(0, 40).filter((row) => row.prompt !== null)).toHaveLength(32);
  expect(written.every((row) => row.cost_usd === '0.0000125')).toBe(true);
});

/** Takes statements and answers none until it is released. */
function hangingDatabase() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const statements: { completions: { prompt: string | null; cost_usd: string }[] }[] = [];
  const orm = {
    execute: (statement: { queryChunks: unknown[] }) => {
      const json = statement.queryChunks.find((chunk) => typeof chunk === 'string');
      statements.push(JSON.parse(String(json)));
      return promise;
    },
  } as unknown as Database['orm'];
  return { orm, statements, release: resolve };
}
