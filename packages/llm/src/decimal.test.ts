import { describe, expect, it } from 'vitest';
import { add, decimal, formatDecimal, perMillion } from './decimal.ts';

describe('decimal', () => {
  it.each([
    [0, '0'],
    [0.1, '0.1'],
    [2, '2'],
    [22.5, '22.5'],
    [1e-7, '0.0000001'],
    [1.5e-9, '0.0000000015'],
    [1e21, '1000000000000000000000'],
    [-0.25, '-0.25'],
  ])('reads %d as %s', (value, text) => {
    expect(formatDecimal(decimal(value))).toBe(text);
  });

  it('adds without the error of binary fractions', () => {
    expect(formatDecimal(add(decimal(0.1), decimal(0.2)))).toBe('0.3');
  });

  it('prices tokens by the million, exactly', () => {
    expect(formatDecimal(perMillion(decimal(0.25), 1_234))).toBe('0.0003085');
    expect(formatDecimal(perMillion(decimal(0.1), 3))).toBe('0.0000003');
  });
});
