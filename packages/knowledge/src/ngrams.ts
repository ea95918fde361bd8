const SHORTEST = 3;
const LONGEST = 5;

/** Words repeat: remembered, but never without bound. */
const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, Int32Array>();

/**
 * Hashes of the character 3- to 5-grams of `_word_`. They match inflections, compounds and typos where stems cannot.
 * 30-bit hashes: with 100,000 distinct n-grams about five pairs collide, which no ranking notices.
 */
export function ngrams(word: string): Int32Array {
  const known = remembered.get(word);
  if (known) return known;
  const built = hashed(`_${word}_`);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(word, built);
  return built;
}

function hashed(padded: string): Int32Array {
  const hashes = new Set<number>();
  for (let start = 0; start + SHORTEST <= padded.length; start++) {
    // FNV-1a, read off at each length on the way.
    let hash = 0x811c9dc5;
    const end = Math.min(start + LONGEST, padded.length);
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ padded.charCodeAt(i), 0x01000193);
      if (i - start + 1 >= SHORTEST) hashes.add((hash ^ (hash >>> 15)) & 0x3fffffff);
    }
  }
  return Int32Array.from(hashes);
}
