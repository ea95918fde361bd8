import { expect, test } from 'vitest';
import { countAllocation } from './allocation.ts';

const OBJECTS = 400_000;

test('counts what was allocated, collected or not', () => {
  const allocated = countAllocation();
  let last: { a: number; b: number; c: number } | undefined;
  for (let i = 0; i < OBJECTS; i++) last = { a: i, b: i, c: i, ...last };
  const bytes = allocated();
  // At least a header and three fields of four bytes each, many times over what fits without a collection.
  expect(bytes).toBeGreaterThan(OBJECTS * 16);
  expect(bytes).toBeLessThan(OBJECTS * 200);
  expect(last?.a).toBe(0);
});
