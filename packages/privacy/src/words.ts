import { fold } from './fold.ts';

/** A word of a text, as it stands there and folded. */
export interface Word {
  text: string;
  folded: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function isCapitalised(word: { text: string }): boolean {
  return /^\p{Lu}/u.test(word.text);
}

/** First of several words of a sentence: capitalised whether it is a name or not. A line of its own is a signature. */
export function opensSentence(word: { start: number; end: number }, text: string): boolean {
  const before = lastCharacters(text, word.start);
  const opens = before === '' || before.endsWith('\n') || /[.!?…:]["'”»)]*$/.test(before);
  if (!opens) return false;
  const lineEnd = text.indexOf('\n', word.end);
  const rest = text.slice(word.end, Math.min(lineEnd === -1 ? text.length : lineEnd, word.end + FAR));
  return /[\p{L}\p{N}]/u.test(rest.replace(/^[\p{L}\p{N}]+/u, ''));
}

/** What is looked at around a word: a line of a megabyte would cost its square. */
const FAR = 80;

/** The end of the text before `index`, without spaces; a line break is kept. */
function lastCharacters(text: string, index: number): string {
  return text.slice(Math.max(0, index - FAR), index).replace(/[ \t\u00a0]*(\n?)\s*$/, '$1');
}
