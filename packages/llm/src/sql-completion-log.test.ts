import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { type Logger, silentLogger } from '@draftsmith/logger';
import { count } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionLogEntry } from './completion-log.ts';
import { createSqlCompletionLog } from './sql-completion-log.ts';

function anEntry(more: Partial<CompletionLogEntry> = {}): CompletionLogEntry {
  return {
    id: randomUUID(),
    draftId: 'draft-1',
    account: 'acme',
    purpose: 'reply',
    outcome: 'answered',
    provider: 'openai',
    model: 'gpt-5-mini',
    modelWritten: true,
    prompt: 'Where is my parcel?',
    answer: 'On its way.',
    attempts: [{ provider: 'openai', model: 'gpt-5-mini', outcome: 'answered', ms: 12 }],
    latencyMs: 12,
    inputTokens: 10,
    outputTokens: 5,
    costUsd: '0.0000125',
    price: { model: 'gpt-5-mini' },
    cache: 'miss',
    createdAt: new Date('2026-11-20T12:00:00.123Z'),
    ...more,
  };
}

describe.each(testBackends)('the completion log on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  const rows = () => database.orm.select().from(completions);

  it('keeps an entry as it was recorded', async () => {
    const log = createSqlCompletionLog(database.orm, silentLogger);
    const entry = anEntry();
    log.record(entry);
    await log.flush();
    expect(await rows()).toEqual([{ ...entry, costUsd: '0.00001250' }]);
  });

  it('keeps an entry without an answer', async () => {
    const log = createSqlCompletionLog(database.orm, silentLogger);
    const nothing = { draftId: null, provider: null, model: null, modelWritten: null, answer: null, price: null };
    log.record(anEntry({ ...nothing, outcome: 'exhausted', costUsd: '0' }));
    await log.flush();
    expect(await rows()).toMatchObject([{ ...nothing, outcome: 'exhausted' }]);
  });

  it('writes a burst in few statements and loses none of it', async () => {
    let inserts = 0;
    const counting = new Proxy(database.orm, {
      get: (orm, name) => {
        if (name === 'insert') inserts++;
        const value: unknown = Reflect.get(orm, name);
        return typeof value === 'function' ? value.bind(orm) : value;
      },
    });
    const log = createSqlCompletionLog(counting, silentLogger);
    for (let entry = 0; entry < 450; entry++) log.record(anEntry());
    await log.flush();
    expect(await database.orm.select({ rows: count() }).from(completions)).toEqual([{ rows: 450 }]);
    expect(inserts).toBeLessThanOrEqual(4);
  });

  it('stores what models and prompts may hold and PostgreSQL does not take', async () => {
    const log = createSqlCompletionLog(database.orm, silentLogger);
    const attempts = [{ provider: 'openai', model: 'm', outcome: 'failed', ms: 1, detail: 'x\ud800\u0000' }] as const;
    log.record(anEntry({ prompt: 'a\u0000b', answer: 'c\udc00', attempts }));
    await log.flush();
    expect(await rows()).toMatchObject([{ prompt: 'ab', answer: 'c\ufffd', attempts: [{ detail: 'x\ufffd' }] }]);
  });

  it('loses only the row that cannot be written, says so, and quotes nothing of it', async () => {
    const warnings: unknown[] = [];
    const logger: Logger = { ...silentLogger, warn: (...line) => warnings.push(line) };
    const log = createSqlCompletionLog(database.orm, logger);
    const bad = anEntry({ id: 'no-uuid', prompt: 'a secret question' });
    for (const entry of [anEntry(), anEntry(), bad, anEntry()]) log.record(entry);
    await log.flush();
    expect(await rows()).toHaveLength(3);
    expect(JSON.stringify(warnings)).toContain('no-uuid');
    expect(JSON.stringify(warnings)).not.toContain('secret');
  });
});
