import type { PhraseHit } from './phrases.ts';
import { compact, gapAfter, type ScannedWords, widthAfter } from './scan-words.ts';

/** Phone numbers, found by their last digits: with or without a country code, in any punctuation. */
export interface Phones<Payload> {
  /** @returns the payload of an equal number that was there before, or the one given; nothing for less than 7 digits. */
  add(text: string, payload: Payload): Payload | undefined;
  find(words: ScannedWords): PhraseHit<Payload>[];
}

/** Of a shorter number all digits tell; of a longer one those behind country code and trunk zero. */
const [FEWEST, MOST] = [7, 9];
const LONGEST = 15;
/** With what nobody sees. */
const WIDEST_GAP = 8;
const GAP = /^[\s+().,/_·•\u2010-\u2014-]{0,4}$/;
const LEADING = /[+(]{1,2}$/;

export function createPhones<Payload>(): Phones<Payload> {
  const byTail = Array.from({ length: MOST + 1 }, () => new Map<number, Payload>());
  let size = 0;

  return {
    add(text, payload) {
      const digits = compact(text).replace(/\D/g, '');
      if (digits.length < FEWEST) return undefined;
      const tail = digits.slice(-MOST);
      const tails = byTail[tail.length];
      const same = tails?.get(Number(tail));
      if (same !== undefined) return same;
      tails?.set(Number(tail), payload);
      size += 1;
      return payload;
    },

    find(words) {
      const hits: PhraseHit<Payload>[] = [];
      if (size === 0) return hits;
      let run = 0;
      let [digits, tail] = [0, 0];
      for (let word = 0; word < words.count; word++) {
        if (!words.digits[word]) {
          run = word + 1;
          digits = 0;
          tail = 0;
          continue;
        }
        if (word > run && !goesOn(words, word)) {
          run = word;
          digits = 0;
          tail = 0;
        }
        digits += words.lengths[word] ?? 0;
        tail = appended(tail, words, word);
        for (let length = FEWEST; length <= Math.min(MOST, digits); length++) {
          const payload = byTail[length]?.get(tail % 10 ** length);
          if (payload !== undefined) hits.push(hitOf(words, { run, word, length }, payload));
        }
      }
      return hits;
    },
  };
}

/** The last digits of a run, as a number, with those of one more word. */
function appended(tail: number, { text, starts, ends, lengths }: ScannedWords, word: number): number {
  let result = (lengths[word] ?? 0) >= MOST ? 0 : tail;
  for (const digit of compact(text.slice(starts[word], ends[word])))
    result = (result * 10 + Number(digit)) % 10 ** MOST;
  return result;
}

function goesOn(words: ScannedWords, word: number): boolean {
  return widthAfter(words, word - 1) <= WIDEST_GAP && GAP.test(gapAfter(words, word - 1));
}

/** From the first digit of the tail on, and what stands before it as far as it is one number. */
function hitOf<Payload>(
  words: ScannedWords,
  { run, word, length }: { run: number; word: number; length: number },
  payload: Payload,
): PhraseHit<Payload> {
  let first = word;
  let digits = words.lengths[word] ?? 0;
  while (first > run && digits < length) digits += words.lengths[--first] ?? 0;
  while (first > run && digits + (words.lengths[first - 1] ?? 0) <= LONGEST && !isList(words, first))
    digits += words.lengths[--first] ?? 0;
  const start = words.starts[first] ?? 0;
  const lead = LEADING.exec(words.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - lead, end: words.ends[word] ?? 0, payload };
}

function isList({ text, starts, ends }: ScannedWords, word: number): boolean {
  return /[,\n]/.test(text.slice(ends[word - 1], starts[word]));
}
