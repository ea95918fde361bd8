import type { Entity } from '../entity.ts';
import { mergeOverlaps, without } from '../overlaps.ts';
import { findCompanies } from './company.ts';
import { findFields } from './fields.ts';
import { COMMON, lexicon } from './lexicon.ts';
import { withNeighbours } from './name-list.ts';
import { findPeople } from './person.ts';
import { findPlaces } from './place.ts';
import { findSigningFirms } from './signature.ts';
import { isInSmallLetters, withCapitals } from './small-letters.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Shorter names are other words as often. */
const SHORTEST_ALONE = 4;

/** People, companies and places that nobody told of. What is masked with zeros is left alone. */
export function findStrangers(text: string): Entity[] {
  const words = lexicon();
  const written = tokensOf(text, words);
  const tokens = isInSmallLetters(written) ? withCapitals(text, written) : written;
  const fields = findFields(text);
  const companies = without(text, findCompanies(text, tokens), fields);
  const taken = [...fields, ...companies];
  const places = findPlaces(text, tokens, words);
  // "Kuala Lumpur" is a place sooner than two words of no list are a name.
  const towns = places.filter(({ start, end }) => text.slice(start, end).includes(' '));
  const named = withNeighbours(text, again(findPeople(text, tokens), tokens), tokens);
  const people = without(text, named, [...taken, ...towns]);
  const firms = without(text, findSigningFirms(text, people), [...taken, ...people]);
  return mergeOverlaps([...taken, ...people, ...firms, ...without(text, places, [...taken, ...people, ...firms])]);
}

/** Who was named once with a word that says so is also found where none does. */
function again(people: readonly Entity[], tokens: readonly Token[]): Entity[] {
  if (people.length === 0) return [];
  const names = new Set<string>();
  let next = 0;
  for (const { start, end } of people) {
    while ((tokens[next]?.start ?? end) < start) next++;
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next])
      if (token.folded.length >= SHORTEST_ALONE && !(token.flags & COMMON)) names.add(token.folded);
  }
  const others = tokens.filter(({ capital, folded }) => capital && names.has(folded));
  return mergeOverlaps([...people, ...others.map(({ start, end }) => ({ type: 'PERSON' as const, start, end }))]);
}
