import type { Database } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { asc, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { purgeTexts } from './purge-texts.ts';
import { createSqlLedger, DAY_MS } from './sql-ledger.ts';
import { anAttempt, aRecord, NOON } from './testing.ts';

describe.each(testBackends)('retention on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  async function keep(count: number, keepTextsMs: number, reference: string): Promise<void> {
    const ledger = createSqlLedger(database.orm, silentLogger, { keepTextsMs });
    for (let n = 0; n < count; n++) ledger.observe(aRecord({ reference }));
    await ledger.flush();
  }

  const after = (ms: number) => new Date(NOON.getTime() + ms);

  it('forgets texts at their time, keeps the figures and everything else', async () => {
    await keep(1, DAY_MS, 'a day');
    await keep(1, 2 * DAY_MS, 'two days');
    await keep(1, Infinity, 'for ever');
    expect(await purgeTexts(database.orm, after(DAY_MS - 1))).toBe(0);
    expect(await purgeTexts(database.orm, after(DAY_MS))).toBe(1);
    expect(await purgeTexts(database.orm, after(DAY_MS))).toBe(0);
    const texts = { prompt: 'Where is my parcel?', answer: 'On its way.' };
    expect(await database.orm.select().from(completions).orderBy(asc(completions.reference))).toMatchObject([
      { reference: 'a day', prompt: null, answer: null, textsUntil: null, inputTokens: 10, provider: 'openai' },
      { reference: 'for ever', ...texts },
      { reference: 'two days', ...texts },
    ]);
  });

  it('forgets what a model said when it declined, and no sentence of ours', async () => {
    const said = 'OpenAI declined to answer: Ms Doe is none of my business';
    const ours = 'OpenAI is not available (503)';
    const tries = [anAttempt({ outcome: 'failed', detail: ours }), anAttempt({ outcome: 'refused', detail: said })];
    const ledger = createSqlLedger(database.orm, silentLogger, { keepTextsMs: DAY_MS });
    for (const reference of ['old', 'young']) {
      const createdAt = reference === 'old' ? NOON : after(1);
      ledger.observe(aRecord({ reference, createdAt, attempts: tries, outcome: 'refused' }));
    }
    await ledger.flush();
    const detailsOf = async (reference: string) =>
      (
        await database.orm
          .select({ detail: attempts.detail })
          .from(attempts)
          .innerJoin(completions, eq(attempts.completionId, completions.id))
          .where(eq(completions.reference, reference))
          .orderBy(asc(attempts.n))
      ).map(({ detail }) => detail);
    expect(await detailsOf('old')).toEqual([ours, said]);
    expect(await purgeTexts(database.orm, after(DAY_MS))).toBe(1);
    expect(await detailsOf('old')).toEqual([ours, 'The model declined to answer']);
    expect(await detailsOf('young')).toEqual([ours, said]);
  });

  it('goes through a backlog batch by batch, also beside another process', async () => {
    await keep(1_234, DAY_MS, 'old');
    const purged = await Promise.all([1, 2].map(() => purgeTexts(database.orm, after(DAY_MS))));
    const left = await purgeTexts(database.orm, after(DAY_MS));
    expect(purged.reduce((a, b) => a + b, left)).toBe(1_234);
    expect(await database.orm.select().from(completions).where(isNull(completions.prompt))).toHaveLength(1_234);
  });
});
