import type { KnowledgeKind, Passage, SimilarTicket, Source } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { libraryDocuments, libraryPassages } from '@draftsmith/database/schema';
import {
  type Hit,
  interleaved,
  namesAnotherProduct,
  type Query,
  toPassage,
  toQuery,
} from '@draftsmith/knowledge/ranking';
import { eq, inArray } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import type { Embedder } from '../embed/embedder.ts';
import { type Filters, findCandidates } from './candidates.ts';
import { type PlannedTerm, planLooks } from './plan.ts';
import { rank } from './rank.ts';
import { createSemantic, type Semantic, type SemanticOptions } from './semantic.ts';
import { createFrequencies, type Frequencies, findShelf, type Shelf } from './shelf.ts';
import { similarWords } from './similar-words.ts';
import { findMentions } from './topics.ts';

export interface LibraryQuestion extends LibraryAccount {
  /** ISO 639-1; only passages in this language are found. */
  language: string;
  /** Of the ticket: what belongs to another brand stays out. */
  brand?: string;
  /** `public` leaves out what must not be quoted to a customer. */
  visibility: 'public' | 'all';
  kinds?: readonly KnowledgeKind[];
  limit: number;
  /** What was said before, oldest first: says which product or place is meant. */
  context?: readonly string[];
}

export interface LibrarySearch {
  /** The best passages of all questions together, as packages/knowledge gives them. */
  search(questions: readonly string[], question: LibraryQuestion): Promise<Passage[]>;
  /** One question's passages with what they were ranked by. */
  ranked(question: string, asked: LibraryQuestion): Promise<{ passage: Passage; score: number }[]>;
  /** Past replies to questions like these, for an agent to look at. */
  similar(questions: readonly string[], question: Omit<LibraryQuestion, 'kinds'>): Promise<SimilarTicket[]>;
}

/** A passage with what its document says. */
interface Found extends Hit {
  score: number;
  updatedAt: Date;
}

/** Passages to choose from when some turn out to speak of another product, or of the same document. */
const SPARE = 3;
const EXCERPT = 400;

export interface LibrarySearchOptions extends SemanticOptions {
  /** A model of meaning as a third opinion; stems and n-grams need none. */
  embedder?: Embedder;
  now?: () => number;
}

export function createLibrarySearch(orm: Orm, options: LibrarySearchOptions = {}): LibrarySearch {
  const { embedder, now = Date.now } = options;
  const semantic = embedder && createSemantic(orm, embedder, options);
  const find = async (questions: readonly string[], asked: LibraryQuestion): Promise<Found[]> => {
    const shelf = await findShelf(orm, asked, asked.language);
    if (!shelf) return [];
    const frequencies = createFrequencies(orm, shelf);
    const rankings = await Promise.all(
      questions.map((question) => rankOne(orm, { shelf, frequencies, semantic, question, asked, now: now() })),
    );
    const loaded = await load(orm, rankings.flat());
    const message = questions.join('\n');
    return interleaved(
      rankings.map((ranking) =>
        ranking.flatMap((ranked) => {
          const hit = loaded.get(ranked.id);
          return hit && admits(hit.passage.source, message)
            ? { ...hit, confidence: ranked.confidence, score: ranked.score }
            : [];
        }),
      ),
    ).slice(0, asked.limit);
  };
  return {
    search: async (questions, asked) => (await find(questions, asked)).map(toPassage),
    ranked: async (question, asked) =>
      (await find([question], asked)).map((found) => ({ passage: toPassage(found), score: found.score })),
    similar: async (questions, asked) =>
      (await find(questions, { ...asked, kinds: ['past-reply'] })).map(toSimilarTicket),
  };
}

interface OneQuestion {
  shelf: Shelf;
  frequencies: Frequencies;
  semantic: Semantic | undefined;
  question: string;
  asked: LibraryQuestion;
  now: number;
}

async function rankOne(
  orm: Orm,
  { shelf, frequencies, semantic, question, asked, now }: OneQuestion,
): Promise<{ id: number; confidence: number; score: number }[]> {
  const { language, context = [], limit } = asked;
  // Asked first and awaited last: the model thinks while the words are looked up.
  const meaning = semantic?.read(question, language);
  const mentions = await findMentions(orm, shelf, [...context, question], frequencies);
  // Where what was said names no topic, its words may still be those of the right article.
  const query = toQuery(question, language, mentions.length > 0 ? [] : context);
  if (query.terms.length === 0) return [];
  await frequencies.learn(query.stems.keys());
  const stems = new Map(query.stems);
  for (const [stem, likeness] of await similarWords(orm, shelf, query, frequencies))
    if (!stems.has(stem)) stems.set(stem, likeness);
  await frequencies.learn(stems.keys());
  const widened: Query = { ...query, stems };
  const terms = [...stems].map(([term, weight]): PlannedTerm => {
    const counts = frequencies.of(term);
    return { term, ...counts, worth: weight * frequencies.idf(term) };
  });
  const topics = mentions.map(({ topic }) => topic);
  const looks = planLooks(terms, shelf.passages);
  const vector = await meaning;
  const others = semantic && vector ? await semantic.nearest(shelf, vector) : [];
  const filters = filtersOf(asked);
  const candidates = await findCandidates(orm, { shelf, looks, terms, topics, others, filters });
  const ids = candidates.map(({ id }) => id);
  const cosines = semantic && vector ? await semantic.cosines(ids, vector) : undefined;
  const ranked = rank(widened, candidates, { shelf, frequencies, mentions, cosines, now, limit: limit * SPARE });
  return ranked.map(({ candidate, confidence, score }) => ({ id: candidate.id, confidence, score }));
}

function filtersOf({ visibility, brand, kinds }: LibraryQuestion): Filters {
  return { visibility, ...(brand !== undefined && { brand }), ...(kinds && { kinds }) };
}

async function load(
  orm: Orm,
  wanted: readonly { id: number }[],
): Promise<Map<number, Omit<Found, 'confidence' | 'score'>>> {
  const ids = [...new Set(wanted.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const rows = await orm
    .select({ passage: libraryPassages, document: libraryDocuments })
    .from(libraryPassages)
    .innerJoin(libraryDocuments, eq(libraryDocuments.id, libraryPassages.documentId))
    .where(inArray(libraryPassages.id, ids));
  return new Map(
    rows.map(({ passage: { id, heading, text }, document }) => {
      const source: Source = {
        id: document.sourceId,
        ...{ kind: document.kind, title: document.title, text, visibility: document.visibility },
        ...(document.locale !== '' && { locale: document.locale }),
        ...(document.url !== null && { url: document.url }),
      };
      const passage = { source, text, ...(heading !== null && { heading }) };
      return [id, { passage, updatedAt: document.updatedAt }];
    }),
  );
}

function admits({ kind, title, text }: Source, message: string): boolean {
  return kind !== 'past-reply' || !namesAnotherProduct(`${title}\n${text}`, message);
}

function toSimilarTicket({ passage: { source, text }, updatedAt }: Found): SimilarTicket {
  return {
    id: source.id,
    title: source.title,
    excerpt: text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT - 1).trimEnd()}…`,
    url: source.url ?? null,
    at: updatedAt.toISOString(),
  };
}
