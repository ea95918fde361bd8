import type { Acceptance } from '@draftsmith/contracts';
import { compare } from '../compare/compare.ts';
import type { Pair } from './pairs.ts';

export interface Judged {
  pair: Pair;
  found: Acceptance;
  verdictRight: boolean;
  /** Undefined where the verdict is wrong already, or no kind is asked for. */
  editsRight?: boolean;
}

export function judge(pair: Pair): Judged {
  const found = compare(pair.draft, pair.reply);
  const verdictRight = found.verdict === pair.verdict;
  if (!verdictRight || !pair.edit) return { pair, found, verdictRight };
  const has = found.edits.includes(pair.edit);
  return { pair, found, verdictRight, editsRight: has && (!pair.exactly || found.edits.length === 1) };
}

/** Rows: what it was; columns: what was found. */
export function confusion(judged: readonly Judged[]): Map<string, Map<string, number>> {
  const matrix = new Map<string, Map<string, number>>();
  for (const { pair, found } of judged) {
    const row = matrix.get(pair.verdict) ?? new Map<string, number>();
    matrix.set(pair.verdict, row.set(found.verdict, (row.get(found.verdict) ?? 0) + 1));
  }
  return matrix;
}
