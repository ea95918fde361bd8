import { STOP_WORDS } from './stop-words.ts';

/** Writings without spaces between words, where two signs are often a whole word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The words to ask a help centre with: what the message says most often and in the longest words, with the subject's
 * words counted on top, in the order of the text. Addresses and numbers find nothing there and may be personal.
 *
 * @returns at most `maxWords` words; empty when there is nothing to ask.
 */
export function searchQuery(subject: string, message: string, maxWords: number): string {
  const found = new Map<string, { count: number; position: number }>();
  for (const word of contentWords(`${subject}\n${message}`)) {
    const known = found.get(word);
    if (known) known.count += 1;
    else found.set(word, { count: 1, position: found.size });
  }
  return [...found]
    .sort(([a, { count: m }], [b, { count: n }]) => n - m || b.length - a.length)
    .slice(0, maxWords)
    .sort(([, a], [, b]) => a.position - b.position)
    .map(([word]) => word)
    .join(' ');
}

function* contentWords(text: string): Generator<string> {
  const plain = text
    .toLowerCase()
    .replace(/https?:\/\/\S+|\S+@\S+/g, ' ')
    .replace(/\{[{%].*?[}%]\}/gs, ' ');
  for (const { segment, isWordLike } of segmenter.segment(plain)) {
    const isLongEnough = segment.length >= (UNSPACED.test(segment) ? 2 : 3);
    if (isWordLike && isLongEnough && !/\d{3}/.test(segment) && !STOP_WORDS.has(segment)) yield segment;
  }
}
