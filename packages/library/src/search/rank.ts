import {
  type AnalysedPassage,
  confidence,
  fused,
  type Mention,
  ngrams,
  type Query,
  type WeightedRanking,
} from '@draftsmith/knowledge/ranking';
import type { Candidate } from './candidates.ts';
import type { Frequencies, Shelf } from './shelf.ts';

export interface Ranked {
  candidate: Candidate;
  confidence: number;
  /** Falls from one to the next; comparable within one search only. */
  score: number;
}

/** As in packages/knowledge, which has the figures. */
const K1 = 1.2;
const B = 0.75;
const TOPIC_WEIGHT = 8;
/** Share of n-grams from which on a word counts as a part of the one that was asked for. */
const LEAST_LIKENESS = 0.35;
/** What a document of today gains over one of long ago: less than one rank. */
const RECENCY = 0.01;
const HALF_LIFE = 365 * 24 * 3_600_000;
/** Each ranking alone may add what the others do not see; further down there is nothing but chance. */
const DEPTH = 100;

export interface RankOptions {
  shelf: Shelf;
  frequencies: Frequencies;
  mentions: readonly Mention[];
  limit: number;
  now: number;
  /** Cosine of each candidate with the question, where there are embeddings. */
  cosines?: ReadonlyMap<number, number> | undefined;
}

/** Stems, likeness of words and, where there is one, a model's opinion, fused; the topic that is meant comes first. */
export function rank(query: Query, found: readonly Candidate[], options: RankOptions): Ranked[] {
  // Newest first: of equals, rankings take the first.
  const candidates = [...found].sort((a, b) => b.updatedAt - a.updatedAt || a.id - b.id);
  const { mentions, frequencies, limit, now, cosines } = options;
  const likeness = createLikeness(query);
  const scores = [
    candidates.map((candidate) => stemScore(query, candidate, options)),
    candidates.map((candidate) => likenessScore(query, candidate, likeness, options)),
    ...(cosines ? [candidates.map(({ id }) => Math.max(0, cosines.get(id) ?? 0))] : []),
  ];
  const rankings = scores.flatMap((all): WeightedRanking[] => [
    { ranking: ordered(all), weight: 1 },
    ...mentions.map(({ topic, strength }) => ({
      ranking: ordered(all, (document) => candidates[document]?.topic === topic),
      weight: strength * TOPIC_WEIGHT,
    })),
  ]);
  return fused(rankings)
    .flatMap(({ document, score }) => {
      const candidate = candidates[document];
      if (!candidate) return [];
      const age = Math.max(0, now - candidate.updatedAt);
      return { candidate, score: score * (1 + RECENCY * 2 ** (-age / HALF_LIFE)) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ candidate, score }) => ({
      candidate,
      score,
      confidence: confidence(query, analysed(candidate), frequencies.rarity),
    }));
}

function ordered(scores: readonly number[], admits: (document: number) => boolean = () => true) {
  return scores
    .map((score, document) => ({ document, score }))
    .filter(({ score, document }) => score > 0 && admits(document))
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, DEPTH);
}

function stemScore(query: Query, { words, length }: Candidate, { frequencies, shelf }: RankOptions): number {
  const counts = new Map<string, number>();
  for (const { stem, weight } of words) if (query.stems.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  let score = 0;
  for (const [stem, count] of counts)
    score += (query.stems.get(stem) ?? 0) * frequencies.idf(stem) * saturated(count, length, shelf);
  return score;
}

function likenessScore(
  query: Query,
  { words, length }: Candidate,
  likeness: (folded: string) => readonly Like[],
  { frequencies, shelf }: RankOptions,
): number {
  const counts = new Map<number, number>();
  for (const { folded, weight } of words)
    for (const { term, share } of likeness(folded)) counts.set(term, (counts.get(term) ?? 0) + weight * share);
  let score = 0;
  for (const [term, count] of counts)
    score += frequencies.idf(query.terms[term]?.stem ?? '') * saturated(count, length, shelf);
  return score;
}

function saturated(count: number, length: number, { meanLength }: Shelf): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength));
}

interface Like {
  /** Place in `query.terms`. */
  term: number;
  share: number;
}

/** Which words of the question a word is like; words repeat, so each is compared once. */
function createLikeness({ terms }: Query): (folded: string) => readonly Like[] {
  const byGram = new Map<number, number[]>();
  for (const [term, { grams }] of terms.entries())
    for (const gram of grams) byGram.set(gram, [...(byGram.get(gram) ?? []), term]);
  const compared = new Map<string, readonly Like[]>();
  return (folded) => {
    const known = compared.get(folded);
    if (known) return known;
    const shared = new Map<number, number>();
    for (const gram of ngrams(folded))
      for (const term of byGram.get(gram) ?? []) shared.set(term, (shared.get(term) ?? 0) + 1);
    const likes = [...shared]
      .map(([term, count]) => ({ term, share: count / Math.max(1, terms[term]?.grams.length ?? 1) }))
      .filter(({ share }) => share >= LEAST_LIKENESS);
    compared.set(folded, likes);
    return likes;
  };
}

function analysed({ words }: Candidate): Pick<AnalysedPassage, 'stems' | 'grams'> {
  const stems = new Map<string, number>();
  const grams = new Map<number, number>();
  for (const { stem, folded, weight } of words) {
    stems.set(stem, (stems.get(stem) ?? 0) + weight);
    for (const gram of ngrams(folded)) grams.set(gram, 1);
  }
  return { stems, grams };
}
