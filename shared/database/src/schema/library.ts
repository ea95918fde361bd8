import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  serial,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const KINDS = ['article', 'macro', 'past-reply'] as const;

/**
 * The passages of one account in one language: what word frequencies are counted over. Its row is locked by whoever
 * writes. In indexes over all shelves its number stands before each term, so that one account never reads another's.
 */
export const libraryShelves = pgTable(
  'library_shelves',
  {
    id: serial('id').primaryKey(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    /** ISO 639-1. */
    language: text('language').notNull(),
    passages: integer('passages').notNull().default(0),
    /** Of all passages together, in weighted words. */
    length: doublePrecision('length').notNull().default(0),
  },
  (table) => [unique('library_shelves_once').on(table.connector, table.account, table.language)],
);

/** Articles, macros and past replies of an account. A past reply holds no other customer's data: removed before. */
export const libraryDocuments = pgTable(
  'library_documents',
  {
    id: serial('id').primaryKey(),
    shelfId: integer('shelf_id')
      .notNull()
      .references(() => libraryShelves.id),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    /** The source system's id. */
    sourceId: text('source_id').notNull(),
    /** Some systems give one id to all translations; empty when unknown. */
    locale: text('locale').notNull(),
    title: text('title').notNull(),
    url: text('url'),
    brand: text('brand'),
    visibility: text('visibility', { enum: ['public', 'internal'] }).notNull(),
    /** The product or place that the title begins with. */
    topic: text('topic'),
    /** When it was written or changed in the source system. */
    updatedAt: instant('updated_at').notNull(),
    /** The listing that named it last: what a complete one leaves out is gone. */
    listing: integer('listing').notNull(),
    /** Of everything that was read: what has not changed is not indexed again. */
    digest: text('digest').notNull(),
  },
  (table) => [
    unique('library_documents_once').on(table.connector, table.account, table.kind, table.sourceId, table.locale),
    index('library_documents_listing').on(table.connector, table.account, table.kind, table.listing),
  ],
);

/** A part of a document that can stand alone in an answer. What filters read is repeated here. */
export const libraryPassages = pgTable(
  'library_passages',
  {
    id: serial('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => libraryDocuments.id, { onDelete: 'cascade' }),
    shelfId: integer('shelf_id').notNull(),
    heading: text('heading'),
    text: text('text').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    internal: boolean('internal').notNull(),
    brand: text('brand'),
    topic: text('topic'),
    /** In weighted words. */
    length: real('length').notNull(),
    /** Its words for ranking: `stem|word|weight`, the later two when they differ from the stem and from 1. */
    words: text('words').notNull(),
    /** Its stems, each behind the shelf's number, and once more with `^` when the title has it. */
    stems: tsvector('stems').notNull(),
  },
  (table) => [
    index('library_passages_document').on(table.documentId),
    index('library_passages_stems').using('gin', table.stems),
    index('library_passages_topic').on(table.shelfId, table.topic).where(sql`topic is not null`),
  ],
);

/** In how many passages of a shelf a stem occurs. */
export const libraryTerms = pgTable(
  'library_terms',
  {
    shelfId: integer('shelf_id').notNull(),
    term: text('term').notNull(),
    passages: integer('passages').notNull(),
    /** In how many of them the title has it. */
    titles: integer('titles').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shelfId, table.term] })],
);

/** The vocabulary: words are found by character n-grams here, and passages by the words' stems. */
export const libraryWords = pgTable(
  'library_words',
  {
    shelfId: integer('shelf_id').notNull(),
    /** Folded. */
    word: text('word').notNull(),
    stem: text('stem').notNull(),
    /** Hashes, mixed with the shelf's number. */
    grams: integer('grams').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shelfId, table.word] }),
    index('library_words_grams').using('gin', table.grams),
  ],
);

/** Beginnings of titles that several passages share: products, places, sections. */
export const libraryTopics = pgTable(
  'library_topics',
  {
    shelfId: integer('shelf_id').notNull(),
    name: text('name').notNull(),
    /** Its stems behind the shelf's number, as in `stems`. */
    words: text('words').array().notNull(),
    passages: integer('passages').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shelfId, table.name] }),
    index('library_topics_words').using('gin', table.words),
  ],
);

/** How far one kind of knowledge of an account has been read. */
export const libraryReadings = pgTable(
  'library_readings',
  {
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    /** Opaque; null for the beginning. */
    cursor: text('cursor'),
    /** Counts complete listings. */
    listing: integer('listing').notNull().default(0),
    /** Documents read since this reading began. */
    done: integer('done').notNull().default(0),
    total: integer('total'),
    /** Null when none is under way. */
    runningSince: instant('running_since'),
    /** When the last page was stored: a reading that has said nothing for long was killed. */
    steppedAt: instant('stepped_at'),
    readAt: instant('read_at'),
    /** Why the last reading ended early, for a person. */
    problem: text('problem'),
  },
  (table) => [primaryKey({ columns: [table.connector, table.account, table.kind] })],
);

/** Embeddings, where a provider gives some. */
export const libraryVectors = pgTable(
  'library_vectors',
  {
    passageId: integer('passage_id')
      .notNull()
      .references(() => libraryPassages.id, { onDelete: 'cascade' }),
    /** Which model made it: vectors of two are not comparable. */
    model: text('model').notNull(),
    dimensions: smallint('dimensions').notNull(),
    /** float32, little endian, of length 1. */
    vector: bytea('vector').notNull(),
  },
  (table) => [primaryKey({ columns: [table.passageId, table.model] })],
);
