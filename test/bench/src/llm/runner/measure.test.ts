import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import type { Contender } from '../contenders/contender.ts';
import { ANSWER } from '../mock/answer.ts';
import { measurements } from './measure.ts';

beforeAll(() => {
  // As --expose-gc does for a contender's process; a test worker is not ours to start.
  setFlagsFromString('--expose-gc');
  globalThis.gc ??= runInNewContext('gc') as NonNullable<typeof globalThis.gc>;
});

test('every question is asked once, and what is left to do after the answers is waited for', async () => {
  const asked: string[] = [];
  let settled = 0;
  const contender: Contender = {
    ask: async ({ text }) => {
      asked.push(text);
      return ANSWER;
    },
    settle: async () => {
      settled = asked.length;
    },
  };
  const measure = measurements(contender);
  await measure.run({ count: 5, atOnce: 2 });
  await measure.run({ count: 3, atOnce: 8 });
  expect(new Set(asked).size).toBe(8);
  expect(settled).toBe(8);
});

test('another answer than the model server gave ends the run', async () => {
  const measure = measurements({ ask: async () => ANSWER.slice(0, -1) });
  await expect(measure.run({ count: 1, atOnce: 1 })).rejects.toThrow('not the one that the model server gave');
});

test('repeated questions that the cache does not answer are told', async () => {
  let asked = 0;
  const measure = measurements({
    ask: async () => ANSWER,
    repeat: () => async () => {
      asked += 1;
      return asked % 2 === 0;
    },
  });
  const { samples, redacted, missed } = await measure.hits(10);
  expect([samples.length, redacted.length, missed]).toEqual([10, 10, 5]);
});
