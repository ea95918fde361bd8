import { fold } from '@draftsmith/letters';

/** What is compared: never a blank, quotation mark or dash. */
const WORD =
  /https?:\/\/[^\s<>"«»“”]+|www\.[^\s<>"«»“”]+|[\w.+-]+@[\w-]+\.[\w.-]+|\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}]+(?:['’]\p{L}+)*|[€$£¥%]/gu;
/** A bullet, or the number of a list's item; a citation's number, which nobody sends. */
const LIST_MARK = /^[ \t]*(?:[-–—•*·▪◦]|\(?\d{1,2}[.)])[ \t]+/gm;
const CITATION = /\s?\[\d{1,2}\]/g;
/** A link that says what it points to: `https://a.example (https://a.example)`. */
const TWICE = /(https?:\/\/\S+) \(\1\)/g;

/** The words of a text, as they are compared: without case, accents and punctuation. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(TWICE, '$1').replace(CITATION, '').replace(LIST_MARK, '');
  return (plain.match(WORD) ?? []).map(normal);
}

function normal(word: string): string {
  const folded = fold(word).replaceAll('’', "'");
  if (!/^(?:https?:|www\.)/.test(folded)) return folded;
  return folded
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[).,;:!?'/]+$/, '');
}

/**
 * A word without the end that grammar gives it, the same for its forms more often than not. Coarse, for any language:
 * it says which sentences speak of the same, never what was kept of them.
 */
export function stemOf(word: string): string {
  if (word.length > 6) return word.slice(0, -2);
  return word.length > 4 ? word.slice(0, -1) : word;
}

/** Short words are grammar: they meet everywhere. */
export function weightOf(word: string): number {
  if (/\p{N}/u.test(word)) return 1;
  return word.length <= 3 ? 0.25 : 1;
}
