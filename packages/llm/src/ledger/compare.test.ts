import type { Database } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Attempt } from '../contract/completion.ts';
import { formatUsd } from '../price/money.ts';
import { compareUsage } from './compare.ts';
import { periodBefore } from './period.ts';
import type { CompletionRecord } from './record.ts';
import { aHit, anAttempt, aRecord, keepRecords } from './testing.ts';
import { usageReport } from './usage-report.ts';

const WEEK = { since: new Date('2026-11-15T00:00:00Z'), until: new Date('2026-11-22T00:00:00Z') };
const NOW = new Date('2026-11-18T12:00:00Z');
const BEFORE = new Date('2026-11-11T12:00:00Z');

const MINI = { prices: { input_mtok: 1, output_mtok: 10 } };
const LARGE = { prices: { input_mtok: 10, output_mtok: 100 } };

function answered(at: Date, more: Partial<CompletionRecord> = {}, attempt: Partial<Attempt> = {}): CompletionRecord {
  const usage = { inputTokens: 1_000, outputTokens: 100 };
  const cost = { usd: '0.002', price: MINI };
  return aRecord({ createdAt: at, ...more, attempts: [anAttempt({ at, model: 'mini', usage, cost, ...attempt })] });
}

const times = <Item>(n: number, make: () => Item) => Array.from({ length: n }, make);
const large = { model: 'large', cost: { usd: '0.02', price: LARGE } };

describe.each(testBackends)('the comparison on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  const keep = (...records: CompletionRecord[]) => keepRecords(database.orm, records);

  it('says why the bill is ten times what it was', async () => {
    const hubspot = { connector: 'hubspot', account: 'zenith' };
    await keep(
      ...times(10, () => answered(BEFORE)),
      ...times(10, () => aHit({ createdAt: BEFORE })),
      ...times(20, () => answered(NOW)),
      ...times(10, () => answered(NOW, hubspot, large)),
      ...times(10, () => aHit({ createdAt: NOW })),
      aRecord({ createdAt: NOW, attempts: [anAttempt({ at: NOW, outcome: 'failed', cost: { usd: '0.001' } })] }),
    );
    const comparison = await compareUsage(database.orm, WEEK);
    expect(comparison).toMatchObject({
      before: { since: '2026-11-08T00:00:00.000Z', until: '2026-11-15T00:00:00.000Z' },
      ...{ usdBefore: '0.02', usd: '0.241', differenceUsd: '0.221' },
    });
    expect(comparison.parts).toEqual([
      { cause: 'models', usd: '0.18', sentence: expect.stringContaining('openai/large gave 33 % of the answers') },
      { cause: 'questions', usd: '0.021', sentence: '41 questions instead of 20' },
      { cause: 'cache', usd: '0.021', sentence: 'the cache answered 24 % of the questions instead of 50 %' },
      { cause: 'answers', usd: '-0.002', sentence: 'models answered 97 % of what the cache did not instead of 100 %' },
      { cause: 'lost', usd: '0.001', sentence: '1 paid attempt without an answer instead of 0' },
    ]);
    const changes = comparison.where.map(({ dimension, value, differenceUsd }) => [dimension, value, differenceUsd]);
    expect(changes).toEqual([
      ['connector', 'hubspot', '0.2'],
      ['connector', 'zendesk', '0.021'],
      ['account', 'zenith', '0.2'],
      ['account', 'acme', '0.021'],
      ['user', 'user-1', '0.221'],
      ['purpose', 'reply', '0.221'],
      ['model', 'openai/large', '0.2'],
      ['model', 'openai/mini', '0.02'],
      ['model', 'openai/gpt-5-mini', '0.001'],
    ]);
  });

  it('has nothing to say where nothing was asked, and names who is not on record as nobody', async () => {
    expect(await compareUsage(database.orm, WEEK)).toMatchObject({ differenceUsd: '0', parts: [], where: [] });
    const { user: _user, ...unnamed } = answered(NOW);
    await keep(unnamed);
    const { where, parts } = await compareUsage(database.orm, WEEK);
    expect(where).toContainEqual(expect.objectContaining({ dimension: 'user', value: null, differenceUsd: '0.002' }));
    expect(parts).toEqual([{ cause: 'questions', usd: '0.002', sentence: '1 question instead of 0' }]);
  });

  it('shows five changes of each dimension, the largest first, losses among them', async () => {
    const users = times(7, () => 0).map((_, n) => `user-${n}`);
    await keep(
      ...users.map((user, n) => answered(NOW, { user }, { cost: { usd: `0.00${n + 1}` } })),
      answered(BEFORE, { user: 'gone' }, { cost: { usd: '1' } }),
    );
    const { where } = await compareUsage(database.orm, WEEK);
    const found = where.filter(({ dimension }) => dimension === 'user').map(({ value }) => value);
    expect(found).toEqual(['gone', 'user-6', 'user-5', 'user-4', 'user-3']);
  });

  it('agrees with the report to the last decimal, whatever is on record', async () => {
    const attempt = fc.record({
      model: fc.constantFrom('mini', 'large'),
      outcome: fc.constantFrom('answered', 'failed', 'superseded', 'refused'),
      cost: fc.record({
        usd: fc.bigInt({ min: 0n, max: 10n ** 14n }).map(formatUsd),
        price: fc.constantFrom(MINI, LARGE),
      }),
      usage: fc.record({ inputTokens: fc.nat(100_000), outputTokens: fc.nat(10_000) }),
      at: fc.constantFrom(NOW, BEFORE),
    });
    const record = fc.record({
      createdAt: fc.constantFrom(NOW, BEFORE),
      cache: fc.constantFrom('hit', 'miss'),
      attempts: fc.array(attempt, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 20 }), async (given) => {
        await database.orm.delete(completions);
        await keep(...given.map((one) => aRecord({ ...one, attempts: one.attempts.map(anAttempt) })));
        const { parts, differenceUsd, usd, usdBefore } = await compareUsage(database.orm, WEEK);
        expect(sum(parts.map((part) => part.usd))).toBe(differenceUsd);
        expect((await usageReport(database.orm, WEEK, [])).total.usd).toBe(usd);
        expect((await usageReport(database.orm, periodBefore(WEEK), [])).total.usd).toBe(usdBefore);
      }),
      { numRuns: 15 },
    );
  });
});

/** Of decimals with at most twelve places and perhaps a sign. */
function sum(amounts: readonly string[]): string {
  const picoOf = (amount: string) => {
    const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
    const pico = BigInt(whole + fraction.padEnd(12, '0'));
    return amount.startsWith('-') ? -pico : pico;
  };
  return formatUsd(amounts.map(picoOf).reduce((a, b) => a + b, 0n));
}
