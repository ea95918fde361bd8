import { createPostingLists } from './postings.ts';

export interface Scored {
  document: number;
  score: number;
}

export interface Bm25Options {
  /** How soon repetition stops to help. */
  k1: number;
  /** How strongly long documents are held back, 0 to 1. */
  b: number;
  /**
   * Terms in a larger share of the documents are not read, 0 to 1; default 1 reads all. They say little and cost most:
   * with n-grams nearly all the time of a search.
   */
  mostShare?: number;
}

/** Lists of this length are read however small the collection is. */
const ALWAYS_READ = 200;

/** Okapi BM25 over numbered documents and terms of any primitive kind. Documents are added in the order 0, 1, 2 ... */
export interface Bm25<Term> {
  add(frequencies: ReadonlyMap<Term, number>): void;
  /** The best documents for weighted terms, best first. */
  top(query: ReadonlyMap<Term, number>, limit: number): Scored[];
  /** The same, and the best of each group of documents: what is read once is ranked for all. */
  topOfAll(
    query: ReadonlyMap<Term, number>,
    limit: number,
    groups: readonly (readonly number[])[],
  ): { all: Scored[]; groups: Scored[][] };
  /** How rare a term is in this collection, 0 (everywhere) to 1 (nowhere). */
  rarity(term: Term): number;
}

export function createBm25<Term extends string | number>({ k1, b, mostShare = 1 }: Bm25Options): Bm25<Term> {
  const postings = createPostingLists<Term>();
  const lengths: number[] = [];
  let totalLength = 0;
  // Reused between searches; grown when the collection grew.
  let scores = new Float64Array(0);
  let norms = new Float64Array(0);

  const idf = (frequency: number) => Math.log(1 + (lengths.length - frequency + 0.5) / (frequency + 0.5));

  const accumulate = (query: ReadonlyMap<Term, number>): number[] => {
    if (scores.length < lengths.length) scores = new Float64Array(lengths.length * 2);
    const norms = lengthNorms();
    const most = Math.max(ALWAYS_READ, lengths.length * mostShare);
    const touched: number[] = [];
    for (const [term, weight] of query) {
      const { documents, frequencies } = postings.of(term);
      if (documents.length === 0 || documents.length > most) continue;
      const gain = weight * idf(documents.length) * (k1 + 1);
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i] ?? 0;
        const frequency = frequencies[i] ?? 0;
        const score = scores[document] ?? 0;
        if (score === 0) touched.push(document);
        scores[document] = score + (gain * frequency) / (frequency + (norms[document] ?? 1));
      }
    }
    return touched;
  };

  /** Each document's share of the denominator, computed once after the collection changed. */
  const lengthNorms = (): Float64Array => {
    if (norms.length !== lengths.length) {
      const mean = totalLength / Math.max(1, lengths.length);
      norms = Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean));
    }
    return norms;
  };

  const topOfAll = (query: ReadonlyMap<Term, number>, limit: number, groups: readonly (readonly number[])[]) => {
    const touched = accumulate(query);
    const best = {
      all: select(touched, scores, limit),
      groups: groups.map((group) =>
        select(
          group.filter((document) => scores[document]),
          scores,
          limit,
        ),
      ),
    };
    for (const document of touched) scores[document] = 0;
    return best;
  };

  return {
    rarity: (term) => idf(postings.count(term)) / idf(0),
    add(frequencies) {
      const length = lengthOf(frequencies);
      postings.add(frequencies);
      lengths.push(length);
      totalLength += length;
    },
    top: (query, limit) => topOfAll(query, limit, []).all,
    topOfAll,
  };
}

const knownLengths = new WeakMap<ReadonlyMap<unknown, number>, number>();

/** The same passages come back with every ticket, and have a thousand n-grams each. */
function lengthOf(frequencies: ReadonlyMap<unknown, number>): number {
  const known = knownLengths.get(frequencies);
  if (known !== undefined) return known;
  let length = 0;
  for (const frequency of frequencies.values()) length += frequency;
  knownLengths.set(frequencies, length);
  return length;
}

/** Sorts only what can be among the best: sorting every touched document would cost more than scoring it. */
function select(touched: readonly number[], scores: Float64Array, limit: number): Scored[] {
  let floor = 0;
  if (touched.length > limit) {
    const sorted = Float64Array.from(touched, (document) => scores[document] ?? 0).sort();
    floor = sorted[sorted.length - limit] ?? 0;
  }
  const best: Scored[] = [];
  for (const document of touched) {
    const score = scores[document] ?? 0;
    if (score >= floor) best.push({ document, score });
  }
  // Equal scores keep the order of insertion, so that results never depend on the engine's mood.
  return best.sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit);
}
