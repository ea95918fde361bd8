import { getGender, getMiddlenameGender, inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { fold } from '../fold.ts';
import { FIRST_NAME, lexicon } from '../strangers/lexicon.ts';

export const CASES = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;
export type Case = (typeof CASES)[number];

export type Role = 'first' | 'middle' | 'last';

export type Gender = 'male' | 'female';

/** One word of a Russian name in all cases, in the order of `CASES`. */
export interface NamePart {
  role: Role;
  gender: Gender;
  forms: readonly string[];
}

const INCLINE = { first: inclineFirstname, middle: inclineMiddlename, last: inclineLastname };
const PATRONYMIC = /(?:[вьи]ич|[вч]на)$/;

/**
 * A name in the nominative by its words, each declined. Undefined where which word is the surname, or whether it is a
 * man's or a woman's, is not certain: a wrong ending is worse than none.
 */
export function readRussianName(name: string): readonly NamePart[] | undefined {
  const words = name.trim().split(/\s+/);
  if (!words.every((word) => /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?$/.test(word))) return undefined;
  const roles = rolesOf(words);
  if (!roles) return undefined;
  const person = Object.fromEntries(roles.map((role, i) => [role, words[i]]));
  const gender = getGender(person);
  if (gender !== 'male' && gender !== 'female') return undefined;
  return roles.map((role, i) => ({ role, gender, forms: formsOf(words[i] ?? '', role, gender) }));
}

/** A word of a name in the order of `CASES`. */
export function formsOf(word: string, role: Role, gender: Gender): readonly string[] {
  return CASES.map((grammatical) => INCLINE[role](word, grammatical, gender));
}

function rolesOf(words: readonly string[]): Role[] | undefined {
  const [a = '', b = '', c = ''] = words;
  if (words.length === 1) return isFirstName(a) ? ['first'] : undefined;
  if (words.length === 2) {
    if (isPatronymic(b) && isFirstName(a)) return ['first', 'middle'];
    if (isFirstName(a) === isFirstName(b)) return undefined;
    return isFirstName(a) ? ['first', 'last'] : ['last', 'first'];
  }
  if (words.length !== 3) return undefined;
  if (isPatronymic(b)) return ['first', 'middle', 'last'];
  return isPatronymic(c) ? ['last', 'first', 'middle'] : undefined;
}

function isPatronymic(word: string): boolean {
  return PATRONYMIC.test(word) && getMiddlenameGender(word) !== null;
}

function isFirstName(word: string): boolean {
  return (lexicon().flagsOf(fold(word)) & FIRST_NAME) !== 0;
}
