import { fold } from '@draftsmith/letters';
import { detectAll } from 'tinyld';
import { cleanMessage } from './clean-message.ts';
import { stopWords } from './stop-words.ts';
import { SYNONYMS } from './synonyms.ts';

/** Latin languages that support teams meet; every further one costs accuracy on short texts. */
const LATIN = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl'];

/** Scripts that settle the language (near enough for support), checked in this order. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

/** Latin product names fill up to two thirds of a short Russian message; a Latin one never holds so much of another script. */
const FOREIGN_SHARE = 0.3;

/** Characters; the beginning of a long message is enough, and enough of it to see where its quoted tail begins. */
const MAX_READ = 2_000;
const MAX_CLEANED = 20_000;

// What says nothing about the language: addresses, links, template variables, codes, and CAPITALISED_NAMES with digits.
const NOISE =
  /https?:\/\/\S+|www\.\S+|\{\{[^{}]{0,200}\}\}|<[^<>]{1,40}>|(?<!\S)[^\s@\d]{0,100}[@\d]\S*|[#/\\|_*=~`^]+/g;

/**
 * ISO 639-1 of what a person wrote. Quoted tails, signatures, links and numbers do not count.
 * @param fallback what to answer when the text says nothing ("ok", only numbers); default `en`
 */
export function detectLanguage(text: string, fallback = 'en'): string {
  const words = cleanMessage(text.slice(0, MAX_CLEANED))
    .slice(0, MAX_READ)
    .replace(NOISE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = count(words, /\p{L}/gu);
  if (letters < 2) return fallback;
  for (const [script, language] of SCRIPTS) if (count(words, script) > letters * FOREIGN_SHARE) return language;
  if (count(words, /\p{Script=Cyrillic}/gu) > letters * FOREIGN_SHARE) return cyrillic(words);
  return latin(words) ?? fallback;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Ukrainian has letters that Russian lacks, and the reverse; a typo of one letter must not decide. */
function cyrillic(text: string): string {
  const ukrainian = count(text, /[іїєґ]/gi);
  const russian = count(text, /[ыэёъ]/gi);
  if (ukrainian !== russian) return ukrainian > russian ? 'uk' : 'ru';
  const votes = knownWordShares(text, ['ru', 'uk']);
  return (votes.get('uk') ?? 0) > (votes.get('ru') ?? 0) ? 'uk' : 'ru';
}

/** Letters that only one of the languages uses; worth a word each. */
const TELLING_LETTERS: Readonly<Record<string, RegExp>> = {
  de: /ß/g,
  es: /[ñ¿¡]/g,
  pt: /[ãõ]/g,
  fr: /[œêùû]|[ldjcmtsn]['’](?=\p{L}{3})/gu,
  pl: /[łąęśźżń]/g,
};

/** tinyld reads character statistics, known words read grammar: together they hold on messages of two words too. */
function latin(text: string): string | undefined {
  const scores = knownWordShares(text, LATIN);
  const words = Math.max(1, count(text, /\p{L}+/gu));
  for (const [language, letters] of Object.entries(TELLING_LETTERS)) {
    const found = count(text.toLowerCase(), letters);
    if (found > 0) scores.set(language, (scores.get(language) ?? 0) + Math.min(1, found / words));
  }
  for (const { lang, accuracy } of detectAll(text, { only: LATIN }))
    scores.set(lang, (scores.get(lang) ?? 0) + accuracy);
  return best(scores);
}

function best(scores: ReadonlyMap<string, number>): string | undefined {
  let winner: string | undefined;
  for (const [language, score] of scores)
    if (winner === undefined || score > (scores.get(winner) ?? 0)) winner = language;
  return winner;
}

/** For each language the share of the text's words that are its function words or its words of support mail. */
function knownWordShares(text: string, languages: readonly string[]): Map<string, number> {
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  const shares = new Map<string, number>();
  for (const language of languages) {
    const stops = stopWords(language);
    const vocabulary = supportWords(language);
    const hits = words.filter((word) => stops.has(word) || vocabulary.has(word)).length;
    if (hits > 0) shares.set(language, hits / words.length);
  }
  return shares;
}

const vocabularies = new Map<string, ReadonlySet<string>>();

function supportWords(language: string): ReadonlySet<string> {
  const known = vocabularies.get(language);
  if (known) return known;
  const words = new Set(fold((SYNONYMS[language] ?? []).join(' ')).match(/\p{L}{3,}/gu) ?? []);
  vocabularies.set(language, words);
  return words;
}
