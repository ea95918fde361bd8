import type { Database } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatUsd } from '../price/money.ts';
import type { CompletionRecord } from './record.ts';
import { picoOf } from './rows-of.ts';
import { aHit, anAttempt, aRecord, keepRecords } from './testing.ts';
import { COUNTS, DIMENSIONS, usageReport } from './usage-report.ts';

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 10, day, hour));
const NOVEMBER = { since: new Date(Date.UTC(2026, 10, 1)), until: new Date(Date.UTC(2026, 11, 1)) };

function answered(day: number, usd: string, more: Partial<CompletionRecord> & { ms?: number } = {}) {
  const { ms = 100, ...rest } = more;
  const when = { createdAt: at(day), latencyMs: ms, ...rest };
  return aRecord({ ...when, attempts: [anAttempt({ at: at(day), ms, cost: { usd } })] });
}

describe.each(testBackends)('the usage report on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  const keep = (...records: CompletionRecord[]) => keepRecords(database.orm, records);

  it('is all zeros, and no latency, where nothing was asked', async () => {
    const report = await usageReport(database.orm, NOVEMBER, ['day']);
    expect(report.groups).toEqual([]);
    expect(report.total).toMatchObject({ questions: 0, attempts: 0, usd: '0', latencyMs: null });
  });

  it('counts what is in the range, its first instant included and its last not', async () => {
    const edges = [NOVEMBER.since, new Date(NOVEMBER.until.getTime() - 1), NOVEMBER.until];
    await keep(
      ...edges.map((when) => aRecord({ createdAt: when, attempts: [anAttempt({ at: when, cost: { usd: '1' } })] })),
    );
    const { total, groups } = await usageReport(database.orm, NOVEMBER, ['day']);
    expect(total).toMatchObject({ questions: 2, attempts: 2, usd: '2' });
    expect(groups.map(({ of }) => of.day)).toEqual(['2026-11-01', '2026-11-30']);
  });

  it('gives questions to who answered and attempts to who was asked, unpaid and cut ones included', async () => {
    const slow = anAttempt({ at: at(5), provider: 'anthropic', model: 'claude', outcome: 'failed', ms: 15_000 });
    const cut = { ...slow, cost: { usd: '0.25' }, usage: { inputTokens: 70, outputTokens: 7 } };
    const rescue = anAttempt({ at: at(5), ms: 900, cost: { usd: '0.5' } });
    await keep(
      aRecord({ createdAt: at(5), attempts: [cut, rescue], latencyMs: 16_000 }),
      aHit({ createdAt: at(5) }),
      aRecord({ createdAt: at(5), attempts: [], outcome: 'stopped' }),
    );
    const { groups, total } = await usageReport(database.orm, NOVEMBER, ['provider']);
    expect(groups).toEqual([
      {
        ...{ of: { provider: 'openai' }, questions: 2, hits: 1, unanswered: 0, attempts: 1, failed: 0, usd: '0.5' },
        ...{ inputTokens: 10, cachedInputTokens: 0, outputTokens: 5, reasoningTokens: 0 },
        latencyMs: { avg: 900, p50: 900, p95: 900 },
      },
      {
        ...{ of: { provider: 'anthropic' }, questions: 0, hits: 0, unanswered: 0, attempts: 1, failed: 1, usd: '0.25' },
        ...{ inputTokens: 70, cachedInputTokens: 0, outputTokens: 7, reasoningTokens: 0 },
        latencyMs: null,
      },
      expect.objectContaining({ of: { provider: null }, questions: 1, unanswered: 1, attempts: 0, usd: '0' }),
    ]);
    expect(total).toMatchObject({ questions: 3, hits: 1, unanswered: 1, attempts: 2, failed: 1, usd: '0.75' });
    // The asker waited for the failure, too.
    const byAccount = await usageReport(database.orm, NOVEMBER, ['account']);
    expect(byAccount.groups[0]?.latencyMs).toEqual({ avg: 16_000, p50: 16_000, p95: 16_000 });
  });

  it('has the latency that half and all but five in a hundred were faster than, cache hits left out', async () => {
    await keep(...Array.from({ length: 100 }, (_, n) => answered(3, '0', { ms: n + 1 })), aHit({ createdAt: at(3) }));
    const { total } = await usageReport(database.orm, NOVEMBER, []);
    expect(total.latencyMs).toEqual({ avg: 51, p50: 50, p95: 95 });
  });

  it('orders days by day and everything else by cost, and knows combinations', async () => {
    await keep(
      answered(2, '1', { account: 'acme' }),
      answered(1, '2', { account: 'acme' }),
      answered(1, '3', { account: 'zenith', connector: 'hubspot' }),
    );
    const named = async (...by: (typeof DIMENSIONS)[number][]) =>
      (await usageReport(database.orm, NOVEMBER, by)).groups.map(({ of, usd }) => [...Object.values(of), usd]);
    expect(await named('day')).toEqual([
      ['2026-11-01', '5'],
      ['2026-11-02', '1'],
    ]);
    expect(await named('account', 'day')).toEqual([
      ['zenith', '2026-11-01', '3'],
      ['acme', '2026-11-01', '2'],
      ['acme', '2026-11-02', '1'],
    ]);
    expect(await named('connector', 'account')).toEqual([
      ['zendesk', 'acme', '3'],
      ['hubspot', 'zenith', '3'],
    ]);
  });

  it('has groups that sum to the total to the last decimal, whatever is on record', async () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const usd = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((pico) => ({ usd: formatUsd(pico) }));
    const tokens = fc.nat(1_000_000);
    const attempt = fc.record({
      provider: name,
      model: name,
      outcome: fc.constantFrom('answered', 'failed', 'refused', 'superseded'),
      cost: usd,
      usage: fc.record({ inputTokens: tokens, outputTokens: tokens }),
      ms: fc.nat(60_000),
      at: fc.integer({ min: 1, max: 30 }).map((day) => at(day)),
    });
    const record = fc.record({
      account: name,
      user: name,
      connector: name,
      purpose: name,
      attempts: fc.array(attempt),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 30 }),
        fc.subarray([...DIMENSIONS], { minLength: 1 }),
        async (given, by) => {
          await database.orm.delete(completions);
          await keep(...given.map((one) => aRecord({ ...one, createdAt: one.attempts[0]?.at ?? at(1) })));
          const { groups, total } = await usageReport(database.orm, NOVEMBER, by);
          const all = given.flatMap(({ attempts }) => attempts);
          expect(picoOf(total.usd)).toBe(all.reduce((sum, { cost }) => sum + picoOf(cost.usd), 0n));
          expect(groups.reduce((sum, group) => sum + picoOf(group.usd), 0n)).toBe(picoOf(total.usd));
          for (const figure of COUNTS)
            expect(
              groups.reduce((sum, group) => sum + group[figure], 0),
              figure,
            ).toBe(total[figure]);
        },
      ),
      { numRuns: 15 },
    );
  });
});
