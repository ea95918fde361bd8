import { expect, it } from 'vitest';
import { seededRandom } from './index.ts';

it('repeats itself for the same seed only, within [0, 1)', () => {
  const first = (seed: number) => Array.from({ length: 1_000 }, seededRandom(seed));
  expect(first(7)).toEqual(first(7));
  expect(first(7)).not.toEqual(first(8));
  expect(first(7).every((number) => number >= 0 && number < 1)).toBe(true);
  const mean = first(7).reduce((a, b) => a + b) / 1_000;
  expect(mean).toBeCloseTo(0.5, 1);
});
