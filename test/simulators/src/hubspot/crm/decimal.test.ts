import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, decimal, format, multiply, parseDecimal, percent, round, share, subtract } from './decimal.ts';

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const asDecimal = (value: bigint) => ({ digits: value, scale: 2 });

describe('decimal', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(cents, (value) => {
        expect(parseDecimal(format(asDecimal(value)))).toEqual(asDecimal(value));
      }),
    );
  });

  it('adds, subtracts and multiplies exactly', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(add(asDecimal(a), asDecimal(b)).digits).toBe(a + b);
        expect(subtract(asDecimal(a), asDecimal(b)).digits).toBe(a - b);
        expect(multiply(asDecimal(a), asDecimal(b))).toEqual({ digits: a * b, scale: 4 });
      }),
    );
  });

  it('never rounds further than half a unit', () => {
    fc.assert(
      fc.property(cents, (value) => {
        const rounded = round({ digits: value, scale: 4 }, 2).digits * 100n;
        const off = rounded - value;
        expect(off <= 50n && off >= -50n).toBe(true);
      }),
    );
  });

  it.each([
    ['2.675', '2.68'],
    ['-2.675', '-2.68'],
    ['0.005', '0.01'],
    ['1.1', '1.10'],
  ])('rounds %s to %s', (given, wanted) => expect(format(round(decimal(given), 2))).toBe(wanted));

  it('takes percentages and shares', () => {
    expect(format(round(percent(decimal('2345.60'), decimal('20')), 2))).toBe('469.12');
    expect(format(share(decimal('100.00'), 1, 3, 2))).toBe('33.33');
  });

  it.each(['', '.', 'abc', '1e5', '0x10', '1,5'])('does not take %j for a number', (text) =>
    expect(parseDecimal(text)).toBeUndefined(),
  );
});
