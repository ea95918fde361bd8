declare module 'snowball-stemmers' {
  /** Throws for an unknown algorithm. */
  function newStemmer(algorithm: string): { stem(word: string): string };
}
