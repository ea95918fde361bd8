import type { Entity } from '../entity.ts';
import { mergeOverlaps, without } from '../overlaps.ts';
import { findCompanies } from './company.ts';
import { findFields } from './fields.ts';
import { COMMON, lexicon } from './lexicon.ts';
import { findPeople } from './person.ts';
import { findPlaces } from './place.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A text without a capital letter or a greeting names nobody that could be told from ordinary words. */
const HINT = /\p{Lu}|name|hi |hey |hello/u;

/** Shorter names are other words as often. */
const SHORTEST_ALONE = 4;

/** People, companies and places that nobody told of. What is masked with zeros is left alone. */
export function findStrangers(text: string): Entity[] {
  if (!HINT.test(text)) return [];
  const words = lexicon();
  const tokens = tokensOf(text, words);
  const fields = findFields(text);
  const companies = without(text, findCompanies(text, tokens), fields);
  const taken = [...fields, ...companies];
  const places = findPlaces(text, tokens, words);
  // "Kuala Lumpur" is a place sooner than two words of no list are a name.
  const towns = places.filter(({ start, end }) => text.slice(start, end).includes(' '));
  const people = without(text, again(findPeople(text, tokens), tokens), [...taken, ...towns]);
  return mergeOverlaps([...taken, ...people, ...without(text, places, [...taken, ...people])]);
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
