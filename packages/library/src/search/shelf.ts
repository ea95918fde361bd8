import type { Orm } from '@draftsmith/database';
import { libraryShelves, libraryTerms } from '@draftsmith/database/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';

export interface Shelf {
  id: number;
  language: string;
  passages: number;
  /** Weighted words of a passage, on average. */
  meanLength: number;
}

export interface TermCounts {
  passages: number;
  titles: number;
}

export async function findShelf(
  orm: Orm,
  { connector, account }: LibraryAccount,
  language: string,
): Promise<Shelf | undefined> {
  const [row] = await orm
    .select()
    .from(libraryShelves)
    .where(
      and(
        eq(libraryShelves.connector, connector),
        eq(libraryShelves.account, account),
        eq(libraryShelves.language, language),
      ),
    );
  if (!row || row.passages <= 0) return undefined;
  const { id, passages, length } = row;
  return { id, language, passages, meanLength: Math.max(1, length / passages) };
}

/** How often terms occur in a shelf; asked for what is new only. */
export interface Frequencies {
  learn(terms: Iterable<string>): Promise<void>;
  of(term: string): TermCounts;
  /** As in BM25. */
  idf(term: string): number;
  /** 0 (everywhere) to 1 (nowhere). */
  rarity(term: string): number;
}

const NONE: TermCounts = { passages: 0, titles: 0 };

export function createFrequencies(orm: Orm, shelf: Shelf): Frequencies {
  const known = new Map<string, TermCounts>();
  const of = (term: string) => known.get(term) ?? NONE;
  const idfOf = (passages: number) =>
    Math.log(1 + Math.max(0, shelf.passages - passages + 0.5) / (Math.max(0, passages) + 0.5));
  return {
    async learn(terms) {
      const fresh = [...new Set(terms)].filter((term) => !known.has(term));
      if (fresh.length === 0) return;
      for (const term of fresh) known.set(term, NONE);
      const { term, passages, titles, shelfId } = libraryTerms;
      const rows = await orm
        .select({ term, passages, titles })
        .from(libraryTerms)
        .where(and(eq(shelfId, shelf.id), inArray(term, fresh)));
      for (const row of rows) known.set(row.term, row);
    },
    of,
    idf: (term) => idfOf(of(term).passages),
    rarity: (term) => idfOf(of(term).passages) / idfOf(0),
  };
}
