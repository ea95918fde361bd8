import type { Passage, Source } from '@draftsmith/contracts';
import { type AnalysedPassage, type Analyser, createAnalyser } from './analyse.ts';
import { type Bm25, createBm25 } from './bm25.ts';
import { confidence } from './confidence.ts';
import { fused } from './fused.ts';
import { type Hit, interleaved, toPassage } from './hit.ts';
import { namesAnotherProduct } from './product-names.ts';
import { type Query, toQuery } from './query.ts';
import { createTopics, type Mention, type Topics } from './topics.ts';

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
  /** Passages by topic. */
  topics: Map<string, number[]>;
  /** Made at the first search after the shelf has changed. */
  mentions?: Topics | undefined;
}

/** Hits of each ranking that take part in the fusion. */
const FUSION_DEPTH = 100;
/** What is said of the topic that is meant comes before what is said of others; measured, and flat from 6 to 20. */
const TOPIC_WEIGHT = 8;
const MOST_TOPICS = 3;
/** Passages that make a beginning of titles a topic. */
const SHARED_BY = 2;

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
      topics: new Map(),
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
          if (passage.topic !== undefined) {
            const own = shelf.topics.get(passage.topic);
            if (own) own.push(shelf.passages.length);
            else shelf.topics.set(passage.topic, [shelf.passages.length]);
          }
          shelf.mentions = undefined;
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
      const rankings = asked.map((question) => {
        const mentions = meant(shelf, language, [...context, question]);
        // Where what was said names no topic, its words may still be those of the right article.
        const query = toQuery(question, language, mentions.length > 0 ? [] : context);
        return ranked(shelf, query, limit, admits, mentions);
      });
      return interleaved(rankings).slice(0, limit).map(toPassage);
    },
  };
}

function meant(shelf: Shelf, language: string, conversation: readonly string[]): Mention[] {
  shelf.mentions ??= createTopics(
    // A beginning that one article has alone is a figure of speech: "Good news: ...".
    [...shelf.topics].flatMap(([name, own]) => (own.length >= SHARED_BY ? name : [])),
    language,
    shelf.stems.rarity,
  );
  return shelf.mentions.mentioned(conversation).slice(0, MOST_TOPICS);
}

function ranked(
  shelf: Shelf,
  query: Query,
  limit: number,
  admits: (passage: AnalysedPassage) => boolean,
  mentions: readonly Mention[],
): Hit[] {
  const groups = mentions.map(({ topic }) => shelf.topics.get(topic) ?? []);
  const stems = shelf.stems.topOfAll(query.stems, FUSION_DEPTH, groups);
  const grams = shelf.grams.topOfAll(query.grams, FUSION_DEPTH, groups);
  const order = fused([
    { ranking: stems.all, weight: 1 },
    { ranking: grams.all, weight: 1 },
    ...mentions.flatMap(({ strength }, i) => [
      { ranking: stems.groups[i] ?? [], weight: strength * TOPIC_WEIGHT },
      { ranking: grams.groups[i] ?? [], weight: strength * TOPIC_WEIGHT },
    ]),
  ]);
  const hits: Hit[] = [];
  for (const { document } of order) {
    const passage = shelf.passages[document];
    if (!passage || !admits(passage)) continue;
    hits.push({ passage: passage.passage, confidence: confidence(query, passage, shelf.stems.rarity) });
    if (hits.length === limit) break;
  }
  return hits;
}
