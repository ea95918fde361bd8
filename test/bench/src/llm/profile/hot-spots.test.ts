import { expect, test } from 'vitest';
import { type CpuProfile, hotSpots, packageOf, placeOf } from './hot-spots.ts';

const STORE = 'file:///home/a/node_modules/.pnpm';
const frame = (functionName: string, url = '', lineNumber = 0) => ({ functionName, url, lineNumber });

const SDK = frame('decode', `${STORE}/openai@7.0.0_zod@4.0.0/node_modules/openai/internal/line.mjs`, 38);
const OURS = frame('complete', 'file:///home/a/packages/llm/src/completer.ts', 42);

test('time is with whoever spends it, and with whoever asked for it; waiting is with nobody', () => {
  const profile: CpuProfile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 3, 6] },
      { id: 2, callFrame: frame('(idle)') },
      { id: 3, callFrame: OURS, children: [4] },
      { id: 4, callFrame: SDK, children: [5] },
      // Calls back into ours: its total must not count this time twice.
      { id: 5, callFrame: OURS },
      { id: 6, callFrame: frame('post', 'node:inspector', 114) },
    ],
    samples: [2, 3, 4, 5, 5, 6],
    timeDeltas: [9_000, 1_000, 2_500, 500, 500, 7_000],
  };
  expect(hotSpots(profile, packageOf)).toEqual([
    { name: 'openai', selfMs: 2.5, totalMs: 3.5 },
    { name: '@draftsmith/llm', selfMs: 2, totalMs: 4.5 },
  ]);
  expect(hotSpots(profile, placeOf).map(({ name }) => name)).toEqual([
    'decode openai/internal/line.mjs:39',
    'complete packages/llm/src/completer.ts:43',
  ]);
});

test.each([
  [SDK, 'openai'],
  [frame('x', `${STORE}/@langchain+core@1.4.0/node_modules/@langchain/core/dist/a.js`), '@langchain/core'],
  [frame('x', 'file:///home/a/test/bench/src/llm/question.ts'), '@draftsmith/bench'],
  [frame('x', 'node:internal/deps/undici/undici'), 'node undici'],
  [frame('x', 'node:net'), 'node net'],
  [frame('x', 'wasm://wasm/022a9842'), 'wasm'],
  [frame('(garbage collector)'), '(garbage collector)'],
  [frame('(anonymous)'), 'native'],
  [frame('writev'), 'native'],
])('%j belongs to %s', (callFrame, owner) => {
  expect(packageOf(callFrame)).toBe(owner);
});
