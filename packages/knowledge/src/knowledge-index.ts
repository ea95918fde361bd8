import type { Passage, Source } from '@draftsmith/contracts';
import { type AnalysedPassage, type Analyser, createAnalyser } from './analyse.ts';
import { type Bm25, createBm25, type Scored } from './bm25.ts';
import { confidence } from './confidence.ts';
import { namesAnotherProduct } from './product-names.ts';
import { type Query, toQuery } from './query.ts';

export interface SearchOptions {
  /** ISO 639-1; only passages in this language are found. */
  language: string;
  /** At most so many passages. */
  limit: number;
  /** `public` leaves out what must not be quoted to a customer; default is everything. */
  visibility?: 'public' | 'all';
  /** What was said before, oldest first: helps to rank, does not count towards confidence. */
  context?: readonly string[];
}

/** Articles, macros and past replies, searched by stems and by character n-grams together. */
export interface KnowledgeIndex {
  add(sources: Iterable<Source>): void;
  /**
   * The best passages, best first. Several questions of one message are searched one by one; the best passage of each
   * comes before the second best of any.
   */
  search(questions: string | readonly string[], options: SearchOptions): Passage[];
  /** Number of passages. */
  readonly size: number;
}

/** One per language: no filter at search time, and word frequencies that mean something. */
interface Shelf {
  passages: AnalysedPassage[];
  stems: Bm25<string>;
  grams: Bm25<number>;
}

interface Hit {
  passage: AnalysedPassage;
  confidence: number;
}

/** Reciprocal rank fusion's usual constant: how little the very first ranks count over the next. */
const RRF_K = 60;
/** Hits of each ranking that take part in the fusion. */
const FUSION_DEPTH = 100;

/** `analyser` may be shared between indexes, so that documents seen before cost nothing. */
export function createIndex({ analyser = createAnalyser() }: { analyser?: Analyser } = {}): KnowledgeIndex {
  const shelves = new Map<string, Shelf>();

  const shelfOf = (language: string): Shelf => {
    const known = shelves.get(language);
    if (known) return known;
    const built: Shelf = {
      passages: [],
      stems: createBm25({ k1: 1.2, b: 0.75 }),
      grams: createBm25({ k1: 1.2, b: 0.75, mostShare: 0.1 }),
    };
    shelves.set(language, built);
    return built;
  };

  return {
    get size() {
      let size = 0;
      for (const shelf of shelves.values()) size += shelf.passages.length;
      return size;
    },
    add(sources) {
      for (const source of sources)
        for (const passage of analyser.analyse(source)) {
          const shelf = shelfOf(passage.language);
          shelf.passages.push(passage);
          shelf.stems.add(passage.stems);
          shelf.grams.add(passage.grams);
        }
    },
    search(questions, { language, limit, visibility = 'all', context = [] }) {
      const shelf = shelves.get(language);
      if (!shelf) return [];
      const asked = typeof questions === 'string' ? [questions] : questions;
      const message = asked.join('\n');
      const admits = ({ passage: { source } }: AnalysedPassage) =>
        (visibility === 'all' || source.visibility === 'public') &&
        (source.kind !== 'past-reply' || !namesAnotherProduct(`${source.title}\n${source.text}`, message));
      const rankings = asked.map((question) => ranked(shelf, toQuery(question, language, context), limit, admits));
      return interleaved(rankings).slice(0, limit).map(toPassage);
    },
  };
}

function ranked(shelf: Shelf, query: Query, limit: number, admits: (passage: AnalysedPassage) => boolean): Hit[] {
  const order = fused([shelf.stems.top(query.stems, FUSION_DEPTH), shelf.grams.top(query.grams, FUSION_DEPTH)]);
  const hits: Hit[] = [];
  for (const { document } of order) {
    const passage = shelf.passages[document];
    if (!passage || !admits(passage)) continue;
    hits.push({ passage, confidence: confidence(query, passage, shelf.stems.rarity) });
    if (hits.length === limit) break;
  }
  return hits;
}

function fused(rankings: readonly (readonly Scored[])[]): Scored[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings)
    for (const [rank, { document }] of ranking.entries())
      scores.set(document, (scores.get(document) ?? 0) + 1 / (RRF_K + rank + 1));
  return [...scores]
    .map(([document, score]) => ({ document, score }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

/** Rank by rank; within a rank the question that is answered best comes first. No passage twice. */
function interleaved(rankings: readonly (readonly Hit[])[]): Hit[] {
  if (rankings.length === 1) return [...(rankings[0] ?? [])];
  const best = new Map<AnalysedPassage, number>();
  for (const hit of rankings.flat()) best.set(hit.passage, Math.max(best.get(hit.passage) ?? 0, hit.confidence));
  const order = new Set<AnalysedPassage>();
  const depth = Math.max(0, ...rankings.map((ranking) => ranking.length));
  for (let rank = 0; rank < depth; rank++) {
    const row = rankings.flatMap((ranking) => ranking[rank] ?? []);
    for (const hit of row.sort((a, b) => b.confidence - a.confidence)) order.add(hit.passage);
  }
  return [...order].map((passage) => ({ passage, confidence: best.get(passage) ?? 0 }));
}

function toPassage({ passage: { passage }, confidence: covered }: Hit): Passage {
  const { source, heading, text } = passage;
  return {
    sourceId: source.id,
    sourceTitle: source.title,
    sourceKind: source.kind,
    ...(heading === undefined ? {} : { heading }),
    text,
    ...(source.locale === undefined ? {} : { locale: source.locale }),
    ...(source.url === undefined ? {} : { url: source.url }),
    visibility: source.visibility,
    confidence: covered,
  };
}
