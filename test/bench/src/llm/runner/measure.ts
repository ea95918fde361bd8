import { inParallel } from '../../load/in-parallel.ts';
import type { Contender } from '../contenders/contender.ts';
import { ANSWER } from '../mock/answer.ts';
import { question } from '../question.ts';
import { countAllocation, retainedHeap } from './allocation.ts';
import type { HeapBlock, HitBlock, Load, TimedBlock } from './tasks.ts';

/** Unmeasured calls before each block: others had their turn, connections were closed and caches are cold. */
const LEAD_IN = 16;
/** Repeated questions, in turn. */
const REPEATED = 32;
const ENDING = ANSWER.slice(-100);

export interface Measurements {
  timed(load: Load): Promise<TimedBlock>;
  heap(load: Load): Promise<HeapBlock>;
  hits(count: number): Promise<HitBlock>;
  /** The same calls, unmeasured. */
  run(load: Load): Promise<void>;
}

/** What is measured of one contender. No question is asked twice, but for the hits. */
export function measurements(contender: Contender): Measurements {
  let asked = 0;

  const ask = async (number: number): Promise<number> => {
    const asking = question(number);
    const started = performance.now();
    const text = await contender.ask(asking);
    const ms = performance.now() - started;
    // A contender that answers something else did less, or something else, and was fast for nothing.
    if (!text.endsWith(ENDING)) throw new Error('The answer is not the one that the model server gave');
    return ms;
  };

  const run = async ({ count, atOnce }: Load, onSample: (ms: number) => void = () => undefined): Promise<void> => {
    const from = asked + 1;
    asked += count;
    await inParallel({ from, count }, atOnce, async (number) => onSample(await ask(number)));
    await contender.settle?.();
  };

  return {
    run,
    async timed(load) {
      await retainedHeap();
      await run({ ...load, count: LEAD_IN });
      const samples: number[] = [];
      const before = process.cpuUsage();
      await run(load, (ms) => samples.push(ms));
      const { user, system } = process.cpuUsage(before);
      return { samples, cpuMs: (user + system) / 1000 / load.count };
    },
    async heap(load) {
      await run({ ...load, count: LEAD_IN });
      const before = await retainedHeap();
      const allocated = countAllocation();
      await run(load);
      const bytes = allocated();
      return { allocated: bytes / load.count, retained: ((await retainedHeap()) - before) / load.count };
    },
    hits: (count) => hits(contender, count),
  };
}

async function hits(contender: Contender, count: number): Promise<HitBlock> {
  const questions = Array.from({ length: REPEATED }, (_, i) => question(-1 - i));
  for (const asking of questions) await contender.ask(asking);
  await retainedHeap();
  const block: HitBlock = { samples: [], redacted: [], missed: 0 };
  for (let i = 0; i < count; i++) {
    const asking = questions[i % REPEATED] ?? question(0);
    const repeat = contender.repeat?.(asking) ?? (async () => false);
    const started = performance.now();
    const hit = await repeat();
    const between = performance.now();
    await contender.ask(asking);
    block.samples.push(between - started);
    block.redacted.push(performance.now() - between);
    if (!hit) block.missed += 1;
  }
  await contender.settle?.();
  return block;
}
