import { alternatives } from './expand-query.ts';
import { ngrams } from './ngrams.ts';
import { tokenize } from './tokens.ts';

/** One distinct content word of a question. */
export interface QueryTerm {
  stem: string;
  folded: string;
  grams: Int32Array;
  /** Stems of other words for the same thing. */
  alternatives: readonly string[];
}

export interface Query {
  /** What the question asks; only these decide about confidence. */
  terms: readonly QueryTerm[];
  /** Everything that ranks, with weights: the terms, their alternatives and what was said before. */
  stems: ReadonlyMap<string, number>;
  grams: ReadonlyMap<number, number>;
}

const ALTERNATIVE_WEIGHT = 0.5;
/** What was said last names the place or product that is meant; what was said before that is often given up. */
const LAST_TURN_WEIGHT = 1;
const TURN_DECAY = 0.7;

/** Prepares a question; `context` is what was said before it, oldest first. */
export function toQuery(text: string, language: string, context: readonly string[] = []): Query {
  const tokens = tokenize(text, language);
  const stems = new Map<string, number>();
  const grams = new Map<number, number>();
  const raise = <Key>(weights: Map<Key, number>, key: Key, weight: number) => {
    if ((weights.get(key) ?? 0) < weight) weights.set(key, weight);
  };

  const terms = new Map<string, QueryTerm>();
  for (const [position, token] of tokens.entries()) {
    if (terms.has(token.stem)) continue;
    const term = {
      stem: token.stem,
      folded: token.folded,
      grams: ngrams(token.folded),
      alternatives: alternatives(tokens, position, language),
    };
    terms.set(token.stem, term);
    stems.set(token.stem, 1);
    for (const gram of term.grams) grams.set(gram, 1);
    for (const other of term.alternatives) raise(stems, other, ALTERNATIVE_WEIGHT);
  }
  for (const [turn, said] of context.entries()) {
    const weight = LAST_TURN_WEIGHT * TURN_DECAY ** (context.length - 1 - turn);
    for (const token of tokenize(said, language)) {
      raise(stems, token.stem, weight);
      for (const gram of ngrams(token.folded)) raise(grams, gram, weight);
    }
  }
  return { terms: [...terms.values()], stems, grams };
}
