import { letterOf, SPECIAL } from './letters.ts';
import type { PhraseHit } from './phrases.ts';
import { compact, gapAfter, joinedHash, type ScannedWords, scanWords, widthAfter } from './scan-words.ts';

/** Account, card, passport and other numbers, found however they are broken into groups. */
export interface Numbers<Payload> {
  /** @returns the payload of an equal number that was there before, or the one given. */
  add(text: string, payload: Payload): Payload | undefined;
  find(words: ScannedWords): PhraseHit<Payload>[];
}

interface Entry<Payload> {
  letters: string;
  payload: Payload;
}

/** The longest that is looked for: an IBAN has 34, a wallet 62. */
const LONGEST = 64;
const GAP = /^[ \t\u00a0\u202f._/#():\u2010-\u2014-]{0,3}$/;
/** With what nobody sees. */
const WIDEST_GAP = 8;

export function createNumbers<Payload>(): Numbers<Payload> {
  const byHash = new Map<number, Entry<Payload>[]>();
  const firsts = new Set<number>();
  let longest = 0;

  return {
    add(text, payload) {
      const letters = compact(text);
      if (letters === '' || letters.length > LONGEST) return undefined;
      const hash = hashOf(letters);
      const entries = byHash.get(hash) ?? [];
      byHash.set(hash, entries);
      const same = entries.find((entry) => entry.letters === letters);
      if (same) return same.payload;
      entries.push({ letters, payload });
      firsts.add(letters.charCodeAt(0));
      longest = Math.max(longest, letters.length);
      return payload;
    },

    find(words) {
      const hits: PhraseHit<Payload>[] = [];
      if (byHash.size === 0) return hits;
      for (let first = 0; first < words.count; first++) {
        const letter = letterOf(words.text.charCodeAt(words.starts[first] ?? 0));
        if (letter !== SPECIAL && !firsts.has(letter)) continue;
        let hash = 0;
        let length = 0;
        for (let last = first; last < words.count; last++) {
          if (last > first && !goesOn(words, last)) break;
          const added = words.lengths[last] ?? 0;
          length += added;
          if (length > longest) break;
          hash = joinedHash(hash, words.hashes[last] ?? 0, added);
          const entries = byHash.get(hash);
          if (!entries) continue;
          const [start, end] = [words.starts[first] ?? 0, words.ends[last] ?? 0];
          const letters = compact(words.text.slice(start, end));
          const entry = entries.find((one) => one.letters === letters);
          if (entry) hits.push({ start, end, payload: entry.payload });
        }
      }
      return hits;
    },
  };
}

function hashOf(letters: string): number {
  const words = scanWords(letters);
  let hash = 0;
  for (let i = 0; i < words.count; i++) hash = joinedHash(hash, words.hashes[i] ?? 0, words.lengths[i] ?? 0);
  return hash;
}

function goesOn(words: ScannedWords, word: number): boolean {
  return widthAfter(words, word - 1) <= WIDEST_GAP && GAP.test(gapAfter(words, word - 1));
}
