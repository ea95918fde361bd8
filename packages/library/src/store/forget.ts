import type { KnowledgeKind } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { libraryDocuments, libraryReadings, libraryShelves } from '@draftsmith/database/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import { createAccountCounts, lockAccount } from './account-write.ts';
import { numbersOf, ofKind, take } from './take-out.ts';

/** Takes out documents that the source system deleted, by its ids; those that are not there are gone already. */
export async function removeDocuments(
  orm: Orm,
  { connector, account }: LibraryAccount,
  kind: KnowledgeKind,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  return orm.transaction(async (tx) => {
    await lockAccount(tx, { connector, account });
    const counts = createAccountCounts();
    const named = and(ofKind({ connector, account, kind }), inArray(libraryDocuments.sourceId, [...ids]));
    const gone = await take(tx, await numbersOf(tx, named), counts);
    await counts.write(tx);
    return gone;
  });
}

/** Everything of an account, on disconnecting: documents, frequencies, vocabulary, cursors. */
export async function forgetLibrary(orm: Orm, { connector, account }: LibraryAccount): Promise<void> {
  await orm.transaction(async (tx) => {
    await lockAccount(tx, { connector, account });
    await tx
      .delete(libraryDocuments)
      .where(and(eq(libraryDocuments.connector, connector), eq(libraryDocuments.account, account)));
    const shelves = sql`(select id from library_shelves where connector = ${connector} and account = ${account})`;
    for (const table of ['library_terms', 'library_words', 'library_topics'])
      await tx.execute(sql`delete from ${sql.identifier(table)} where shelf_id in ${shelves}`);
    await tx
      .delete(libraryShelves)
      .where(and(eq(libraryShelves.connector, connector), eq(libraryShelves.account, account)));
    await tx
      .delete(libraryReadings)
      .where(and(eq(libraryReadings.connector, connector), eq(libraryReadings.account, account)));
  });
}
