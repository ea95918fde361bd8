import type { KnowledgeDocument, KnowledgeKind } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { libraryDocuments } from '@draftsmith/database/schema';
import type { RedactionOptions } from '@draftsmith/privacy';
import { and, inArray, lt, sql } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import { type AccountCounts, createAccountCounts, lockAccount, shelvesOf, type Tx } from './account-write.ts';
import { type AnalysedDocument, analyseDocument, digestOf } from './analyse-document.ts';
import { keyOf, numbersOf, ofKind, outdated, take } from './take-out.ts';
import { withoutCustomers } from './without-customers.ts';
import { decodeWords, encodeStems } from './words.ts';

export interface PageOf extends LibraryAccount {
  kind: KnowledgeKind;
  /** Which complete listing names these documents. */
  listing: number;
}

export interface StoredPage {
  stored: number;
  unchanged: number;
  removed: number;
  /** Past replies of which too little was left without their customer. */
  dropped: number;
}

/** Documents of one transaction: more would keep others waiting. */
const CHUNK = 250;

/**
 * Stores a page so that storing it again changes nothing.
 *
 * @param within is written with the last documents of the page, or not at all: the cursor
 */
export async function storePage(
  orm: Orm,
  page: PageOf,
  { documents, removed }: { documents: readonly KnowledgeDocument[]; removed: readonly string[] },
  { redaction, within }: { redaction?: RedactionOptions | undefined; within?: (tx: Tx) => Promise<void> } = {},
): Promise<StoredPage> {
  const sum: StoredPage = { stored: 0, unchanged: 0, removed: 0, dropped: 0 };
  const chunks = chunked(lastOfEach(documents));
  for (const [i, chunk] of chunks.entries()) {
    const last = i === chunks.length - 1;
    const stored = await storeChunk(orm, page, chunk, last ? removed : [], redaction, last ? within : undefined);
    sum.stored += stored.stored;
    sum.unchanged += stored.unchanged;
    sum.removed += stored.removed;
    sum.dropped += stored.dropped;
  }
  return sum;
}

/** After a complete listing: whatever it did not name is gone. */
export async function removeUnlisted(orm: Orm, { connector, account, kind, listing }: PageOf): Promise<number> {
  return orm.transaction(async (tx) => {
    await lockAccount(tx, { connector, account });
    const counts = createAccountCounts();
    const unlisted = and(ofKind({ connector, account, kind }), lt(libraryDocuments.listing, listing));
    const gone = await take(tx, await numbersOf(tx, unlisted), counts);
    await counts.write(tx);
    return gone;
  });
}

async function storeChunk(
  orm: Orm,
  page: PageOf,
  documents: readonly KnowledgeDocument[],
  removed: readonly string[],
  redaction: RedactionOptions | undefined,
  within: ((tx: Tx) => Promise<void>) | undefined,
): Promise<StoredPage> {
  const digests = new Map(documents.map((document) => [document, digestOf(document)]));
  const known = await knownDigests(orm, page, documents);
  const changed = documents.filter((document) => known.get(keyOf(document)) !== digests.get(document));
  // Before the transaction: reading and redacting take longer than writing.
  const kept = changed.flatMap((document) => {
    const clean = withoutCustomers(document, redaction);
    return clean ? { analysed: analyseDocument(clean), digest: digests.get(document) ?? '' } : [];
  });
  return orm.transaction(async (tx) => {
    await lockAccount(tx, page);
    const counts = createAccountCounts();
    const gone = await take(tx, await outdated(tx, page, changed, removed), counts);
    const shelves = await shelvesOf(tx, page, new Set(kept.map(({ analysed }) => analysed.language)));
    await put(tx, page, kept, shelves, counts);
    await counts.write(tx);
    const unchanged = documents.filter((document) => !changed.includes(document));
    await stampListing(tx, page, unchanged);
    await within?.(tx);
    const replaced = changed.filter((document) => known.has(keyOf(document))).length;
    return {
      stored: kept.length,
      unchanged: unchanged.length,
      removed: Math.max(0, gone - replaced),
      dropped: changed.length - kept.length,
    };
  });
}

async function knownDigests(
  orm: Orm,
  page: PageOf,
  documents: readonly KnowledgeDocument[],
): Promise<Map<string, string>> {
  if (documents.length === 0) return new Map();
  const { sourceId: id, locale, digest } = libraryDocuments;
  const ids = documents.map((document) => document.id);
  const rows = await orm
    .select({ id, locale, digest })
    .from(libraryDocuments)
    .where(and(ofKind(page), inArray(id, ids)));
  return new Map(rows.map((row) => [keyOf(row), row.digest]));
}

async function put(
  tx: Tx,
  { connector, account, kind, listing }: PageOf,
  documents: readonly { analysed: AnalysedDocument; digest: string }[],
  shelves: ReadonlyMap<string, number>,
  counts: AccountCounts,
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ analysed: { document, language, topic }, digest }) => ({
    ...{ connector, account, kind, listing, topic, digest },
    shelfId: shelves.get(language) ?? 0,
    sourceId: document.id,
    locale: document.locale ?? '',
    title: document.title,
    url: document.url ?? null,
    brand: document.brand ?? null,
    visibility: document.visibility,
    updatedAt: new Date(document.updatedAt),
  }));
  const written = await tx
    .insert(libraryDocuments)
    .values(rows)
    .returning({ id: libraryDocuments.id, sourceId: libraryDocuments.sourceId, locale: libraryDocuments.locale });
  const numbers = new Map(written.map(({ id, sourceId, locale }) => [keyOf({ id: sourceId, locale }), id]));
  const passages = documents.flatMap(({ analysed: { document, language, topic, passages } }) => {
    const shelf = shelves.get(language) ?? 0;
    return passages.map((passage) => {
      counts.of(shelf, language).count({ ...passage, topic }, 1);
      return {
        document_id: numbers.get(keyOf(document)),
        shelf_id: shelf,
        ...{ kind, topic, ...passage },
        internal: document.visibility === 'internal',
        brand: document.brand ?? null,
        stems: encodeStems(shelf, decodeWords(passage.words)),
      };
    });
  });
  const columns = sql.raw('document_id, shelf_id, heading, text, kind, internal, brand, topic, length, words, stems');
  await tx.execute(sql`
    insert into library_passages (${columns}) select ${columns}
    from jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) as row(
      document_id int, shelf_id int, heading text, text text, kind text, internal boolean, brand text, topic text,
      length real, words text, stems tsvector)`);
}

async function stampListing(
  tx: Tx,
  { connector, account, kind, listing }: PageOf,
  documents: readonly KnowledgeDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ id, locale = '' }) => ({ id, locale }));
  await tx.execute(sql`
    update library_documents as d set listing = ${listing}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as named(id text, locale text)
    where d.connector = ${connector} and d.account = ${account} and d.kind = ${kind}
      and d.source_id = named.id and d.locale = named.locale and d.listing < ${listing}`);
}

/** The same document twice in one page: the later one is the newer. */
function lastOfEach(documents: readonly KnowledgeDocument[]): KnowledgeDocument[] {
  return [...new Map(documents.map((document) => [keyOf(document), document])).values()];
}

function chunked(documents: readonly KnowledgeDocument[]): KnowledgeDocument[][] {
  const count = Math.max(1, Math.ceil(documents.length / CHUNK));
  return Array.from({ length: count }, (_, i) => documents.slice(i * CHUNK, (i + 1) * CHUNK));
}
