import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import { budgetHolds, budgetWindows } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatUsd } from '../price/money.ts';
import type { Period, Scope } from './budget.ts';
import { parseLimits } from './parse-limits.ts';
import { readBudgets } from './read-budgets.ts';
import { windowOf } from './windows.ts';

const NOW = new Date('2026-11-22T17:30:00Z');

describe.each(testBackends)('where budgets stand on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(budgetHolds);
    await database.orm.delete(budgetWindows);
  });
  afterAll(() => database.close());

  async function spent(
    scope: Scope,
    id: string,
    period: Period,
    [spent = '0', held = '0', presumed = '0']: string[],
    at = NOW,
  ) {
    const { limit: _limit, ...window } = windowOf({ scope, id, period }, 0n, at.getTime());
    await database.orm.insert(budgetWindows).values({ ...window, spent, held, presumed });
  }

  const read = async (limits: string) =>
    (await readBudgets(database.orm, parseLimits(limits), NOW)).map((line) => [
      [line.scope, ...(line.id ? [line.id] : []), line.period].join(' '),
      ...[line.limit, line.spent, line.held, line.presumed, line.left].map(formatUsd),
      line.resetsAt.toISOString().slice(0, 10),
    ]);

  it('shows each limit for everybody it holds for, the fullest first, a limit for one before that for each', async () => {
    await spent('suite', '', 'month', ['12.5', '1', '0.000000000001']);
    await spent('account', 'acme', 'day', ['4']);
    await spent('account', 'small', 'day', ['1']);
    await spent('account', 'large', 'day', ['19', '1']);
    expect(await read('suite=300/month, account=20/day, account:acme=5/day')).toEqual([
      ['suite month', '300', '12.5', '1', '0.000000000001', '286.499999999999', '2026-12-01'],
      ['account large day', '20', '19', '1', '0', '0', '2026-11-23'],
      ['account small day', '20', '1', '0', '0', '19', '2026-11-23'],
      ['account acme day', '5', '4', '0', '0', '1', '2026-11-23'],
    ]);
  });

  it('shows limits that nobody has touched, and leaves out other days, other scopes and what has no limit', async () => {
    await spent('account', 'acme', 'day', ['4'], new Date('2026-11-21T23:59:59Z'));
    await spent('user', 'u1', 'day', ['4']);
    await spent('account', 'acme', 'month', ['4']);
    expect(await read('account=20/day, connector:zendesk=0/month')).toEqual([
      ['account day', '20', '0', '0', '0', '20', '2026-11-23'],
      ['connector zendesk month', '0', '0', '0', '0', '0', '2026-12-01'],
    ]);
    expect(await readBudgets(database.orm, [], NOW)).toEqual([]);
  });

  it('shows as presumed what vanished processes hold, before anybody else has come by', async () => {
    await spent('account', 'acme', 'day', ['4', '3', '1']);
    const hold = { owner: randomUUID(), windows: ['day:2026-11-22:account:acme'], granted: '2', released: '0.5' };
    const hour = 3_600_000;
    await database.orm.insert(budgetHolds).values([
      { ...hold, id: randomUUID(), expiresAt: new Date(NOW.getTime() - hour) },
      { ...hold, id: randomUUID(), expiresAt: new Date(NOW.getTime() + hour) },
      { ...hold, id: randomUUID(), expiresAt: new Date(NOW.getTime() - hour), state: 'presumed' },
    ]);
    expect(await read('account=20/day')).toEqual([['account acme day', '20', '4', '1.5', '2.5', '12', '2026-11-23']]);
  });

  it('has nothing left, and not less, where a limit was lowered', async () => {
    await spent('suite', '', 'day', ['9']);
    expect(await read('suite=5/day')).toEqual([['suite day', '5', '9', '0', '0', '0', '2026-11-23']]);
  });
});
