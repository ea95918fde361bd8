import { expect, test } from 'vitest';
import { count, dollars, duration, placesFor, signedDollars } from './figures.ts';

test.each([
  [0, '0'],
  [99_999, '99,999'],
  [100_000, '100k'],
  [999_499, '999k'],
  [999_500, '1.0M'],
  [17_249_000, '17.2M'],
  [123_456_789, '123M'],
  [2_500_000_000, '2.5G'],
])('%i is %s', (value, text) => expect(count(value)).toBe(text));

test.each([
  ['0', 2, '$0.00'],
  ['1234567.891', 2, '$1,234,567.89'],
  ['0.005', 2, '$0.01'],
  ['0.00499999', 2, '$0.00'],
  ['-0.0001', 2, '$0.00'],
  ['-12.5', 2, '-$12.50'],
  ['0.000012345678', 6, '$0.000012'],
  ['9007199254740993.01', 2, '$9,007,199,254,740,993.01'],
])('%s with %i places is %s', (usd, places, text) => expect(dollars(usd, places)).toBe(text));

test('a sign where there is a difference', () => {
  expect(['1', '-1', '0', '0.001'].map((usd) => signedDollars(usd, 2))).toEqual(['+$1.00', '-$1.00', '$0.00', '$0.00']);
});

test('as many places as tell small amounts apart', () => {
  expect(['0', '0.3', '-20', '100', '-5000'].map(placesFor)).toEqual([2, 6, 4, 2, 2]);
});

test('milliseconds and seconds', () => {
  expect([0, 999.4, 1_000, 65_432].map(duration)).toEqual(['0 ms', '999 ms', '1.0 s', '65.4 s']);
});

test.each([99_999, 999_499, 999_500, 99_949_999, 99_950_000, 999_499_999, 999_500_000, 2 ** 31 - 1])(
  '%i takes at most six characters, so that a table has room',
  (value) => expect(count(value).length).toBeLessThanOrEqual(6),
);
