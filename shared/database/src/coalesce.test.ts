import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

test('one call is written at once; calls during a write go together in the next, in order, bounded', async () => {
  const batches: number[][] = [];
  const gate: (() => void)[] = [];
  const add = coalesce<number, number>(
    async (items) => {
      batches.push(items);
      await new Promise<void>((open) => gate.push(open));
      return items.map((item) => item * 10);
    },
    { maxBatch: 3 },
  );
  const answers = [1, 2, 3, 4, 5].map(add);
  for (const turn of [0, 1, 2]) {
    await expect.poll(() => gate.length).toBe(turn + 1);
    gate[turn]!();
  }
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

test('a failed write fails its own callers only', async () => {
  let fail = true;
  const add = coalesce<string, string>(async (items) => {
    if (fail) throw new Error('disk full');
    return items;
  });
  await expect(add('a')).rejects.toThrow('disk full');
  fail = false;
  await expect(add('b')).resolves.toBe('b');
});

test('beyond the bound a call is refused at once, and the waiting ones are still written', async () => {
  let open = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  const add = coalesce<number, number>(
    async (items) => {
      await gate;
      return items;
    },
    { maxWaiting: 1 },
  );
  const [writing, waiting] = [add(1), add(2)];
  await expect(add(3)).rejects.toMatchObject({ code: 'database.overloaded' });
  open();
  expect(await Promise.all([writing, waiting])).toEqual([1, 2]);
});
