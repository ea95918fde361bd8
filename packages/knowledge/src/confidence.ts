import type { Passage } from '@draftsmith/contracts';
import type { AnalysedPassage } from './analyse.ts';
import type { Query, QueryTerm } from './query.ts';

/**
 * Below this a passage must not carry an answer. Chosen on the data of `measure.ts`: every answerable ticket of the demo
 * stays above, about one in fifteen questions about something else does too; the README has the figures.
 */
export const CONFIDENCE_THRESHOLD = 0.37;

/**
 * The same for what an agent once wrote to somebody else. Its words fit easily and its details do not: below this a past
 * reply is hardly more like the right answer than a random one (`measure.ts`, past replies).
 */
export const PAST_REPLY_THRESHOLD = 0.7;

/** Whether a passage may carry an answer. */
export function isConfident({ confidence, sourceKind }: Pick<Passage, 'confidence' | 'sourceKind'>): boolean {
  return confidence >= (sourceKind === 'past-reply' ? PAST_REPLY_THRESHOLD : CONFIDENCE_THRESHOLD);
}

/** What confidence needs to know of a passage. */
type Words = Pick<AnalysedPassage, 'stems' | 'grams'>;

/** A synonym is weaker proof than the word itself. */
const ALTERNATIVE_CREDIT = 0.5;
/** Share of a word's n-grams that makes it another form of the same word: a compound, an inflection, a typo. */
const LEAST_LIKENESS = 0.7;
/** Covered weight at which proof is two thirds complete: a question of one word is never sure. */
const EVIDENCE_SCALE = 1;

/**
 * How much of what the question asks the passage (with title and heading) covers, 0 to 1, comparable between questions:
 * the share of the question's content words, rare ones counting more, times how much proof there is at all.
 * @param rarity of a stem in the collection, 0 (everywhere) to 1 (nowhere)
 */
export function confidence(query: Query, passage: Words, rarity: (stem: string) => number): number {
  let asked = 0;
  let covered = 0;
  for (const term of query.terms) {
    // The root tames rarity: in fifty passages it is too rough an estimate to be taken at its word.
    const weight = Math.sqrt(rarity(term.stem));
    asked += weight;
    covered += weight * coverage(term, passage);
  }
  if (asked === 0) return 0;
  return Math.sqrt(covered / asked) * (1 - Math.exp(-covered / EVIDENCE_SCALE));
}

function coverage(term: QueryTerm, passage: Words): number {
  if (passage.stems.has(term.stem)) return 1;
  if (term.alternatives.some((stem) => passage.stems.has(stem))) return ALTERNATIVE_CREDIT;
  let shared = 0;
  for (const gram of term.grams) if (passage.grams.has(gram)) shared++;
  const likeness = shared / Math.max(1, term.grams.length);
  return likeness >= LEAST_LIKENESS ? likeness : 0;
}
