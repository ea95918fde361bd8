import type { Entity } from '../entity.ts';
import { mergeOverlaps } from '../overlaps.ts';
import { isSignedOff } from './cues.ts';
import { FIRST_NAME, LAST_NAME } from './lexicon.ts';
import type { Token } from './tokens.ts';

const BETWEEN = /^(?:, ?|,? (?:and|und|et|y|e|i|en|и) )$/;
const LONGEST_BETWEEN = 6;

/** "Jan, Kristi and Amber": what is also a word is a name among names. */
export function withNeighbours(text: string, people: readonly Entity[], tokens: readonly Token[]): Entity[] {
  if (people.length === 0) return [];
  const [starts, ends] = [new Set(people.map(({ start }) => start)), new Set(people.map(({ end }) => end))];
  const found: Entity[] = [...people];
  const candidates = tokens.filter(
    ({ capital, caps, flags, start }) => capital && !caps && flags & (FIRST_NAME | LAST_NAME) && !starts.has(start),
  );
  const add = ({ start, end }: Token) => {
    found.push({ type: 'PERSON', start, end });
    starts.add(start);
    ends.add(end);
  };
  for (const token of candidates) if (follows(text, token.start, ends)) add(token);
  // "Best, Anna" ends a letter.
  const endsLetter = ({ start, end }: Token) => isSignedOff(text.slice(Math.max(0, start - 40), end));
  for (const token of candidates.reverse())
    if (!starts.has(token.start) && precedes(text, token.end, starts) && !endsLetter(token)) add(token);
  return mergeOverlaps(found);
}

function follows(text: string, start: number, ends: ReadonlySet<number>): boolean {
  for (let gap = 1; gap <= LONGEST_BETWEEN; gap++)
    if (ends.has(start - gap)) return BETWEEN.test(text.slice(start - gap, start));
  return false;
}

function precedes(text: string, end: number, starts: ReadonlySet<number>): boolean {
  for (let gap = 1; gap <= LONGEST_BETWEEN; gap++)
    if (starts.has(end + gap)) return BETWEEN.test(text.slice(end, end + gap));
  return false;
}
