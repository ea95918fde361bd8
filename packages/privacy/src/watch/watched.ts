import type { KnownPerson } from '@draftsmith/contracts';
import { LEGAL_FORMS, NAME_PARTICLES } from '../common-words.ts';
import type { EntityType } from '../entity.ts';
import { fold } from '../fold.ts';
import { nameForms } from '../known/name-forms.ts';
import { isCommonWord, isPlace } from '../strangers/lexicon.ts';
import { wordsOf } from '../words.ts';
import type { PhraseRules } from './phrases.ts';
import { compact } from './scan-words.ts';

/** A text to be looked for, and what it is. */
export interface Watched {
  type: EntityType;
  /** The whole of which `text` may be a part, where there is one. */
  value?: string;
  kind: 'phrase' | 'number' | 'phone';
  text: string;
  /** For phrases. */
  rules: PhraseRules;
}

const ANYHOW: PhraseRules = { gaps: 'exact', capitals: 'none' };
const SHORTEST_KNOWN = 3;
const SHORTEST_STRANGER = 4;
/** A name written as one word, as in `annaschmidt`. */
const SHORTEST_JOINED = 8;
const SHORTEST_LITERAL = 5;

interface Meant {
  type: EntityType;
  value: string;
}

/** What to look for of somebody on record. */
export function watchedOf(person: KnownPerson): Watched[] {
  const { name, email, phone, organization } = person;
  const names = [name, ...(person.aliases ?? [])].filter((one) => one !== undefined);
  return [
    ...names.flatMap((one) => namesIn(one, { type: 'PERSON', value: name ?? one }, SHORTEST_KNOWN)),
    ...all(organization, []).flatMap((value) => companyIn(value, { type: 'COMPANY', value })),
    ...all(email, person.emails).flatMap((value) => literalIn(value, { type: 'EMAIL', value })),
    ...all(phone, person.phones).map((value) => phoneIn(value, { type: 'PHONE', value })),
    ...all(undefined, person.addresses).flatMap((value) => addressesIn(value, { type: 'ADDRESS', value })),
    ...all(undefined, person.accounts).flatMap((value) => numberIn(value, { type: 'ACCOUNT', value })),
  ];
}

/** What to look for of something that was found in a text; nothing where it could be anything. */
export function watchedIn({ type, value, written }: Meant & { written: string }): Watched[] {
  const meant = { type, value };
  switch (type) {
    case 'PERSON':
      return namesIn(written, meant, SHORTEST_STRANGER);
    case 'COMPANY':
      return companyIn(written, meant);
    case 'LOCATION':
      return placeIn(written, meant);
    case 'ADDRESS':
      return addressesIn(written, meant);
    case 'PHONE':
      return [phoneIn(written, meant)];
    case 'EMAIL':
    case 'URL':
    case 'IP':
    case 'SECRET':
    case 'USERNAME':
    case 'DATE_OF_BIRTH':
      return literalIn(written, meant);
    case 'AGE':
      return [];
    default:
      return numberIn(written, meant);
  }
}

function all(one: string | undefined, others: readonly string[] | undefined): string[] {
  return [...(one === undefined ? [] : [one]), ...(others ?? [])].map((value) => value.trim());
}

/** The name whole, surname first, as one word, and each of its parts that is no other word. */
function namesIn(name: string, meant: Meant, shortest: number): Watched[] {
  const words = wordsOf(name);
  const phrase = (text: string, capitals: PhraseRules['capitals']): Watched => ({
    ...meant,
    kind: 'phrase',
    text,
    rules: { gaps: 'name', capitals },
  });
  const parts = words.filter(({ folded }) => !NAME_PARTICLES.has(folded) && isTelling(folded, shortest));
  // "Mark May" is two ordinary words unless both are written as names.
  const whole = parts.length > 0 ? 'none' : 'each';
  const [last, ...reversed] = words.map(({ text }) => text).reverse();
  const joined = compact(name);
  return [
    ...(words.length > 1 || isUnspacedName(name) ? [phrase(name, whole)] : []),
    ...(words.length > 1 && last ? [phrase([last, ...reversed.reverse()].join(' '), whole)] : []),
    ...(words.length > 1 && joined.length >= SHORTEST_JOINED && parts.length > 0 ? [phrase(joined, 'none')] : []),
    ...parts.flatMap(({ text }) =>
      nameForms(text)
        .filter((form) => isTelling(form, shortest))
        .map((form) => phrase(form, 'first')),
    ),
  ];
}

/** A word that stands for somebody wherever it has a capital. */
function isTelling(folded: string, shortest: number): boolean {
  return folded.length >= shortest && /\p{L}/u.test(folded) && !isCommonWord(folded) && !isPlace(folded);
}

/** Scripts without spaces: two signs are a whole name there. */
function isUnspacedName(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u.test(name.trim());
}

/** A company is itself without its legal form. */
function companyIn(name: string, meant: Meant): Watched[] {
  const words = wordsOf(name).filter(({ folded }) => !LEGAL_FORMS.has(folded));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const telling = words.some(({ folded }) => isTelling(folded, SHORTEST_STRANGER));
  if (words.length === 1 && !telling) return [];
  const rules: PhraseRules = { gaps: 'name', capitals: words.length > 1 && telling ? 'none' : 'each' };
  return [{ ...meant, kind: 'phrase', text: name.slice(first.start, last.end), rules }];
}

function placeIn(name: string, meant: Meant): Watched[] {
  const words = wordsOf(name).filter(({ folded }) => !NAME_PARTICLES.has(folded));
  const telling = words.some(({ folded }) => folded.length >= SHORTEST_STRANGER && !isCommonWord(folded));
  return telling ? [{ ...meant, kind: 'phrase', text: name, rules: { gaps: 'name', capitals: 'first' } }] : [];
}

/** Whole, and each line that has a number: street and number, postal code and town. */
function addressesIn(address: string, meant: Meant): Watched[] {
  const lines = address.split(/[,;\n]+/).filter((line) => /\d/.test(line));
  return [...new Set([address, ...lines])].flatMap((text) => {
    const words = wordsOf(text);
    const told = words.some(({ folded }) => /\p{L}{3}/u.test(folded)) && (words.length > 2 || /\d/.test(text));
    if (words.length < 2 || !told) return [];
    return [{ ...meant, kind: 'phrase', text, rules: { gaps: 'loose', capitals: 'none' } } as const];
  });
}

/** Letter by letter, with its punctuation. */
function literalIn(written: string, meant: Meant): Watched[] {
  const letters = compact(written);
  const isWord = /^\p{L}+$/u.test(written);
  if (meant.type !== 'EMAIL' && letters.length < SHORTEST_LITERAL) return [];
  if (isWord && (isCommonWord(fold(written)) || isPlace(fold(written)))) return [];
  if (meant.type === 'DATE_OF_BIRTH' && !/\d{4}/.test(written)) return [];
  return [{ ...meant, kind: 'phrase', text: written, rules: ANYHOW }];
}

function phoneIn(written: string, meant: Meant): Watched {
  return { ...meant, kind: 'phone', text: written, rules: ANYHOW };
}

/** Digits alone must be many, or every year and price would be one. */
function numberIn(written: string, meant: Meant): Watched[] {
  const letters = compact(written);
  const digits = letters.replace(/\D/g, '').length;
  if (digits === letters.length ? digits < 6 : digits === 0 || letters.length < 4) return [];
  return [{ ...meant, kind: 'number', text: written, rules: ANYHOW }];
}
