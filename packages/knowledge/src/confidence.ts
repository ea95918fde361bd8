import type { AnalysedPassage } from './analyse.ts';
import type { Query, QueryTerm } from './query.ts';

export const CONFIDENCE_THRESHOLD = 0.35;

const ALTERNATIVE_CREDIT = 0.8;
const LIKENESS_CREDIT = 0.8;
const LEAST_LIKENESS = 0.6;
const EVIDENCE_SCALE = 4;

/** How much of what the question asks the passage covers, 0 to 1. */
export function confidence(query: Query, passage: AnalysedPassage, idf: (stem: string) => number): number {
  let asked = 0;
  let covered = 0;
  for (const term of query.terms) {
    const weight = idf(term.stem);
    asked += weight;
    covered += weight * coverage(term, passage);
  }
  if (asked === 0) return 0;
  return (covered / asked) ** 0.5 * (1 - Math.exp(-covered / EVIDENCE_SCALE));
}

function coverage(term: QueryTerm, passage: AnalysedPassage): number {
  if (passage.stems.has(term.stem)) return 1;
  if (term.alternatives.some((stem) => passage.stems.has(stem))) return ALTERNATIVE_CREDIT;
  let shared = 0;
  for (const gram of term.grams) if (passage.grams.has(gram)) shared++;
  const likeness = shared / Math.max(1, term.grams.length);
  return likeness >= LEAST_LIKENESS ? likeness * LIKENESS_CREDIT : 0;
}
