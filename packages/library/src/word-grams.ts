const LENGTH = 4;

/**
 * Hashes of the character 4-grams of `_word_`, mixed with the shelf's number so that one index serves all shelves. By
 * these a word that nobody wrote exactly like that is found in the vocabulary: a typo, a compound, another ending.
 */
export function wordGrams(word: string, shelf: number): number[] {
  const padded = `_${word}_`;
  const grams = new Set<number>();
  for (let start = 0; start + LENGTH <= padded.length; start++) {
    // FNV-1a, 31 bits: a collision costs one more word to look at.
    let hash = 0x811c9dc5 ^ Math.imul(shelf, 0x9e3779b1);
    for (let i = start; i < start + LENGTH; i++) hash = Math.imul(hash ^ padded.charCodeAt(i), 0x01000193);
    grams.add((hash ^ (hash >>> 15)) & 0x7fffffff);
  }
  return [...grams];
}
