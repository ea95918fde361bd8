/** Shorter words have too many neighbours that are other words. */
const SHORTEST = 5;
/** A word of a megabyte has a megabyte of neighbours. */
const LONGEST = 40;

/** Finds the entry that a word differs from by one letter added, missing, changed or swapped with its neighbour. */
export type TypoFinder = (folded: string) => string | undefined;

/** Each entry is filed under itself less one letter, so that a look-up costs as many steps as the word has letters. */
export function createTypoFinder(entries: Iterable<string>): TypoFinder {
  const byShorter = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.length < SHORTEST || entry.length > LONGEST) continue;
    for (const key of keysOf(entry)) byShorter.set(key, [...(byShorter.get(key) ?? []), entry]);
  }
  if (byShorter.size === 0) return () => undefined;
  return (folded) => {
    if (folded.length < SHORTEST - 1 || folded.length > LONGEST) return undefined;
    for (const key of keysOf(folded))
      for (const entry of byShorter.get(key) ?? []) if (differByOne(entry, folded)) return entry;
    return undefined;
  };
}

function keysOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
