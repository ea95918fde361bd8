import type { WeightedToken } from '@draftsmith/knowledge/ranking';

/** One word of a passage as it is stored for ranking. */
export interface StoredWord {
  stem: string;
  folded: string;
  weight: number;
  inTitle: boolean;
}

/** Each distinct word once. Words hold letters, marks and digits only, so the signs between them are free. */
export function encodeWords(tokens: readonly WeightedToken[]): string {
  const words = new Map<string, StoredWord>();
  for (const { token, weight, inTitle } of tokens) {
    const known = words.get(token.folded);
    if (known) {
      known.weight += weight;
      known.inTitle ||= inTitle;
    } else words.set(token.folded, { ...token, weight, inTitle });
  }
  return [...words.values()].map(encode).join(' ');
}

function encode({ stem, folded, weight, inTitle }: StoredWord): string {
  const fields = [`${inTitle ? '*' : ''}${stem}`, folded === stem ? '' : folded, weight === 1 ? '' : String(weight)];
  return fields.join('|').replace(/\|+$/, '');
}

export function decodeWords(encoded: string): StoredWord[] {
  return encoded === '' ? [] : encoded.split(' ').map(decode);
}

function decode(word: string): StoredWord {
  const [first = '', folded = '', weight = ''] = word.split('|');
  const inTitle = first.startsWith('*');
  const stem = inTitle ? first.slice(1) : first;
  return { stem, folded: folded || stem, weight: weight === '' ? 1 : Number(weight), inTitle };
}

/** A term as indexes over all shelves hold it. */
export function shelved(shelf: number, term: string): string {
  return `${shelf}:${term}`;
}

/** The same in a title: a term of its own, because the index could not tell titles apart without reading every passage. */
export function shelvedTitle(shelf: number, term: string): string {
  return `${shelved(shelf, term)}^`;
}

/** `'7:refund' '7:refund^' '7:day'`: each stem once, and once more when the title has it. */
export function encodeStems(shelf: number, words: readonly StoredWord[]): string {
  const terms = new Set<string>();
  for (const { stem, inTitle } of words) {
    terms.add(shelved(shelf, stem));
    if (inTitle) terms.add(shelvedTitle(shelf, stem));
  }
  return [...terms].map((term) => `'${term}'`).join(' ');
}
