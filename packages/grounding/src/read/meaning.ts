import { fold } from '@draftsmith/letters';
import { conceptsOf } from '../language/concepts.ts';
import { stem } from '../language/stem.ts';

/** What a word is compared by. */
export interface Meaning {
  folded: string;
  stem: string;
  concepts: readonly number[];
  /** What it is found under, the strictest first, each with what a meeting is worth. */
  keys: readonly WordKey[];
}

type WordKey = readonly [key: string, worth: number];

/** Shorter words share their beginning by accident. */
const PREFIX = 5;
/** Vocabularies are small; never without bound. */
const MOST_REMEMBERED = 20_000;
/** Longer runs of letters are keys or noise, and not kept. */
const LONGEST_REMEMBERED = 60;

/** By language and word as it is written: German nouns have capitals. */
const remembered = new Map<string, Meaning>();

/** The meaning of a word in a language; the same object for the same word. */
export function meaningOf(word: string, language: string): Meaning {
  if (word.length > LONGEST_REMEMBERED) return read(word, language);
  const key = `${language} ${word}`;
  const known = remembered.get(key);
  if (known) return known;
  const meaning = read(word, language);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, meaning);
  return meaning;
}

function read(word: string, language: string): Meaning {
  const folded = fold(word);
  const stemmed = stem(word, language);
  const concepts = conceptsOf(stemmed, language);
  const keys: WordKey[] = [
    [`s${stemmed}`, 1],
    [`f${folded}`, 1],
  ];
  for (const concept of concepts) keys.push([`c${concept}`, 0.85]);
  if (folded.length >= PREFIX) keys.push([`p${folded.slice(0, PREFIX)}`, 0.65]);
  return { folded, stem: stemmed, concepts, keys };
}
