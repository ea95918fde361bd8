import { AppError, toAppError } from '@draftsmith/errors';
import type { Clock } from '@draftsmith/llm';
import type { Arrangement } from './cast.ts';
import type { DialectName } from './fault-server/dialect.ts';
import { whole } from './fault-server/plays.ts';
import type { Case } from './faults/fault.ts';
import { falseText } from './judge.ts';
import type { Product } from './product.ts';
import type { Timeline } from './timeline/timeline.ts';
import { type World, withWorld } from './world.ts';

/** `wrong-text`: a text that is not the whole right one was passed off as an answer, worse than any failure. */
export type Verdict = 'passed' | 'failed' | 'wrong-text';

export interface CaseResult {
  case: string;
  dialect: DialectName;
  arrangement: Arrangement;
  verdict: Verdict;
  /** What is wrong, in a sentence. */
  why?: string;
  /** Requests that arrived. */
  attempts: { primary: number; fallback: number };
  /** The longest that an answer took. Milliseconds. */
  ms: number;
}

export interface PlayOptions {
  product: Product;
  timeline: Timeline;
  dialect: DialectName;
  arrangement: Arrangement;
  random: () => number;
}

/** Longer than any fault takes a product with a deadline; one without any must not hold the scorecard. */
const PATIENCE_MS = 150_000;

/** Plays one case to the product and judges what came of it. Never throws: a product that does has failed. */
export async function playCase(played: Case, options: PlayOptions): Promise<CaseResult> {
  const { dialect, arrangement } = options;
  const label = { case: played.name, dialect, arrangement };
  const parts = { primary: played.primary, fallback: played.fallback ?? whole };
  try {
    return await withWorld({ ...options, ...parts }, async (world) => {
      const trouble = await scenarioOf(played, world, options.timeline.clock);
      return { ...label, ...judge(played, world, trouble) };
    });
  } catch (thrown) {
    const why = toAppError(thrown, thrown instanceof Error ? thrown.message : undefined).message;
    return { ...label, verdict: 'failed', why, attempts: { primary: 0, fallback: 0 }, ms: 0 };
  }
}

/** What went wrong on the way to an outcome, if anything did. */
async function scenarioOf(
  { scenario = (world) => world.ask() }: Case,
  world: World,
  clock: Clock,
): Promise<string | undefined> {
  const { promise: patience, reject } = Promise.withResolvers<never>();
  const cancel = clock.after(PATIENCE_MS, () => reject(new AppError('timeout', 'it did not come to an end')));
  try {
    await Promise.race([scenario(world), patience]);
    return undefined;
  } catch (thrown) {
    return `the product threw: ${thrown instanceof Error ? thrown.message : 'something'}`;
  } finally {
    cancel();
  }
}

function judge(
  played: Case,
  world: World,
  trouble: string | undefined,
): Omit<CaseResult, 'case' | 'dialect' | 'arrangement'> {
  const { primary, fallback, replies } = world;
  const attempts = { primary: primary.length, fallback: fallback.length };
  const ms = Math.max(0, ...replies.map(({ askedMs, repliedMs }) => repliedMs - askedMs));
  const untrue = falseText(world);
  if (untrue) return { verdict: 'wrong-text', why: untrue, attempts, ms };
  const why = trouble ?? played.judge(world);
  return why ? { verdict: 'failed', why, attempts, ms } : { verdict: 'passed', attempts, ms };
}
