import { createRequire } from 'node:module';
import { seededRandom } from '@draftsmith/seeded-random';
import { fold } from '../fold.ts';
import type { Gender, Role } from '../restore/russian-name.ts';
import { isCommonWord, isPlace } from '../strangers/lexicon.ts';

/** Where names are taken from. */
export const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pl', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

type Entries = readonly string[] | null | undefined;
type Lists = Partial<Record<'generic' | Gender, Entries>> | null | undefined;
interface Definitions {
  person?: { first_name?: Lists; middle_name?: Lists; last_name?: Lists };
  location?: { city_name?: Entries };
}

/** One capital and small letters: nothing that could be taken apart, shouted by nature or joined. */
const PLAIN = /^\p{Lu}\p{Ll}{2,11}$/u;
const lists = new Map<string, readonly string[]>();

/** Names that are no other word, in an order that says nothing and is the same on every machine. */
export function namesOf(locale: Locale, role: Role, gender: Gender | undefined): readonly string[] {
  return listOf(`${locale} ${role} ${gender}`, () => {
    const { person } = definitionsOf(locale);
    const all = { first: person?.first_name, middle: person?.middle_name, last: person?.last_name }[role];
    const own = gender ? all?.[gender] : undefined;
    return [...(own ?? all?.generic ?? [...(all?.female ?? []), ...(all?.male ?? [])])].filter(
      (name) => !isPlace(fold(name)),
    );
  });
}

export function citiesOf(locale: Locale): readonly string[] {
  return listOf(`${locale} city`, () => [...(definitionsOf(locale).location?.city_name ?? [])]);
}

/** The language in which somebody of this first name and surname would be looked for. */
export function localeOf(words: readonly string[]): Locale {
  if (words.every((word) => /^[А-ЯЁа-яё-]+$/.test(word))) return 'ru';
  const score = (locale: Locale): number =>
    words.filter((word) => ROLES.some((role) => has(namesOf(locale, role, undefined), word))).length;
  return LOCALES.filter((locale) => locale !== 'ru').reduce((best, one) => (score(one) > score(best) ? one : best));
}

const ROLES = ['first', 'last'] as const;
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function has(names: readonly string[], name: string): boolean {
  const known = sets.get(names) ?? new Set(names);
  sets.set(names, known);
  return known.has(name);
}

/** By lists of first names; undefined where both have it, or none. */
export function genderOf(first: string, locale: Locale): Gender | undefined {
  const [female, male] = (['female', 'male'] as const).map((gender) => has(namesOf(locale, 'first', gender), first));
  if (female === male) return undefined;
  return female ? 'female' : 'male';
}

function listOf(key: string, read: () => readonly string[]): readonly string[] {
  const known = lists.get(key);
  if (known) return known;
  const made = shuffled(read().filter((name) => PLAIN.test(name) && !isCommonWord(fold(name))));
  lists.set(key, made);
  return made;
}

function shuffled(names: readonly string[]): string[] {
  const random = seededRandom(1);
  return names
    .map((name) => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

function definitionsOf(locale: Locale): Definitions {
  const read = createRequire(import.meta.url)(`@faker-js/faker/locale/${locale}`) as {
    faker: { rawDefinitions: object };
  };
  return read.faker.rawDefinitions;
}
