import type { LanguagePack } from './phrases/language-pack.ts';

const SHORTEST_TERM = 3;
/** Inflected forms of a word mostly share this many letters: enough to tell which paragraph speaks of which question. */
const STEM_LETTERS = 5;

/** The words that carry a topic, crudely stemmed. Retrieval proper is done before; this only chooses within its finds. */
export function terms(text: string, pack: LanguagePack): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [token] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (token.length < SHORTEST_TERM || pack.stopWords.has(token)) continue;
    found.add(fold(token).slice(0, STEM_LETTERS));
  }
  return found;
}

/** Which part of `asked` occurs in `text`: 0 to 1, and 0 when nothing was asked. */
export function coverage(asked: ReadonlySet<string>, text: ReadonlySet<string>): number {
  return asked.size === 0 ? 0 : shared(asked, text) / asked.size;
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const term of a) if (b.has(term)) count++;
  return count;
}

function fold(token: string): string {
  return token.normalize('NFD').replace(/\p{M}/gu, '');
}
