import { expect, test } from 'vitest';
import { inParallel } from './in-parallel.ts';

test('every number once, never more at the same time than allowed', async () => {
  const seen: number[] = [];
  let running = 0;
  let most = 0;
  await inParallel({ from: 5, count: 20 }, 3, async (number) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    seen.push(number);
    running -= 1;
  });
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 5));
  expect(most).toBe(3);
});
