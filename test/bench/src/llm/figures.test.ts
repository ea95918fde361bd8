import { expect, test } from 'vitest';
import type { ContenderId } from './contenders/contender.ts';
import { type Measured, toFigures, toHitFigure } from './figures.ts';

const timed = (cpuMs: number, ...samples: number[]) => ({ samples, cpuMs });
const measured = (contender: ContenderId, more: Partial<Measured> = {}): Measured => ({
  contender,
  atOnce: 1,
  timed: [timed(1, 1, 1, 9)],
  heap: [{ allocated: 100, retained: 1 }],
  ...more,
});

test('what is added is the difference to fetch and to the SDK with as many at once', () => {
  const [, , ours, many] = toFigures([
    measured('fetch'),
    measured('openai', { timed: [timed(1, 2, 2, 12)] }),
    measured('ours', { timed: [timed(1, 5, 5, 5), timed(1, 5, 5, 20)] }),
    measured('ours', { atOnce: 8, timed: [timed(1, 40)] }),
    measured('fetch', { atOnce: 8, timed: [timed(1, 30)] }),
  ]);
  expect(ours).toMatchObject({ calls: 6, p50: 5, p99: 20 });
  expect(ours).toMatchObject({ overFetch: { p50: 4, p99: 11 }, overSdk: { p50: 3, p99: 8 } });
  expect(many).toMatchObject({ overFetch: { p50: 10 }, overSdk: { p50: Number.NaN } });
});

test('one disturbed round moves neither the processor time nor the memory', () => {
  const rounds = [3, 1, 2, 2, 100];
  const [figure] = toFigures([
    measured('fetch', {
      timed: rounds.map((ms) => timed(ms, ms)),
      heap: rounds.map((bytes) => ({ allocated: bytes, retained: -bytes })),
    }),
  ]);
  expect(figure).toMatchObject({ cpuMs: 2, allocated: 2, retained: -2 });
  // Of the rounds' p50 in order, 1 2 2 3 100, the middle half goes from 2 to 3.
  expect(figure?.noise).toBe(0.5);
});

test('hits that were none are counted', () => {
  const block = { samples: [0.02, 0.03], redacted: [0.5, 0.6], missed: 1 };
  expect(toHitFigure('ours', [block, { ...block, missed: 0 }])).toEqual({
    contender: 'ours',
    calls: 4,
    missed: 1,
    hit: { p50: 0.02, p99: 0.03 },
    redacted: { p50: 0.5, p99: 0.6 },
  });
});
