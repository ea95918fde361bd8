import { createRequire } from 'node:module';
import { COMMON_WORDS } from '../common-words.ts';
import { fold } from '../fold.ts';
import { nameForms } from '../known/name-forms.ts';
import { BRANDS } from './brands.ts';
import { ROLES, TITLES } from './cues.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';

/** What a folded word may be; several at once. */
export const FIRST_NAME = 1;
export const LAST_NAME = 2;
export const PLACE = 4;
export const COUNTRY = 8;
/** An ordinary word of some language: a name only where the words around it say so. */
export const COMMON = 16;

export interface Lexicon {
  /** Flags of a folded word; 0 for a word that no list has. */
  flagsOf(folded: string): number;
  /** How many words of a place's name, as folded words, begin at the first of them: "new", "york" are two. */
  placeLength(words: readonly string[]): number;
}

/** The lists of names and places that are read, by locale. Words are only in some of them their own language's. */
const LOCALES =
  'en en_IN en_GB en_NG en_ZA de de_CH fr fr_CH es es_MX pt_BR pt_PT it nl nl_BE pl ru sv da uk fi nb_NO cs_CZ sk hu hr ro tr sr_RS_latin lv el id_ID'.split(
    ' ',
  );
const OWN_WORDS = new Set(['en', 'de', 'fr', 'pt_BR']);
/** Languages in which the names of countries are known. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru'];
const CYRILLIC = /[а-яё]/i;
/** Longest name of a place in words. */
const MOST_WORDS = 4;

/** The part of a locale's definitions that is read. */
interface Definitions {
  person?: { first_name?: Lists; last_name?: Lists };
  location?: { city_name?: Entries; state?: Entries };
  word?: Record<string, Entries | undefined>;
  color?: { human?: Entries };
  commerce?: { product_name?: Record<string, Entries | undefined>; department?: Entries };
}
type Entries = readonly string[] | null;
type Lists = Partial<Record<'generic' | 'female' | 'male', Entries>> | null;

let loaded: Lexicon | undefined;

/** The lists, read when they are first needed: a fifth of a second, some megabytes that stay. */
export function lexicon(): Lexicon {
  loaded ??= loadLexicon();
  return loaded;
}

export function isCommonWord(folded: string): boolean {
  return (lexicon().flagsOf(folded) & COMMON) !== 0;
}

/** Whether a folded word or group of words is a place or a country. */
export function isPlace(folded: string): boolean {
  const words = folded.split(/[ -]+/);
  return lexicon().placeLength(words) === words.length;
}

function loadLexicon(): Lexicon {
  const flags = new Map<string, number>();
  const phrases = new Map<string, string[][]>();
  const mark = (word: string, flag: number) => flags.set(word, (flags.get(word) ?? 0) | flag);
  const markPlace = (name: string, flag: number) => {
    const words = foldedWords(name);
    const [first = '', ...rest] = words;
    if (words.length > MOST_WORDS || first === '') return;
    if (rest.length > 0) phrases.set(first, [...(phrases.get(first) ?? []), rest]);
    else for (const form of CYRILLIC.test(first) ? nameForms(first) : [first]) mark(form, flag);
  };

  for (const locale of LOCALES) {
    const { person, location, ...things } = definitionsOf(locale);
    for (const name of namesIn(person?.first_name)) for (const form of formsOf(name)) mark(form, FIRST_NAME);
    for (const name of namesIn(person?.last_name)) for (const form of formsOf(name)) mark(form, LAST_NAME);
    for (const name of [...(location?.city_name ?? []), ...(location?.state ?? [])]) markPlace(name, PLACE);
    if (OWN_WORDS.has(locale))
      for (const word of wordsIn(things)) for (const form of inflected(word)) mark(form, COMMON);
  }
  for (const zone of Intl.supportedValuesOf('timeZone'))
    markPlace(zone.replace(/^.*\//, '').replaceAll('_', ' '), PLACE);
  for (const name of countries()) markPlace(name, COUNTRY);
  for (const word of COMMON_WORDS) mark(word, COMMON | LAST_NAME);
  for (const words of [EVERYDAY_WORDS, BRANDS, ROLES, TITLES]) for (const word of words) mark(word, COMMON);

  return {
    flagsOf: (folded) => flags.get(folded) ?? 0,
    placeLength(words) {
      const [first = ''] = words;
      const longest = (phrases.get(first) ?? [])
        .filter((rest) => rest.every((word, i) => words[i + 1] === word))
        .reduce((most, rest) => Math.max(most, rest.length + 1), 0);
      return longest || ((flags.get(first) ?? 0) & (PLACE | COUNTRY) ? 1 : 0);
    },
  };
}

function definitionsOf(locale: string): Definitions {
  const read = createRequire(import.meta.url)(`@faker-js/faker/locale/${locale}`) as {
    faker: { rawDefinitions: object };
  };
  return read.faker.rawDefinitions;
}

function namesIn(lists: Lists | undefined): string[] {
  return [...(lists?.generic ?? []), ...(lists?.female ?? []), ...(lists?.male ?? [])];
}

/** A name by its words: "Anna-Lena" is found as "Anna" and "Lena", too. */
function formsOf(name: string): string[] {
  const words = foldedWords(name).filter((word) => word.length > 1);
  return words.flatMap((word) => (CYRILLIC.test(word) ? nameForms(word) : [word]));
}

function wordsIn({ word = {}, color, commerce }: Definitions): string[] {
  const lists = [
    ...Object.values(word),
    color?.human,
    ...Object.values(commerce?.product_name ?? {}),
    commerce?.department,
  ];
  return lists.flatMap((list) => list ?? []).flatMap(foldedWords);
}

/** English forms of a word; those of other languages do no harm. */
function inflected(word: string): string[] {
  const stem = word.replace(/e$/, '');
  return [word, `${word}s`, `${stem}ed`, `${stem}ing`, `${stem}er`, `${word.replace(/y$/, 'ie')}s`];
}

function foldedWords(name: string): string[] {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).map(fold);
}

function* countries(): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of letters)
      for (const second of letters) {
        const name = names.of(first + second);
        if (name && !/[()]/.test(name)) yield name;
      }
  }
}
