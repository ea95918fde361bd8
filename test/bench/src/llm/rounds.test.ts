import { expect, test } from 'vitest';
import { rotated, toRounds } from './rounds.ts';

test.each([10, 11, 199, 200, 999, 1_001, 2_000, 12_345, 1_000_000])('%i calls: none is lost to rounding', (calls) => {
  const { rounds, block } = toRounds(calls);
  expect(rounds).toBeGreaterThanOrEqual(5);
  expect(block).toBeLessThanOrEqual(250);
  expect(rounds * block).toBeGreaterThanOrEqual(calls);
  expect(rounds * block).toBeLessThan(calls + rounds);
});

test('each round has everybody, and begins with another one', () => {
  expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
});
