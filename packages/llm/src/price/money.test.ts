import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatUsd, parseUsd } from './money.ts';

it.each([
  ['0', 0n, '0'],
  ['12', 12_000_000_000_000n, '12'],
  ['0.50', 500_000_000_000n, '0.5'],
  ['0.000000000001', 1n, '0.000000000001'],
  ['0.0000000000001', 1n, '0.000000000001'],
])('%s USD', (text, amount, shown) => {
  expect(parseUsd(text)).toBe(amount);
  expect(formatUsd(amount)).toBe(shown);
});

it.each(['', '-1', '1e3', '1,5', '.5', '1.', 'NaN', '$1'])('"%s" is no amount', (text) => {
  expect(parseUsd(text)).toBeUndefined();
});

it('formats and reads back whatever amount', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (amount) => parseUsd(formatUsd(amount)) === amount));
});
