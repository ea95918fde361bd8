import { fold } from '../fold.ts';

/** What a UTF-16 unit is when it is no single letter or digit. Every folded letter is above. */
export const SEPARATOR = 1;
/** Zero-width characters, soft hyphens: nobody sees them, so they part no word. */
export const INVISIBLE = 2;
/** An accent of its own: belongs to the letter before. */
export const MARK = 3;
/** Half of a pair, folds to several letters, or is a word of its own: see `lettersOf`. */
export const SPECIAL = 4;

const INVISIBLE_CHARACTER = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;
const LETTER = /[\p{L}\p{N}]/gu;
/** Written without spaces: each sign counts as a word, or no name would ever begin or end. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Filled as units are met: most texts need some hundred of 65,536. 0 is not met yet. */
const CLASSES = new Uint16Array(0x10000);

/** The folded letter or digit behind a UTF-16 unit, as its code, or one of the four classes above. */
export function letterOf(unit: number): number {
  return CLASSES[unit] || classify(unit);
}

/** The same for what is `SPECIAL`: folded letters and digits, empty for a separator. */
export function lettersOf(character: string): string {
  const folded = UNSPACED.test(character) ? character.normalize('NFKC') : fold(character);
  return (folded.match(LETTER) ?? []).join('');
}

export function isUnspaced(character: string): boolean {
  return UNSPACED.test(character);
}

function classify(unit: number): number {
  const kind = kindOf(unit);
  CLASSES[unit] = kind;
  return kind;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SPECIAL;
  const character = String.fromCharCode(unit);
  if (/\p{M}/u.test(character)) return MARK;
  if (INVISIBLE_CHARACTER.test(character)) return INVISIBLE;
  if (UNSPACED.test(character)) return SPECIAL;
  if (/\p{Nd}/u.test(character)) return 48 + digitOf(unit);
  const letters = lettersOf(character);
  if (letters === '') return SEPARATOR;
  return letters.length === 1 ? letters.charCodeAt(0) : SPECIAL;
}

/** Digits of every script stand in rows of ten: an Arabic phone number is a phone number. */
function digitOf(unit: number): number {
  let zero = unit;
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
  return (unit - zero) % 10;
}
