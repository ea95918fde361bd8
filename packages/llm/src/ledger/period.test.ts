import { expect, it } from 'vitest';
import { periodBefore, periodFrom } from './period.ts';

const range = ([since, until]: readonly [string, string]) => ({ since: new Date(since), until: new Date(until) });

it.each([
  ['whole days', ['2026-11-15', '2026-11-22'], ['2026-11-08', '2026-11-15']],
  ['days, the last one not over', ['2026-11-16', '2026-11-22T17:00Z'], ['2026-11-09', '2026-11-15T17:00Z']],
  ['hours', ['2026-11-22T05:00Z', '2026-11-22T17:00Z'], ['2026-11-21T05:00Z', '2026-11-21T17:00Z']],
  ['a month', ['2026-03-01', '2026-04-01'], ['2026-02-01', '2026-03-01']],
  ['a quarter, over the turn of the year', ['2026-01-01', '2026-04-01'], ['2025-10-01', '2026-01-01']],
] as const)('before %s', (_what, now, before) => {
  expect(periodBefore(range(now))).toEqual(range(before));
});

it('is as long as the range, or as many months', () => {
  const february = range(['2026-02-01', '2026-03-01']);
  expect(periodFrom(new Date('2025-12-01'), february)).toEqual(range(['2025-12-01', '2026-01-01']));
  expect(periodFrom(new Date('2025-12-05'), february)).toEqual(range(['2025-12-05', '2026-01-02']));
});
