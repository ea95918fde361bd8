import { expect, test } from 'vitest';
import { forEachAtOnce } from './for-each-at-once.ts';

const turn = () => new Promise((done) => setImmediate(done));

async function* numbers(end: number) {
  for (let n = 1; n <= end; n += 1) {
    await turn();
    yield n;
  }
}

test('all are worked on, as many at the same time as allowed and no more', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await forEachAtOnce(numbers(20), 3, async (n) => {
    running += 1;
    most = Math.max(most, running);
    for (let turns = 0; turns < 10; turns += 1) await turn();
    running -= 1;
    done.push(n);
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('a failure between two items is told, what runs ends first, and nothing more is begun', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const all = forEachAtOnce(numbers(100), 8, async (n) => {
    begun.push(n);
    if (n === 3) throw new Error('third');
    await turn();
    ended.push(n);
  });
  await expect(all).rejects.toThrow('third');
  expect(begun.length).toBeLessThan(10);
  expect(ended).toEqual(begun.filter((n) => n !== 3));
});
