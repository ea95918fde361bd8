import { fold } from '@draftsmith/letters';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** One word that carries meaning: its stem for exact matches, its folded form for n-grams. */
export interface Token {
  stem: string;
  folded: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// Addresses, links and template variables belong to one case; in an index they would only reward accidental matches.
// Every repetition is bounded or anchored: a megabyte without spaces must not take minutes.
const NOT_WORDS = /https?:\/\/\S+|www\.\S+|(?<!\S)[^\s@]{1,100}@\S{1,200}|\{\{[^{}]{0,200}\}\}|\{%[^{}%]{0,200}%\}/g;
/** Order and phone numbers, not error codes or years. */
const LONG_NUMBER = /(?:\d\p{L}*){5}/u;

/** Longer runs of letters are keys or noise. */
const LONGEST_WORD = 60;

/** The content words of a text, in order, without function words, courtesies, links and long numbers. */
export function tokenize(text: string, language: string): Token[] {
  const stops = stopWords(language);
  const tokens: Token[] = [];
  for (const [word] of text.normalize('NFKC').replace(NOT_WORDS, ' ').toLowerCase().matchAll(WORD)) {
    const folded = fold(word);
    if (folded.length < 2 || folded.length > LONGEST_WORD || stops.has(folded) || LONG_NUMBER.test(folded)) continue;
    tokens.push({ stem: stem(word, language), folded });
  }
  return tokens;
}
