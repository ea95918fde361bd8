import type { Entity } from '../entity.ts';
import { mergeOverlaps, without } from '../overlaps.ts';
import { findCompanies } from './company.ts';
import { findFields } from './fields.ts';
import { lexicon } from './lexicon.ts';
import { findPeople } from './person.ts';
import { findPlaces } from './place.ts';
import { tokensOf } from './tokens.ts';

/** A text without a capital letter or a greeting names nobody that could be told from ordinary words. */
const HINT = /\p{Lu}|name|hi |hey |hello/u;

/** People, companies and places that nobody told of. What is masked with zeros is left alone. */
export function findStrangers(text: string): Entity[] {
  if (!HINT.test(text)) return [];
  const words = lexicon();
  const tokens = tokensOf(text, words);
  const fields = findFields(text);
  const companies = without(text, findCompanies(text, tokens), fields);
  const taken = [...fields, ...companies];
  const people = without(text, findPeople(text, tokens), taken);
  const places = without(text, findPlaces(text, tokens, words), [...taken, ...people]);
  return mergeOverlaps([...taken, ...people, ...places]);
}
