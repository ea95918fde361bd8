import { expect, test } from 'vitest';
import { parseLimits } from './parse-limits.ts';
import { createFindWindows, endOf, startOf, titleOf } from './windows.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const USD = 10n ** 12n;

function keysFor(limits: string, payer: { account: string; connector?: string; user?: string }): string[] {
  return createFindWindows(parseLimits(limits))(payer, NOON).map(({ key, limit }) => `${key} ${limit / USD}`);
}

test('every limit that applies, each in its own day or month', () => {
  const limits = 'suite=300/month, suite=30/day, connector=9/day, account=20/day, user=1/day';
  expect(keysFor(limits, { account: 'acme', connector: 'zendesk', user: 'u7' })).toEqual([
    'day:2026-11-22:account:acme 20',
    'day:2026-11-22:connector:zendesk 9',
    'day:2026-11-22:suite: 30',
    'day:2026-11-22:user:u7 1',
    'month:2026-11-01:suite: 300',
  ]);
});

test('a connector or user that is not known is not limited, the rest is', () => {
  expect(keysFor('suite=3/day, connector=1/day, user=1/day', { account: 'acme' })).toEqual(['day:2026-11-22:suite: 3']);
});

test('an id wins over the entry without one, for its own period only', () => {
  const limits = 'account=20/day, account:acme=5/day, account=90/month, account:globex=0/month';
  expect(keysFor(limits, { account: 'acme' })).toEqual([
    'day:2026-11-22:account:acme 5',
    'month:2026-11-01:account:acme 90',
  ]);
  expect(keysFor(limits, { account: 'globex' })).toEqual([
    'day:2026-11-22:account:globex 20',
    'month:2026-11-01:account:globex 0',
  ]);
});

test('an id of its own limits nobody else', () => {
  expect(keysFor('account:acme=5/day', { account: 'globex' })).toEqual([]);
});

test('days and months are those of UTC', () => {
  const last = Date.UTC(2027, 0, 1) - 1;
  expect([startOf('day', last), startOf('month', last)]).toEqual(['2026-12-31', '2026-12-01']);
  expect([startOf('day', last + 1), startOf('month', last + 1)]).toEqual(['2027-01-01', '2027-01-01']);
  expect(endOf({ period: 'day', start: '2026-12-31' })).toEqual(new Date(last + 1));
  expect(endOf({ period: 'month', start: '2026-12-01' })).toEqual(new Date(last + 1));
  expect(endOf({ period: 'month', start: '2028-02-01' })).toEqual(new Date('2028-03-01T00:00:00Z'));
});

test('a window has a title for people', () => {
  const titles = createFindWindows(parseLimits('suite=3/month, account=1/day'))({ account: 'acme' }, NOON).map(titleOf);
  expect(titles).toEqual(['The budget of account acme for 2026-11-22', 'The budget of the whole suite for 2026-11']);
});
