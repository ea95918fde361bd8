import { conceptsOf } from '../language/concepts.ts';
import { stem } from '../language/stem.ts';
import { stopWords } from '../language/stop-words.ts';
import { type Cue, cuesOf } from '../mentions/cue-words.ts';
import type { Mention } from '../mentions/mention.ts';
import { type NameWord, readNames } from '../mentions/names.ts';
import { negates } from '../mentions/negation.ts';
import { readMentions } from '../mentions/read-mentions.ts';
import { createReader, type Reader } from '../mentions/reader.ts';
import { clauseStarts } from './clauses.ts';
import { scan } from './scan.ts';
import { type SentenceRange, sentenceRanges } from './sentences.ts';

/** A word that carries meaning. */
export interface ContentWord {
  token: number;
  clause: number;
  folded: string;
  stem: string;
  concepts: readonly number[];
  /** What it is found under, the strictest first, each with what a meeting is worth. */
  keys: readonly WordKey[];
}

export type WordKey = readonly [key: string, worth: number];

export interface FoundCue {
  cue: Cue;
  token: number;
  clause: number;
}

export interface ReadSentence {
  range: SentenceRange;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  clauses: number;
  clauseOf(token: number): number;
  words: readonly ContentWord[];
  mentions: readonly Mention[];
  names: readonly NameWord[];
  cues: readonly FoundCue[];
}

export interface ReadDocument {
  text: string;
  language: string;
  reader: Reader;
  sentences: readonly ReadSentence[];
}

/** Reads a text once: sentences with their words, figures, names and cues. Linear in the text's length. */
export function readDocument(text: string, language: string): ReadDocument {
  const tokens = scan(text);
  const reader = createReader(tokens, language);
  const sentences = sentenceRanges(tokens, text).map((range) => readSentence(reader, range));
  return { text, language, reader, sentences };
}

function readSentence(reader: Reader, range: SentenceRange): ReadSentence {
  const mentions = readMentions(reader, range);
  const taken = new Set<number>();
  for (const { from, to } of mentions) for (let token = from; token < to; token++) taken.add(token);
  const starts = clauseStarts(reader, range, taken);
  const clauseOf = (token: number) => {
    let clause = starts.length - 1;
    while (clause > 0 && (starts[clause] ?? 0) > token) clause--;
    return clause;
  };
  const words: ContentWord[] = [];
  const cues: FoundCue[] = [];
  const stops = stopWords(reader.language);
  for (let token = range.from; token < range.to; token++) {
    if (reader.tokens[token]?.type !== 'word' || taken.has(token)) continue;
    const folded = reader.word(token);
    for (const cue of cuesOf(folded, reader.language))
      if (cue !== 'not' || negates(reader, token)) cues.push({ cue, token, clause: clauseOf(token) });
    if (stops.has(folded) || folded.length < 2) continue;
    const stemmed = stem(reader.tokens[token]?.text ?? folded, reader.language);
    const concepts = conceptsOf(stemmed, reader.language);
    const keys = keysOf(folded, stemmed, concepts);
    words.push({ token, clause: clauseOf(token), folded, stem: stemmed, concepts, keys });
  }
  return {
    range,
    start: reader.tokens[range.from]?.start ?? 0,
    end: reader.tokens[range.to - 1]?.end ?? 0,
    clauses: starts.length,
    clauseOf,
    words,
    mentions,
    names: readNames(reader, range, (token) => taken.has(token)),
    cues,
  };
}

/** Shorter words share their beginning by accident. */
const PREFIX = 5;

function keysOf(folded: string, stemmed: string, concepts: readonly number[]): readonly WordKey[] {
  const keys: WordKey[] = [
    [`s${stemmed}`, 1],
    [`f${folded}`, 1],
  ];
  for (const concept of concepts) keys.push([`c${concept}`, 0.85]);
  if (folded.length >= PREFIX) keys.push([`p${folded.slice(0, PREFIX)}`, 0.65]);
  return keys;
}
