import type { Entity, EntityType } from '../entity.ts';
import type { Sample } from './corpus.ts';

/** One type, language or corpus. */
export interface Tally {
  /** Personal values, and those of them that were found. */
  values: number;
  found: number;
  /** What the finder took for personal, and what of it was. */
  taken: number;
  right: number;
}

export interface Score {
  byType: Map<string, Tally>;
  byLanguage: Map<string, Tally>;
  all: Tally;
  /** Words outside personal values, and those of them that were replaced. */
  innocent: { words: number; lost: number; examples: string[] };
  /** Values that were not found, with where they stood. */
  missed: string[];
}

export type Finder = (text: string) => readonly (Pick<Entity, 'start' | 'end'> & { type?: EntityType })[];

const WORD = /[\p{L}\p{N}]+/gu;

/** A value counts as found when nothing of its words stays readable. */
export function score(samples: readonly Sample[], find: Finder): Score {
  const result: Score = {
    byType: new Map(),
    byLanguage: new Map(),
    all: emptyTally(),
    innocent: { words: 0, lost: 0, examples: [] },
    missed: [],
  };
  for (const { text, values, language, neutral = [] } of samples) {
    const found = find(text);
    const isNeutral = (start: number, end: number) => neutral.some((span) => span.start < end && span.end > start);
    const covers = (start: number, end: number) => found.some((span) => span.start <= start && span.end >= end);
    for (const value of values) {
      const words = [...text.slice(value.start, value.end).matchAll(WORD)];
      const hidden = words.every((word) => covers(value.start + word.index, value.start + word.index + word[0].length));
      for (const tally of [result.all, at(result.byType, value.type), at(result.byLanguage, language)]) {
        tally.values += 1;
        if (hidden) tally.found += 1;
      }
      if (!hidden) result.missed.push(`${value.type} ${language}: ${around(text, value.start, value.end)}`);
    }
    for (const span of found) {
      if (isNeutral(span.start, span.end)) continue;
      const right = values.some((value) => value.start < span.end && value.end > span.start);
      const type = span.type ? [at(result.byType, span.type)] : [];
      for (const tally of [result.all, at(result.byLanguage, language), ...type]) {
        tally.taken += 1;
        if (right) tally.right += 1;
      }
    }
    for (const word of text.matchAll(WORD)) {
      const [start, end] = [word.index, word.index + word[0].length];
      if (isNeutral(start, end) || values.some((value) => value.start < end && value.end > start)) continue;
      result.innocent.words += 1;
      if (!found.some((span) => span.start < end && span.end > start)) continue;
      result.innocent.lost += 1;
      result.innocent.examples.push(`${language}: ${around(text, start, end)}`);
    }
  }
  return result;
}

function at(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? emptyTally();
  tallies.set(key, tally);
  return tally;
}

function emptyTally(): Tally {
  return { values: 0, found: 0, taken: 0, right: 0 };
}

function around(text: string, start: number, end: number): string {
  const part = `${text.slice(Math.max(0, start - 25), start)}«${text.slice(start, end)}»${text.slice(end, end + 15)}`;
  return part.replaceAll('\n', '⏎');
}
