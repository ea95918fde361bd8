import type { KnownPerson } from '@draftsmith/contracts';
import type { EntityType } from '../entity.ts';
import { fold } from '../fold.ts';
import { createNumbers } from '../watch/numbers.ts';
import { createPhones } from '../watch/phones.ts';
import { createPhrases, type PhraseRules } from '../watch/phrases.ts';
import { compact, scanWords } from '../watch/scan-words.ts';
import type { KnownEntity } from './known-people.ts';

/** Finds the e-mail addresses, phones, postal addresses and numbers that the source system has on record. */
export type LiteralFinder = (text: string) => KnownEntity[];

interface Literal {
  type: EntityType;
  value: string;
}

/** A literal as it is looked for: word by word, or by its letters and digits however they are grouped. */
interface Spelled {
  kind: 'phrase' | 'number' | 'phone';
  text: string;
  rules: PhraseRules;
  literal: Literal;
}

const SHORTEST_EMAIL = 3;
const SHORTEST_ACCOUNT = 4;
/** An address of many words that are shortened in many ways is looked for in some of them. */
const MOST_SPELLINGS = 16;
const EXACT: PhraseRules = { gaps: 'exact', capitals: 'none' };
const LOOSE: PhraseRules = { gaps: 'loose', capitals: 'none' };

/** "Tel030 5550 1234": letters, and digits of another script or sign (㍘), next to a phone number are no part of it. */
const GLUED = /\d(?!\d)[\p{L}\p{N}\p{So}]|(?!\d)[\p{L}\p{N}\p{So}]\d/u;
const LETTER = /(?!\d)[\p{L}\p{M}\p{N}\p{So}]/gu;
const unglued = (letter: string): string => '|'.repeat(letter.length);

/** All values of all these people at once, with the matchers of the watch list: time grows with the text alone. */
export function createLiteralFinder(people: readonly KnownPerson[]): LiteralFinder {
  const spelled = people.flatMap(spelledLiterals);
  if (spelled.length === 0) return () => [];
  const phrases = createPhrases<Literal>();
  const numbers = createNumbers<Literal>();
  const phones = createPhones<Literal>();
  for (const { kind, text, rules, literal } of spelled)
    if (kind === 'phrase') phrases.add(text, { ...rules, payload: literal });
    else (kind === 'phone' ? phones : numbers).add(text, literal);
  return (text) => {
    const words = scanWords(text);
    const digits = GLUED.test(text) ? scanWords(text.replace(LETTER, unglued)) : words;
    const hits = [...phrases.find(words), ...phones.find(digits), ...numbers.find(words)];
    return hits.map(({ start, end, payload }) => ({ ...payload, start, end }));
  };
}

function spelledLiterals(person: KnownPerson): Spelled[] {
  const spell = (kind: Spelled['kind'], type: EntityType, value: string, text = value): Spelled => ({
    kind,
    text,
    rules: type === 'ADDRESS' ? LOOSE : EXACT,
    literal: { type, value },
  });
  return [
    ...all(person.email, person.emails)
      .filter(({ length }) => length >= SHORTEST_EMAIL)
      .map((value) => spell('phrase', 'EMAIL', value)),
    ...all(person.phone, person.phones).map((value) => spell('phone', 'PHONE', value)),
    ...all(undefined, person.addresses).flatMap((value) =>
      addressSpellings(value).map((text) => spell('phrase', 'ADDRESS', value, text)),
    ),
    ...all(undefined, person.accounts)
      .filter((value) => compact(value).length >= SHORTEST_ACCOUNT)
      .map((value) => spell('number', 'ACCOUNT', value)),
  ];
}

function all(one: string | undefined, others: readonly string[] | undefined): string[] {
  return [...(one === undefined ? [] : [one]), ...(others ?? [])].map((value) => value.trim());
}

/** An address whole, and each of its lines that has a number: street and number, postal code and town. */
function addressSpellings(value: string): string[] {
  const lines = value.split(/[,;\n]+/).filter((line) => /\d/.test(line) && /\p{L}{2}/u.test(line));
  return [...new Set([value, ...lines])].flatMap((part) => {
    const words = [...part.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)];
    return words.length < 2 ? [] : words.reduce(withWord, ['']);
  });
}

/** Every spelling so far, followed by every spelling of the next word. */
function withWord(spellings: readonly string[], { 0: word, index, input }: RegExpExecArray): string[] {
  // "12a" is also written "12 a".
  const gaps = /[\p{L}\p{N}]$/u.test(input.slice(0, index)) ? ['', ' '] : [' '];
  return spellings
    .flatMap((before) => gaps.flatMap((gap) => shortened(word).map((one) => before + gap + one)))
    .slice(0, MOST_SPELLINGS);
}

/** A word of a street, however it is shortened. */
const SHORTENED: readonly (readonly string[])[] = [
  ['street', 'st'],
  ['avenue', 'ave'],
  ['road', 'rd'],
  ['улица', 'ул'],
];

function shortened(word: string): readonly string[] {
  const plain = fold(word);
  const [, street] = /^(.*str)(?:asse)?$/.exec(plain) ?? [];
  if (street !== undefined) return [plain, ...[`${street}asse`, street].filter((one) => one !== plain)];
  return SHORTENED.find((forms) => forms.includes(plain)) ?? [word];
}
