import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameDecimal, sumOf } from './decimal.ts';

const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const text = (value: bigint) => {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

test('sums are exact, however large', () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), (values) => {
      const sum = values.reduce((a, b) => a + b, 0n);
      expect(isSameDecimal(sumOf(values.map(text)) ?? '', text(sum))).toBe(true);
    }),
  );
});

test('a cent more is another number; zeros at the end are not', () => {
  fc.assert(
    fc.property(cents, (value) => {
      expect(isSameDecimal(text(value), `${text(value)}00`)).toBe(true);
      expect(isSameDecimal(text(value), text(value + 1n))).toBe(false);
    }),
  );
});

test.each(['', '.', 'x', '1e5', '1,5', '--1'])('%j is no number', (word) => {
  expect(isSameDecimal(word, word)).toBe(false);
  expect(sumOf(['1', word])).toBeUndefined();
});

test('0.1 and 0.2 are 0.3', () => expect(sumOf(['0.1', '0.2'])).toBe('0.3'));
