import type { KnownPerson } from '@draftsmith/contracts';
import { fold } from '@draftsmith/letters';
import { identifiersOf } from './identifiers.ts';

/** Shorter numbers stand in many texts that have nothing to do with the person. */
const [SHORTEST_PHONE, SHORTEST_ACCOUNT] = [7, 5];

/** A draft's words, opened. */
export interface Words {
  subject: string;
  customerName: string | null;
  texts: readonly string[];
}

/**
 * Whether words name a person: the customer's name in any spelling, or an address, number or full name within a text as it
 * is written. For drafts from before people were noted, and for those about somebody else that mention the person.
 */
export function mentions(person: KnownPerson): (words: Words) => boolean {
  const keys = (kind: string) =>
    identifiersOf(person).flatMap((identifier) => (identifier.kind === kind ? [identifier.value] : []));
  const names = new Set(keys('name'));
  const fullNames = [person.name, ...(person.aliases ?? [])]
    .flatMap((name) => (name === undefined ? [] : [wordsOf(fold(name))]))
    .filter((name) => name.includes(' '));
  const phones = keys('phone').filter((number) => number.length >= SHORTEST_PHONE);
  const accounts = keys('account').filter((number) => number.length >= SHORTEST_ACCOUNT);
  const emails = keys('email');

  const inText = (text: string): boolean => {
    const folded = fold(text);
    return (
      emails.some((email) => isWhole(folded, fold(email), /[\p{L}\p{N}._%+-]/u, /[\p{L}\p{N}-]/u)) ||
      (phones.length > 0 &&
        numbersIn(folded).some((number) => phones.some((phone) => isWhole(number, phone, NONE, /\d/)))) ||
      (accounts.length > 0 && isAccountIn(folded)) ||
      // Few texts hold the first of its words at all.
      fullNames.some((name) => folded.includes(firstOf(name)) && ` ${wordsOf(folded)} `.includes(` ${name} `))
    );
  };
  const isAccountIn = (folded: string): boolean => {
    const closed = folded.replace(/[-/.#]/g, '');
    return accounts.some((number) => isWhole(closed, number, /[\p{L}\p{N}]/u, /[\p{L}\p{N}]/u));
  };
  return ({ subject, customerName, texts }) =>
    (customerName !== null && identifiersOf({ name: customerName }).some(({ value }) => names.has(value))) ||
    [subject, ...texts].some(inText);
}

const NONE = /(?!)/;

/** Digits of each number, without what separates them; a line's end separates two. */
function numbersIn(text: string): string[] {
  return (text.match(/\d[\d \u00a0()./-]{5,}\d/g) ?? []).map((number) => number.replace(/\D/g, ''));
}

function wordsOf(folded: string): string {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function firstOf(words: string): string {
  return words.split(' ', 1)[0] ?? '';
}

/** Within the text, with none of these characters before and after. */
function isWhole(text: string, part: string, before: RegExp, after: RegExp): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (!before.test(text.charAt(at - 1)) && !after.test(text.charAt(at + part.length))) return true;
  return false;
}
