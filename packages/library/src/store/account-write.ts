import type { Orm } from '@draftsmith/database';
import { libraryShelves } from '@draftsmith/database/schema';
import { and, eq, sql } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import { createShelfCounts, type ShelfCounts } from './counts.ts';

export type Tx = Pick<Orm, 'execute' | 'select' | 'insert' | 'update' | 'delete'>;

/** One writer for each account, across processes: frequencies are differences. */
export async function lockAccount(tx: Pick<Orm, 'execute'>, { connector, account }: LibraryAccount): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('library'), hashtext(${`${connector}/${account}`}))`);
}

/** Frequencies that a transaction changes, by shelf. */
export interface AccountCounts {
  of(shelf: number, language: string): ShelfCounts;
  write(tx: Tx): Promise<void>;
}

export function createAccountCounts(): AccountCounts {
  const shelves = new Map<number, ShelfCounts>();
  return {
    of(shelf: number, language: string): ShelfCounts {
      const known = shelves.get(shelf) ?? createShelfCounts(shelf, language);
      shelves.set(shelf, known);
      return known;
    },
    async write(tx: Tx): Promise<void> {
      for (const counts of shelves.values()) await counts.write(tx);
    },
  };
}

/** The account's shelves by language; those of these languages are made when missing. */
export async function shelvesOf(
  tx: Tx,
  { connector, account }: LibraryAccount,
  languages: ReadonlySet<string>,
): Promise<Map<string, number>> {
  if (languages.size === 0) return new Map();
  const rows = [...languages].map((language) => ({ connector, account, language }));
  await tx.insert(libraryShelves).values(rows).onConflictDoNothing();
  const shelves = await tx
    .select({ id: libraryShelves.id, language: libraryShelves.language })
    .from(libraryShelves)
    .where(and(eq(libraryShelves.connector, connector), eq(libraryShelves.account, account)));
  return new Map(shelves.map(({ id, language }) => [language, id]));
}
