import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Attempt } from '../contract/completion.ts';
import { type PricedCall, reprice } from './reprice.ts';
import { createSqlLedger } from './sql-ledger.ts';
import { aHit, anAttempt, aRecord } from './testing.ts';

const NOVEMBER = { since: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') };
const TODAY = new Date('2026-11-22T00:00:00Z');

/** A cent for a token, two beyond 100 tokens of input: as prices that depend on length are. */
async function tiered({ usage, model }: PricedCall) {
  if (model === 'nobody-knows') return { usd: '0' };
  const cents = (usage.inputTokens + usage.outputTokens) * (usage.inputTokens > 100 ? 2 : 1);
  return { usd: (cents / 100).toFixed(2), price: { row: 'today' } };
}

describe.each(testBackends)('pricing history again on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  async function keep(...attempts: Partial<Attempt>[]): Promise<void> {
    const ledger = createSqlLedger(database.orm, silentLogger);
    for (const attempt of attempts) ledger.observe(aRecord({ id: randomUUID(), attempts: [anAttempt(attempt)] }));
    ledger.observe(aHit());
    await ledger.flush();
  }

  it('prices each call by itself, by the date it is told, and sums by model', async () => {
    const calls: PricedCall[] = [];
    await keep(
      { model: 'a', usage: { inputTokens: 60, outputTokens: 0, cachedInputTokens: 20 }, cost: { usd: '0.5' } },
      { model: 'a', usage: { inputTokens: 60, outputTokens: 0 }, cost: { usd: '0.5' }, outcome: 'failed' },
      { model: 'b', usage: { inputTokens: 200, outputTokens: 1 }, cost: { usd: '5' } },
      { model: 'a', at: NOVEMBER.until, cost: { usd: '100' } },
      { model: 'a', outcome: 'failed', usage: { inputTokens: 0, outputTokens: 0 }, cost: { usd: '0' } },
    );
    const price = (call: PricedCall) => {
      calls.push(call);
      return tiered(call);
    };
    expect(await reprice(database.orm, NOVEMBER, { pricesOf: TODAY, price })).toEqual({
      ...{ kind: 'reprice', since: NOVEMBER.since.toISOString(), until: NOVEMBER.until.toISOString() },
      pricesOf: TODAY.toISOString(),
      models: [
        {
          ...{ provider: 'openai', model: 'b', attempts: 1, unpriced: 0 },
          ...{ recordedUsd: '5', repricedUsd: '4.02', differenceUsd: '-0.98' },
        },
        {
          ...{ provider: 'openai', model: 'a', attempts: 2, unpriced: 0 },
          ...{ recordedUsd: '1', repricedUsd: '1.2', differenceUsd: '0.2' },
        },
      ],
      total: { attempts: 3, unpriced: 0, recordedUsd: '6', repricedUsd: '5.22', differenceUsd: '-0.78' },
    });
    expect(calls.every(({ at }) => at === TODAY)).toBe(true);
    expect(calls.filter(({ usage }) => usage.cachedInputTokens === 20)).toHaveLength(1);
  });

  it('leaves what has no known price as it is on record, and counts it', async () => {
    await keep({ model: 'nobody-knows', cost: { usd: '3' } });
    const { models } = await reprice(database.orm, NOVEMBER, { pricesOf: TODAY, price: tiered });
    expect(models).toMatchObject([{ unpriced: 1, recordedUsd: '3', repricedUsd: '3', differenceUsd: '0' }]);
  });

  it('goes through more than fits in a page, at the same instant or not, once each', async () => {
    const second = (n: number) => new Date(NOVEMBER.since.getTime() + Math.floor(n / 1_500) * 1_000);
    await keep(
      ...Array.from({ length: 4_500 }, (_, n) => ({
        ...{ at: second(n), cost: { usd: '0.15' }, usage: { inputTokens: 10, outputTokens: 5 } },
      })),
    );
    const { total } = await reprice(database.orm, NOVEMBER, { pricesOf: TODAY, price: tiered });
    expect(total).toMatchObject({ attempts: 4_500, recordedUsd: '675', repricedUsd: '675' });
  });
});
