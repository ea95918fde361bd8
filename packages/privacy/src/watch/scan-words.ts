import { SURROGATE_NAMES } from '../surrogate.ts';
import { INVISIBLE, isUnspaced, letterOf, lettersOf, MARK, SPECIAL } from './letters.ts';

/** The words of a text as numbers, so that looking all of them up costs microseconds. */
export interface ScannedWords {
  text: string;
  count: number;
  /** UTF-16 offsets, `ends` exclusive. */
  starts: Int32Array;
  ends: Int32Array;
  /** Of the folded letters. Two words with one hash are compared before it counts. */
  hashes: Int32Array;
  /** Folded letters and digits of each. */
  lengths: Int32Array;
  /** 1 where the word is digits alone. */
  digits: Uint8Array;
}

const BASE = 0x01000193;
const NINE = 57;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]+/gu;
const BRACKET = 0x5b;
/** What was made by us stands between two words like a wall. */
const SURROGATE = new RegExp(String.raw`\[(?:${SURROGATE_NAMES.join('|')})_\d{1,6}(?:_\d{1,6})?\]`, 'y');

/** The hash of two words written as one. */
export function joinedHash(first: number, second: number, lengthOfSecond: number): number {
  let power = 1;
  for (let i = 0; i < lengthOfSecond; i++) power = Math.imul(power, BASE);
  return (Math.imul(first, power) + second) | 0;
}

/** Folded letters and digits of a text, nothing between them. */
export function compact(text: string): string {
  let result = '';
  for (const character of text) {
    const letter = character.length === 1 ? letterOf(character.charCodeAt(0)) : SPECIAL;
    if (letter > SPECIAL) result += String.fromCharCode(letter);
    else if (letter === SPECIAL) result += lettersOf(character);
  }
  return result;
}

/** Characters between a word and the next. */
export function widthAfter({ starts, ends }: ScannedWords, word: number): number {
  return (starts[word + 1] ?? 0) - (ends[word] ?? 0);
}

/** What stands between a word and the next, as far as anybody sees it. */
export function gapAfter({ text, starts, ends }: ScannedWords, word: number): string {
  const gap = text.slice(ends[word], starts[word + 1]);
  return gap.length > 1 ? gap.replace(UNSEEN, '') : gap;
}

/**
 * Runs of letters and digits; a sign of a script without spaces is a word. One pass, whatever the text, and its innermost
 * loop runs for every character of every prompt: nothing is called there.
 */
export function scanWords(text: string): ScannedWords {
  const words = emptyWords(text);
  let start = -1;
  let [end, hash, length, digits] = [0, 0, 0, 1];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const letter = letterOf(unit);
    if (letter > SPECIAL) {
      if (start < 0) [start, hash, length, digits] = [i, 0, 0, 1];
      hash = (Math.imul(hash, BASE) + letter) | 0;
      length += 1;
      if (letter > NINE) digits = 0;
      end = i + 1;
      continue;
    }
    if (letter === INVISIBLE) continue;
    if (letter === MARK) {
      end = i + 1;
      continue;
    }
    const character = letter === SPECIAL ? String.fromCodePoint(unit < 0xd800 ? unit : (text.codePointAt(i) ?? 0)) : '';
    const letters = letter === SPECIAL ? lettersOf(character) : '';
    const alone = letters !== '' && isUnspaced(character);
    if (start >= 0 && (letters === '' || alone)) {
      push(words, start, end, hash, length, digits);
      start = -1;
    }
    if (letters === '') {
      i += unit === BRACKET ? surrogateLength(text, i) : Math.max(0, character.length - 1);
      continue;
    }
    if (start < 0) [start, hash, length, digits] = [i, 0, 0, 1];
    for (const folded of letters) {
      const code = folded.codePointAt(0) ?? 0;
      hash = (Math.imul(hash, BASE) + code) | 0;
      length += 1;
      if (code > NINE) digits = 0;
    }
    i += character.length - 1;
    end = i + 1;
    if (!alone) continue;
    push(words, start, end, hash, length, digits);
    start = -1;
  }
  if (start >= 0) push(words, start, end, hash, length, digits);
  return words;
}

function emptyWords(text: string): ScannedWords {
  // Four characters a word and its space are few; a text of shorter ones grows.
  const size = (text.length >> 2) + 8;
  const numbers = () => new Int32Array(size);
  const [starts, ends, hashes, lengths] = [numbers(), numbers(), numbers(), numbers()];
  return { text, count: 0, starts, ends, hashes, lengths, digits: new Uint8Array(size) };
}

function push(words: ScannedWords, start: number, end: number, hash: number, length: number, digits: number): void {
  if (words.count === words.starts.length) grow(words);
  const at = words.count++;
  words.starts[at] = start;
  words.ends[at] = end;
  words.hashes[at] = hash;
  words.lengths[at] = length;
  words.digits[at] = digits;
}

function grow(words: ScannedWords): void {
  const longer = (numbers: Int32Array): Int32Array => {
    const copy = new Int32Array(numbers.length * 2);
    copy.set(numbers);
    return copy;
  };
  words.starts = longer(words.starts);
  words.ends = longer(words.ends);
  words.hashes = longer(words.hashes);
  words.lengths = longer(words.lengths);
  const digits = new Uint8Array(words.digits.length * 2);
  digits.set(words.digits);
  words.digits = digits;
}

/** Characters of a surrogate after its bracket; 0 when there is none. */
function surrogateLength(text: string, at: number): number {
  SURROGATE.lastIndex = at;
  return SURROGATE.test(text) ? SURROGATE.lastIndex - at - 1 : 0;
}
