import { compact, gapAfter, type ScannedWords, scanWords, widthAfter } from './scan-words.ts';

/** What may stand between the words of a phrase, and how they must be written, for it to be the same phrase. */
export interface PhraseRules {
  /**
   * `name`: a space, a line break, a hyphen, a comma. `loose`: anything short. `exact`: what stood there at first, with
   * more or less white space.
   */
  gaps: 'name' | 'loose' | 'exact';
  /** Which words need a capital, in scripts that have them. */
  capitals: 'none' | 'first' | 'each';
}

export interface Phrase<Payload> extends PhraseRules {
  payload: Payload;
}

export interface PhraseHit<Payload> {
  start: number;
  end: number;
  payload: Payload;
}

/** Phrases that are looked for all at once: what a text costs does not depend on how many there are. */
export interface Phrases<Payload> {
  /** @returns the payload of an equal phrase that was there before, or the one given. Nothing for a text without words. */
  add(text: string, phrase: Phrase<Payload>): Payload | undefined;
  /** In order of start; overlaps are the caller's. */
  find(words: ScannedWords): PhraseHit<Payload>[];
}

interface Entry<Payload> extends Phrase<Payload> {
  letters: string;
  between: readonly string[];
}

interface Node<Payload> {
  next: Map<number, Node<Payload>>;
  entries: Entry<Payload>[];
}

/** A power of two: what the last bits of a hash can be. */
const FILTER = 1 << 12;
/** A link of a thousand words is told by its first. */
const MOST_WORDS = 32;
const WIDEST_GAP = 8;
const NAME_GAP = /^\s{0,2}[.,&'’_+\u2010-\u2013-]?\s{0,2}$/;
const LOOSE_GAP = /^[^\0]{0,5}$/;

export function createPhrases<Payload>(): Phrases<Payload> {
  const root: Node<Payload> = { next: new Map(), entries: [] };
  // Most lists of most requests stay empty.
  let begins = new Uint8Array(0);

  return {
    add(text, phrase) {
      const words = scanWords(text);
      const count = Math.min(words.count, MOST_WORDS);
      if (count === 0) return undefined;
      let node = root;
      if (begins.length === 0) begins = new Uint8Array(FILTER);
      begins[(words.hashes[0] ?? 0) & (FILTER - 1)] = 1;
      for (let i = 0; i < count; i++) node = childOf(node, words.hashes[i] ?? 0);
      const between = Array.from({ length: count - 1 }, (_, i) => gapAfter(words, i));
      const letters = compact(text.slice(words.starts[0], words.ends[count - 1]));
      const entry = { ...phrase, letters, between };
      const same = node.entries.find((other) => isSame(other, entry));
      if (!same) node.entries.push(entry);
      return (same ?? entry).payload;
    },

    find(words) {
      const hits: PhraseHit<Payload>[] = [];
      if (root.next.size === 0) return hits;
      for (let first = 0; first < words.count; first++) {
        // A map is a tenth as fast, and hardly any word begins a phrase.
        if (begins[(words.hashes[first] ?? 0) & (FILTER - 1)] === 0) continue;
        let node = root.next.get(words.hashes[first] ?? 0);
        for (let last = first; node; last++) {
          for (const entry of node.entries)
            if (stands(entry, words, first, last)) hits.push(hitOf(words, first, last, entry.payload));
          if (node.next.size === 0 || last + 1 >= words.count || widthAfter(words, last) > WIDEST_GAP) break;
          node = node.next.get(words.hashes[last + 1] ?? 0);
        }
      }
      return hits;
    },
  };
}

function childOf<Payload>(node: Node<Payload>, hash: number): Node<Payload> {
  const known = node.next.get(hash);
  if (known) return known;
  const made: Node<Payload> = { next: new Map(), entries: [] };
  node.next.set(hash, made);
  return made;
}

function isSame<Payload>(a: Entry<Payload>, b: Entry<Payload>): boolean {
  const sameGaps = a.gaps === b.gaps && (a.gaps !== 'exact' || a.between.join('\n') === b.between.join('\n'));
  return a.letters === b.letters && a.capitals === b.capitals && sameGaps;
}

function hitOf<Payload>(words: ScannedWords, first: number, last: number, payload: Payload): PhraseHit<Payload> {
  return { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0, payload };
}

function stands<Payload>(entry: Entry<Payload>, words: ScannedWords, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (!isGap(entry, gapAfter(words, i), i - first)) return false;
  const upTo = entry.capitals === 'each' ? last : entry.capitals === 'first' ? first : first - 1;
  for (let i = first; i <= upTo; i++) if (!isWrittenAsName(words, i)) return false;
  // Hashes may meet; letters do not.
  return compact(words.text.slice(words.starts[first], words.ends[last])) === entry.letters;
}

function isGap<Payload>({ gaps, between }: Entry<Payload>, gap: string, index: number): boolean {
  if (gaps === 'name') return NAME_GAP.test(gap);
  if (gaps === 'loose') return LOOSE_GAP.test(gap);
  return gap.replace(/\s+/g, '') === (between[index] ?? '').replace(/\s+/g, '');
}

const SHORT = 3;

/** A capital, where the script has them. A short word all in capitals is an abbreviation: SAM, IDA. */
function isWrittenAsName({ text, starts, ends }: ScannedWords, word: number): boolean {
  const written = text.slice(starts[word], ends[word]);
  const [first = '', second = ''] = written;
  if (first.toLowerCase() === first.toUpperCase()) return true;
  if (first === first.toLowerCase()) return false;
  return written.length > SHORT || second !== second.toUpperCase() || second === second.toLowerCase();
}
