import { DIALECT_NAMES } from '../fault-server/dialect.ts';
import { whole } from '../fault-server/plays.ts';
import type { Case } from '../faults/fault.ts';
import { answered } from '../judge.ts';
import { playCase } from '../play-case.ts';
import { draftsmith } from '../product.ts';
import { realTimeline } from '../timeline/timeline.ts';
import { createVirtualTimeline } from '../timeline/virtual-timeline.ts';
import { type World, type WorldOptions, withWorld } from '../world.ts';

/** Nothing goes wrong. */
export const well: Case = {
  name: 'well',
  primary: whole,
  judge: (seen) => answered(seen, { by: 'primary', withinMs: 20_000 }),
};

/** Waiting as little as the rules allow is the sharpest test of whether they are kept. */
export const random = (): number => 0;

/**
 * The first question to a vendor loads its SDK and the price list, which no wire shows: played time would not wait.
 * @throws Error when even that goes wrong
 */
export async function loadEverything(): Promise<void> {
  for (const dialect of DIALECT_NAMES) {
    const options = { product: draftsmith, timeline: realTimeline, random, dialect, arrangement: 'siblings' } as const;
    const { why } = await playCase(well, options);
    if (why) throw new Error(`Without any fault, ${dialect}: ${why}`);
  }
}

/** A world in played time; two models of OpenAI and a fallback that is well, unless said otherwise. */
export async function inPlayedTime<T>(
  options: Pick<WorldOptions, 'primary'> & Partial<WorldOptions>,
  use: (world: World) => Promise<T>,
): Promise<T> {
  using timeline = createVirtualTimeline();
  const usual = { product: draftsmith, timeline, random, dialect: 'openai', arrangement: 'siblings' } as const;
  return await withWorld({ ...usual, fallback: whole, ...options }, use);
}
