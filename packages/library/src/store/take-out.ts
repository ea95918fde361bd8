import type { KnowledgeDocument, KnowledgeKind } from '@draftsmith/contracts';
import { libraryDocuments, libraryPassages, libraryShelves } from '@draftsmith/database/schema';
import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import type { AccountCounts, Tx } from './account-write.ts';

/** Documents of one statement. */
const CHUNK = 250;

export function ofKind({ connector, account, kind }: LibraryAccount & { kind: KnowledgeKind }) {
  return and(
    eq(libraryDocuments.connector, connector),
    eq(libraryDocuments.account, account),
    eq(libraryDocuments.kind, kind),
  );
}

/** Some systems give one id to all translations. */
export const keyOf = ({ id, locale = '' }: { id: string; locale?: string }) => JSON.stringify([id, locale]);

/** Earlier versions of what is stored now, and all translations of what was removed. */
export async function outdated(
  tx: Tx,
  page: LibraryAccount & { kind: KnowledgeKind },
  changed: readonly KnowledgeDocument[],
  removed: readonly string[],
): Promise<number[]> {
  const ids = [...changed.map(({ id }) => id), ...removed];
  if (ids.length === 0) return [];
  const { id: number, sourceId: id, locale } = libraryDocuments;
  const rows = await tx
    .select({ number, id, locale })
    .from(libraryDocuments)
    .where(and(ofKind(page), inArray(id, ids)));
  const [keys, gone] = [new Set(changed.map(keyOf)), new Set(removed)];
  return rows.filter((row) => keys.has(keyOf(row)) || gone.has(row.id)).map((row) => row.number);
}

export async function numbersOf(tx: Tx, condition: SQL | undefined): Promise<number[]> {
  const rows = await tx.select({ number: libraryDocuments.id }).from(libraryDocuments).where(condition);
  return rows.map(({ number }) => number);
}

/** Deletes documents, and takes their passages' words out of the frequencies. */
export async function take(tx: Tx, numbers: readonly number[], counts: AccountCounts): Promise<number> {
  for (let from = 0; from < numbers.length; from += CHUNK) {
    const some = numbers.slice(from, from + CHUNK);
    const { length, words, topic, shelfId, documentId } = libraryPassages;
    const passages = await tx
      .select({ shelfId, length, words, topic, language: libraryShelves.language })
      .from(libraryPassages)
      .innerJoin(libraryShelves, eq(libraryShelves.id, shelfId))
      .where(inArray(documentId, some));
    for (const passage of passages) counts.of(passage.shelfId, passage.language).count(passage, -1);
    await tx.delete(libraryDocuments).where(inArray(libraryDocuments.id, some));
  }
  return numbers.length;
}
