import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** Work that ends when its gate opens; the gates can be opened before it begins. */
function gated(count: number) {
  const gates = Array.from({ length: count }, () => Promise.withResolvers<void>());
  const seen = { runs: 0, atOnce: 0 };
  let running = 0;
  const run = oneAtATime(async () => {
    seen.atOnce = Math.max(seen.atOnce, ++running);
    await gates[seen.runs++]?.promise.finally(() => running--);
  });
  return { run, gates, seen };
}

test('who asks while it runs shares one run after it', async () => {
  const { run, gates, seen } = gated(2);
  const asked = [run(), run(), run()];
  expect(seen.runs).toBe(1);
  for (const gate of gates) gate.resolve();
  await Promise.all(asked);
  expect(seen).toEqual({ runs: 2, atOnce: 1 });
});

test('there are never two runs at once, whenever somebody asks', async () => {
  const { run, gates, seen } = gated(100);
  for (const gate of gates) gate.resolve();
  const asked: Promise<void>[] = [];
  for (let turn = 0; turn < 40; turn++) {
    asked.push(run());
    await Promise.resolve();
  }
  await Promise.all(asked);
  expect(seen.runs).toBeGreaterThan(2);
  expect(seen.atOnce).toBe(1);
});

test('a failure is heard by those who asked for that run, and not by the next', async () => {
  const { run, gates } = gated(2);
  const [first, second] = [run(), run()];
  gates[0]?.reject(new Error('down'));
  await expect(first).rejects.toThrow('down');
  gates[1]?.resolve();
  await second;
});
