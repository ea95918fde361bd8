import type { Machine } from '../machine.ts';
import { type Spread, spreadOf } from '../samples.ts';
import type { ContenderId } from './contenders/contender.ts';
import type { HeapBlock, HitBlock, TimedBlock } from './runner/tasks.ts';

/** Everything measured of one contender with so many calls at once. */
export interface Measured {
  contender: ContenderId;
  atOnce: number;
  /** In the order of the rounds. */
  timed: TimedBlock[];
  heap: HeapBlock[];
}

export interface LlmFigure {
  contender: ContenderId;
  atOnce: number;
  calls: number;
  /** Milliseconds of a call, over all rounds. */
  p50: number;
  p99: number;
  /** Half of the rounds had their p50 within plus or minus this, in milliseconds: the noise of the figures beside it. */
  noise: number;
  /** Milliseconds more than raw fetch, and than the bare SDK. */
  overFetch: Spread;
  overSdk: Spread;
  /** Milliseconds of processor time for one call; the median of the rounds. */
  cpuMs: number;
  /** Bytes for one call; the medians of the rounds. */
  allocated: number;
  retained: number;
}

export interface HitFigure {
  contender: ContenderId;
  calls: number;
  missed: number;
  /** Milliseconds. */
  hit: Spread;
  redacted: Spread;
}

export interface LlmFigures {
  machine: Machine;
  quick: boolean;
  delayMs: number;
  packets: number;
  versions: Record<string, string>;
  /** UTF-16 units of what is asked. */
  questionLength: number;
  figures: LlmFigure[];
  hits: HitFigure[];
  /** Wall time of the whole run. */
  seconds: number;
}

/** @param all with `fetch` and `openai` for each number at once: the others are compared with them */
export function toFigures(all: readonly Measured[]): LlmFigure[] {
  const spreads = new Map(all.map((one) => [one, spreadOf(one.timed.flatMap(({ samples }) => samples))]));
  return all.map((one) => {
    const spread = spreads.get(one) ?? NOTHING;
    const over = (baseline: ContenderId): Spread => {
      const base = all.find(({ contender, atOnce }) => contender === baseline && atOnce === one.atOnce);
      const { p50, p99 } = (base && spreads.get(base)) ?? NOTHING;
      return { p50: spread.p50 - p50, p99: spread.p99 - p99 };
    };
    return {
      contender: one.contender,
      atOnce: one.atOnce,
      calls: one.timed.reduce((sum, { samples }) => sum + samples.length, 0),
      ...spread,
      noise: quartileDistance(one.timed.map(({ samples }) => spreadOf(samples).p50)) / 2,
      overFetch: over('fetch'),
      overSdk: over('openai'),
      cpuMs: median(one.timed.map(({ cpuMs }) => cpuMs)),
      allocated: median(one.heap.map(({ allocated }) => allocated)),
      retained: median(one.heap.map(({ retained }) => retained)),
    };
  });
}

export function toHitFigure(contender: ContenderId, blocks: readonly HitBlock[]): HitFigure {
  return {
    contender,
    calls: blocks.reduce((sum, { samples }) => sum + samples.length, 0),
    missed: blocks.reduce((sum, { missed }) => sum + missed, 0),
    hit: spreadOf(blocks.flatMap(({ samples }) => samples)),
    redacted: spreadOf(blocks.flatMap(({ redacted }) => redacted)),
  };
}

const NOTHING: Spread = { p50: Number.NaN, p99: Number.NaN };

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quartileDistance(values: readonly number[]): number {
  return quantile(values, 0.75) - quantile(values, 0.25);
}

/** Between two neighbours in proportion; NaN without values. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = part * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at % 1);
}
