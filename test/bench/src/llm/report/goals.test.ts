import { expect, test } from 'vitest';
import type { ContenderId } from '../contenders/contender.ts';
import type { LlmFigure } from '../figures.ts';
import { goalLines } from './goals.ts';

const aFigure = (contender: ContenderId, more: Partial<LlmFigure> = {}): LlmFigure => ({
  contender,
  atOnce: 1,
  calls: 100,
  p50: 1,
  p99: 2,
  noise: 0.1,
  overFetch: { p50: 0.5, p99: 0.6 },
  overSdk: { p50: 0.25, p99: 0.75 },
  cpuMs: 1,
  allocated: 100_000,
  retained: 10,
  ...more,
});
const best = { p50: 0.5, p99: 1, cpuMs: 0.5, allocated: 50_000, retained: 5 };

test('says what was measured beside each goal, and where we are not below', () => {
  const lines = goalLines({
    figures: [aFigure('ai-sdk'), aFigure('langchain', { cpuMs: 0.25, allocated: 40_000 }), aFigure('ours', best)],
    hits: [
      {
        contender: 'ours',
        calls: 10,
        missed: 1,
        hit: { p50: 0.0312, p99: 0.08 },
        redacted: { p50: 0.4, p99: 0.9 },
      },
    ],
  });
  expect(lines.join('\n')).toBe(`At most 0.3 ms over the bare SDK, one at a time
  Draftsmith on PGlite: p50 0.25 ms, p99 0.75 ms
Below the AI SDK and LangChain.js in every column
  Draftsmith on PGlite, 1 at once, against AI SDK generateText: in all 5
  Draftsmith on PGlite, 1 at once, against LangChain withFallbacks: not in processor time 0.50 to 0.25, allocated 50.0 to 40.0
A cache hit under 0.1 ms
  Draftsmith on PGlite: p50 0.031 ms, p99 0.080 ms; with redaction around it p50 0.400 ms, p99 0.900 ms; 1 of 10 were not hits`);
});

test('as much as a peer is not below it, and nothing measured is not either', () => {
  const lines = goalLines({
    figures: [aFigure('ai-sdk'), aFigure('ours', { ...best, p50: 1, p99: Number.NaN })],
    hits: [],
  });
  expect(lines).toContain(
    '  Draftsmith on PGlite, 1 at once, against AI SDK generateText: not in p50 1.00 to 1.00, p99 - to 2.00',
  );
  expect(lines).toContain('  Draftsmith on PGlite, 1 at once, against LangChain withFallbacks: not measured');
});
