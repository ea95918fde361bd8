import { stopWords } from '../language/stop-words.ts';
import { type Cue, cuesOf } from '../mentions/cue-words.ts';
import type { Mention } from '../mentions/mention.ts';
import { type NameWord, readNames } from '../mentions/names.ts';
import { negates, restricts } from '../mentions/negation.ts';
import { readMentions } from '../mentions/read-mentions.ts';
import { createReader, type Reader } from '../mentions/reader.ts';
import { clauseStarts } from './clauses.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { scan } from './scan.ts';
import { type SentenceRange, sentenceRanges } from './sentences.ts';

/** A word that carries meaning. */
export interface ContentWord extends Meaning {
  token: number;
  clause: number;
}

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
      if ((cue !== 'not' || negates(reader, token)) && (cue !== 'until' || restricts(reader, token)))
        cues.push({ cue, token, clause: clauseOf(token) });
    if (stops.has(folded) || folded.length < 2) continue;
    words.push({ token, clause: clauseOf(token), ...meaningOf(reader.tokens[token]?.text ?? folded, reader.language) });
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
