/** Shorter words have too many neighbours that are other words. */
const SHORTEST = 4;
/** A word of a megabyte is nobody's name. */
const LONGEST = 40;

/** Finds the entry that a word differs from by one letter added, missing, changed or swapped with its neighbour. */
export type TypoFinder = (folded: string) => string | undefined;

/** One typo leaves either the first two letters as they were or the last two: entries are filed under both. */
export function createTypoFinder(entries: Iterable<string>): TypoFinder {
  const byEnd = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.length < SHORTEST || entry.length > LONGEST) continue;
    for (const key of [`${entry.slice(0, 2)}-`, `-${entry.slice(-2)}`]) {
      const filed = byEnd.get(key);
      if (filed) filed.push(entry);
      else byEnd.set(key, [entry]);
    }
  }
  return (folded) => {
    if (folded.length < SHORTEST - 1 || folded.length > LONGEST) return undefined;
    const near = (key: string) => byEnd.get(key)?.find((entry) => differByOne(entry, folded));
    return near(`${folded.slice(0, 2)}-`) ?? near(`-${folded.slice(-2)}`);
  };
}

/** Whether one letter added, missing, changed or swapped with the next makes one word of the other; so for equals. */
export function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
