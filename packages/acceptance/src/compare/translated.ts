import { diffArrays } from 'diff';
import { wordsOf } from './words.ts';

/** Translations are about as long as what they translate; in letters, which differ less than words do. */
const MOST_LONGER = 1.6;
/** A sentence is sometimes split or joined. */
const MOST_SPLIT = 1.2;
/** Share of the figures, links and names that must be the same and in the same order. One may be spelled out. */
const SAME = 0.8;
/** Fewer are there by chance. */
const LEAST = 2;
/** Share of the letter by which they may have moved, on average. */
const MOVED = 0.08;
/** Shorter names are abbreviations that stand anywhere. */
const LEAST_NAME = 4;

/**
 * Whether a letter in another language says what this one says, as far as that shows without a dictionary: alike in
 * length, and the same in what no translation changes.
 *
 * @param sentences how many each has
 */
export function isTranslation(draft: string, reply: string, sentences: readonly [number, number]): boolean {
  if (!areAlike([draft.length, reply.length], MOST_LONGER) || !areAlike(sentences, MOST_SPLIT)) return false;
  const theirs = new Set(namesIn(reply));
  const names = new Set(namesIn(draft).filter((name) => theirs.has(name)));
  const [a, b] = [anchorsOf(draft, names), anchorsOf(reply, names)];
  const pairs = samePlaces(a, b);
  if (pairs.length < LEAST || pairs.length < SAME * Math.max(a.length, b.length)) return false;
  const moved = pairs.reduce((sum, [from, to]) => sum + Math.abs(from - to), 0) / pairs.length;
  return moved <= MOVED;
}

function areAlike([a, b]: readonly [number, number], most: number): boolean {
  return Math.min(a, b) > 0 && Math.max(a, b) <= most * Math.min(a, b);
}

interface Anchor {
  word: string;
  /** Where in the letter, 0 to 1. */
  at: number;
}

/** Figures, links, addresses and names, in order. "49,90" and "49.90" are one. */
function anchorsOf(text: string, names: ReadonlySet<string>): Anchor[] {
  const words = wordsOf(text);
  return words.flatMap((word, i) => {
    const anchor = { at: i / words.length };
    if (names.has(word) || /[/@]/.test(word)) return [{ ...anchor, word }];
    if (!/^\p{N}/u.test(word)) return [];
    return [{ ...anchor, word: word.replaceAll(',', '.').replace(/^0+(?=\p{N})/u, '') }];
  });
}

/** The places of what stands in both, in the same order. */
function samePlaces(a: readonly Anchor[], b: readonly Anchor[]): [number, number][] {
  const places: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, value } of diffArrays(
    a.map(({ word }) => word),
    b.map(({ word }) => word),
  )) {
    if (!added && !removed) for (let n = 0; n < value.length; n++) places.push([a[i + n]?.at ?? 0, b[j + n]?.at ?? 0]);
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  return places;
}

/** Words with a capital, lower case. Where grammar writes capitals, what both letters have is still a name. */
function namesIn(text: string): string[] {
  const words = text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}+/gu) ?? [];
  return words.filter((word) => word.length >= LEAST_NAME).flatMap(wordsOf);
}
