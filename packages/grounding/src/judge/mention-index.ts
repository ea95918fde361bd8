import type { Passage, PassageIndex } from '../match/passage-index.ts';
import { dimensionOf, type Mention, type MentionValue } from '../mentions/mention.ts';
import type { SourceSpan } from '../types.ts';

/** A figure, date or code where a source has it. */
export interface Occurrence {
  mention: Mention;
  passage: Passage;
  clause: number;
  span: SourceSpan;
  conversation: boolean;
}

export interface MentionIndex {
  /** Places that may hold an equal value. */
  like(value: MentionValue): readonly Occurrence[];
  /** What a passage states, in order. */
  of(passage: Passage): readonly Occurrence[];
}

/** Places of one value that are compared; a figure that a source repeats more often is supported by one of these. */
const MOST_PLACES = 60;

export function createMentionIndex(index: PassageIndex): MentionIndex {
  const byKey = new Map<string, Occurrence[]>();
  const byPassage = new Map<number, Occurrence[]>();
  for (const passage of index.passages) {
    const found = passage.sentence.mentions.map((mention) => occurrence(index, passage, mention));
    if (found.length > 0) byPassage.set(passage.index, found);
    for (const one of found)
      for (const key of keysOf(one.mention.value)) {
        const places = byKey.get(key) ?? [];
        if (places.length === 0) byKey.set(key, places);
        if (places.length < MOST_PLACES) places.push(one);
      }
  }
  return {
    like: (value) => [...new Set(keysOf(value).flatMap((key) => byKey.get(key) ?? []))],
    of: (passage) => byPassage.get(passage.index) ?? [],
  };
}

function occurrence(index: PassageIndex, passage: Passage, mention: Mention): Occurrence {
  const { tokens } = passage.document.reader;
  return {
    mention,
    passage,
    clause: passage.sentence.clauseOf(mention.from),
    conversation: index.sources[passage.source]?.conversation ?? false,
    span: passage.title
      ? passage.span
      : { id: passage.span.id, start: tokens[mention.from]?.start ?? 0, end: tokens[mention.to - 1]?.end ?? 0 },
  };
}

/** Equal values share a key; `compare` decides among those that do. */
function keysOf(value: MentionValue): readonly string[] {
  switch (value.type) {
    case 'quantity':
      return [...new Set([...value.low, ...value.high])]
        .map((amount) => `q${amount}`)
        .concat(value.unit === 'clock' ? value.high.map((amount) => `t${amount / 60}`) : []);
    case 'date':
      return value.days.flatMap(({ year, month, relative }) => [
        ...(month === undefined ? [] : [`m${month}`]),
        ...(year === undefined ? [] : [`y${year}`, `q${year}`]),
        ...(relative === undefined ? [] : [`r${relative}`]),
      ]);
    case 'time':
      return value.minutes.map((minutes) => `t${minutes}`);
    case 'weekdays':
    case 'period':
      return [value.type];
    case 'text':
      if (value.dimension === 'phone') return [`phone${value.text.slice(-7)}`];
      return [`x${value.text}`, ...(/^\d+$/.test(value.text) ? [`q${Number(value.text)}`] : [])];
    default:
      return [dimensionOf(value)];
  }
}
