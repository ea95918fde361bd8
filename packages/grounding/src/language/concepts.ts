import { fold } from '@draftsmith/letters';
import { CONCEPTS } from './concept-table.ts';
import { stem } from './stem.ts';

const COLUMNS = ['en', 'de', 'fr', 'es', 'pt', 'ru'];

/** For each language the concepts of a stem: a word may have two meanings ("charge"). */
let tables: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> | undefined;

/** The concepts (row numbers) that a word names, by its stem. Empty for most words. */
export function conceptsOf(stemmed: string, language: string): readonly number[] {
  tables ??= build();
  return tables.get(language)?.get(stemmed) ?? [];
}

function build(): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const built = new Map(COLUMNS.map((language) => [language, new Map<string, number[]>()]));
  for (const [row, line] of CONCEPTS.trim().split('\n').entries()) {
    for (const [column, words] of line.split('|').entries()) {
      const language = COLUMNS[column] ?? 'en';
      const table = built.get(language);
      for (const word of words.trim().split(/\s+/)) {
        for (const key of new Set([stem(word, language), fold(word)])) {
          const rows = table?.get(key) ?? [];
          if (!rows.includes(row)) table?.set(key, [...rows, row]);
        }
      }
    }
  }
  return built;
}

/** The concept that holds an English word; for code that asks about one ("refund"). */
export function conceptNamed(english: string): number {
  const [row] = conceptsOf(stem(english, 'en'), 'en');
  if (row === undefined) throw new RangeError(`no concept holds ${english}`);
  return row;
}
