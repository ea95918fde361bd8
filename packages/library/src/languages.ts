import type { Orm } from '@draftsmith/database';
import { libraryShelves } from '@draftsmith/database/schema';
import { detectLanguage } from '@draftsmith/knowledge';
import { and, desc, eq, gt } from 'drizzle-orm';
import type { LibraryAccount } from './account.ts';

/** ISO 639-1 of the languages that an account's knowledge is in, the most frequent first. */
export async function libraryLanguages(orm: Orm, { connector, account }: LibraryAccount): Promise<string[]> {
  const rows = await orm
    .select({ language: libraryShelves.language })
    .from(libraryShelves)
    .where(
      and(eq(libraryShelves.connector, connector), eq(libraryShelves.account, account), gt(libraryShelves.passages, 0)),
    )
    .orderBy(desc(libraryShelves.passages), libraryShelves.language);
  return rows.map(({ language }) => language);
}

/** In which of these languages to search for a text: its own where there is something in it. */
export function searchLanguage(text: string, languages: readonly string[]): string | undefined {
  const [main] = languages;
  if (languages.length <= 1) return main;
  const written = detectLanguage(text, main);
  return languages.includes(written) ? written : main;
}
