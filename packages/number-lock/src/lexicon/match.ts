import { fold } from '@draftsmith/letters';
import { compoundCategory } from './compounds.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import type { Category, Lexicon } from './entry.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { PT } from './pt.ts';
import { RU } from './ru.ts';

/** Words in a row that state something; `from` and `to` (exclusive) count words of the row. */
export interface Match {
  category: Category;
  from: number;
  to: number;
}

interface Entry {
  words: readonly string[];
  category: Category;
}

interface Table {
  exact: ReadonlyMap<string, readonly Entry[]>;
  prefixes: readonly (readonly [string, Entry])[];
  /** Entries that may begin with a word, the longest first. */
  remembered: Map<string, readonly Entry[]>;
  /** What no other language may claim. */
  ours: ReadonlySet<string>;
}

const LEXICONS: Readonly<Record<string, Lexicon>> = { en: EN, de: DE, fr: FR, es: ES, pt: PT, ru: RU };
const CATEGORIES: readonly Category[] = [
  'number',
  'percent',
  'date',
  'duration',
  'period',
  'money',
  'promise',
  'discount',
  'today',
  'ok',
];
const MOST_REMEMBERED = 20_000;
const NONE: readonly Entry[] = [];

const tables = new Map<string, Table>();

/** Its own words, and those of all others that it has no other use for: a lie is one in any language. */
function tableOf(language: string): Table {
  const known = tables.get(language);
  if (known) return known;
  const own = LEXICONS[language] ?? EN;
  const ours = new Set(own.ours.split('|'));
  const entries = entriesOf(own);
  for (const other of Object.values(LEXICONS))
    if (other !== own)
      entries.push(
        ...entriesOf(other).filter(({ words: [first = ''], category }) => category !== 'ok' && !ours.has(first)),
      );
  const exact = new Map<string, Entry[]>();
  const prefixes: [string, Entry][] = [];
  for (const entry of entries) {
    const [first = ''] = entry.words;
    if (first.endsWith('*')) prefixes.push([first.slice(0, -1), entry]);
    else exact.set(first, [...(exact.get(first) ?? []), entry]);
  }
  const table: Table = { exact, prefixes, remembered: new Map(), ours };
  tables.set(language, table);
  return table;
}

function entriesOf(lexicon: Lexicon): Entry[] {
  return CATEGORIES.flatMap((category) =>
    lexicon[category].split('|').flatMap((phrase) => {
      const words = fold(phrase).trim().split(/\s+/).filter(Boolean);
      return words.length > 0 ? [{ words, category }] : [];
    }),
  );
}

function candidates(table: Table, word: string): readonly Entry[] {
  const known = table.remembered.get(word);
  if (known) return known;
  const found = [
    ...(table.exact.get(word) ?? NONE),
    ...table.prefixes.flatMap(([prefix, entry]) => (word.startsWith(prefix) ? [entry] : [])),
  ].sort((a, b) => b.words.length - a.words.length || Number(b.category === 'ok') - Number(a.category === 'ok'));
  if (table.remembered.size >= MOST_REMEMBERED) table.remembered.clear();
  table.remembered.set(word, found.length > 0 ? found : NONE);
  return found;
}

function fits({ words }: Entry, row: readonly string[], at: number): boolean {
  return words.every((word, index) => {
    const found = row[at + index];
    if (found === undefined) return false;
    return word.endsWith('*') ? found.startsWith(word.slice(0, -1)) : found === word;
  });
}

/** German joins its words; in other languages only its numbers are looked for, "vantage" is no number of days. */
function compound({ ours }: Table, word: string, language: string): Category | undefined {
  const category = ours.has(word) ? undefined : compoundCategory(word);
  return language === 'de' || category === 'number' ? category : undefined;
}

/** @param row folded words without a mark between them */
export function matchWords(row: readonly string[], language: string): readonly Match[] {
  const table = tableOf(language);
  const matches: Match[] = [];
  for (let at = 0; at < row.length; ) {
    const word = row[at] ?? '';
    const entry = candidates(table, word).find((candidate) => fits(candidate, row, at));
    const category = entry?.category ?? compound(table, word, language);
    const to = at + (entry?.words.length ?? 1);
    if (category && category !== 'ok') matches.push({ category, from: at, to });
    at = to;
  }
  return matches;
}
