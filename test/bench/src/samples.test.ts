import { expect, test } from 'vitest';
import { spreadOf } from './samples.ts';

test('percentiles are samples that were measured, by rank', () => {
  const shuffled = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
  expect(spreadOf(shuffled)).toEqual({ p50: 50, p99: 99 });
});

test('numbers are sorted as numbers', () => {
  expect(spreadOf([10, 9, 100])).toEqual({ p50: 10, p99: 100 });
});

test('one sample is every percentile, none is none', () => {
  expect(spreadOf([7])).toEqual({ p50: 7, p99: 7 });
  expect(spreadOf([])).toEqual({ p50: Number.NaN, p99: Number.NaN });
});
