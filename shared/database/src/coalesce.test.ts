import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

test('calls of one turn go together, and so do those during a write; in order, bounded', async () => {
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
  const answers = [1, 2].map(add);
  await expect.poll(() => gate.length).toBe(1);
  answers.push(...[3, 4, 5, 6].map(add));
  for (const turn of [0, 1, 2]) {
    await expect.poll(() => gate.length).toBe(turn + 1);
    gate[turn]!();
  }
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50, 60]);
  expect(batches).toEqual([[1, 2], [3, 4, 5], [6]]);
});

test('a database that works on this thread does not keep requests of the same turn apart', async () => {
  const batches: number[][] = [];
  const add = coalesce<number, number>(async (items) => {
    batches.push(items);
    return items;
  });
  // Each in a callback of its own, as sockets deliver them, with all promises settled in between.
  await Promise.all([1, 2, 3].map((n) => new Promise((done) => setImmediate(() => done(add(n))))));
  expect(batches).toEqual([[1, 2, 3]]);
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
  const begun = Promise.withResolvers<void>();
  const add = coalesce<number, number>(
    async (items) => {
      begun.resolve();
      await gate;
      return items;
    },
    { maxWaiting: 1 },
  );
  const writing = add(1);
  await begun.promise;
  const waiting = add(2);
  await expect(add(3)).rejects.toMatchObject({ code: 'database.overloaded' });
  open();
  expect(await Promise.all([writing, waiting])).toEqual([1, 2]);
});
