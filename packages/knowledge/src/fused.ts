import type { Scored } from './bm25.ts';

/** Reciprocal rank fusion's usual constant: how little the very first ranks count over the next. */
const RRF_K = 60;

export interface WeightedRanking {
  /** Best first. */
  ranking: readonly Pick<Scored, 'document'>[];
  weight: number;
}

/** Reciprocal rank fusion: what several rankings agree on comes first, whatever their scores mean. */
export function fused(rankings: readonly WeightedRanking[]): Scored[] {
  const scores = new Map<number, number>();
  for (const { ranking, weight } of rankings)
    for (const [rank, { document }] of ranking.entries())
      scores.set(document, (scores.get(document) ?? 0) + weight / (RRF_K + rank + 1));
  return [...scores]
    .map(([document, score]) => ({ document, score }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}
