import type { Statement } from './statements.ts';
import { stemOf, weightOf } from './words.ts';

/**
 * How much of one letter's wording is the other's: runs of three words that stand in both. Two people who write of the
 * same matter share its words, and hardly ever three of them in a row.
 */
export interface Descent {
  /** Runs of the shorter letter's that the other has, 0 to 1. */
  share: number;
  runs: number;
}

const RUN = 3;
/** A run of short words alone ("if it is") is grammar. */
const LEAST_WEIGHT = 1;

export function descentOf(draft: readonly Statement[], reply: readonly Statement[]): Descent {
  const [a, b] = [runsOf(telling(draft)), runsOf(telling(reply))];
  let runs = 0;
  for (const [run, times] of a) runs += Math.min(times, b.get(run) ?? 0);
  const fewest = Math.min(sizeOf(a), sizeOf(b));
  return { share: fewest === 0 ? 0 : runs / fewest, runs };
}

/** Courtesies are everybody's; a letter of nothing else has to be known by them. */
function telling(statements: readonly Statement[]): readonly Statement[] {
  const claims = statements.filter(({ courtesy }) => !courtesy);
  return claims.length > 0 ? claims : statements;
}

function runsOf(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  for (const { words } of statements)
    for (let i = 0; i + RUN <= words.length; i++) {
      const run = words.slice(i, i + RUN);
      if (run.reduce((sum, word) => sum + weightOf(word), 0) < LEAST_WEIGHT) continue;
      const key = run.map(stemOf).join(' ');
      runs.set(key, (runs.get(key) ?? 0) + 1);
    }
  return runs;
}

function sizeOf(runs: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const times of runs.values()) size += times;
  return size;
}
