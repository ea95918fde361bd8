import { expect, test } from 'vitest';
import { turn } from './turn.ts';

test('one caller for each turn of the event loop, in order; sockets and timers get theirs in between', async () => {
  const order: string[] = [];
  const turns = [1, 2, 3].map(async (n) => {
    await turn();
    order.push(`draft ${n}`);
    // What came in over a socket meanwhile would be served in this phase too.
    setImmediate(() => order.push(`served after ${n}`));
  });
  await Promise.all(turns);
  expect(order.filter((what) => what.startsWith('draft'))).toEqual(['draft 1', 'draft 2', 'draft 3']);
  expect(order.indexOf('served after 1')).toBeLessThan(order.indexOf('draft 3'));
});

test('after a pause it goes on', async () => {
  await turn();
  await new Promise((later) => setImmediate(later));
  await turn();
});
