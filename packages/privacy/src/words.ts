import { fold } from './fold.ts';

/** A word of a text, as it stands there and folded, without apostrophes and what stands for a soft sign. */
export interface Word {
  text: string;
  folded: string;
  start: number;
  end: number;
}

/** `O'Brien`, `Il’ich` and `Sokol`nikov` are one word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’`”]{1,2}\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
const APOSTROPHE = /['’`”]/;
const SIGNS = /['’`”ʹʺʼ]/g;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => wordAt(match[0], match.index));
}

/** "d'Anna" as "d" and "Anna"; the word itself when it has no apostrophe. */
export function partsOf(word: Word): Word[] {
  if (!APOSTROPHE.test(word.text)) return [word];
  const parts = [...word.text.matchAll(/[^'’`”]+/g)];
  return parts.length < 2 ? [word] : parts.map((match) => wordAt(match[0], word.start + match.index));
}

/** Whether it ends in the genitive of English: "Anna's". */
export function isPossessive(word: Word): boolean {
  return /['’]s$/i.test(word.text);
}

/** Without apostrophes and the signs of Latin spellings for the hard and the soft sign: `Golubʹ`. */
export function withoutSigns(word: string): string {
  return word.replace(SIGNS, '');
}

function wordAt(text: string, start: number): Word {
  return { text, folded: withoutSigns(fold(text)), start, end: start + text.length };
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
