import { createRequire } from 'node:module';
import type { KnownPerson } from '@draftsmith/contracts';
import { fold, soundOf } from '@draftsmith/letters';
import type { PersonDigest } from './people-index.ts';

type PhonePlans = typeof import('libphonenumber-js/min');

let plans: PhonePlans | undefined;
/** Loaded with the first phone number: reading the world's numbering plans takes a while. */
function phonePlans(): PhonePlans {
  plans ??= createRequire(import.meta.url)('libphonenumber-js/min') as PhonePlans;
  return plans;
}

export interface Identifier {
  kind: PersonDigest['kind'];
  /** The same for all spellings. */
  value: string;
}

/** What a person is recognised by, without duplicates. An organisation is no person, and an address is shared by several. */
export function identifiersOf(person: KnownPerson): Identifier[] {
  const of = (kind: Identifier['kind'], given: readonly (string | undefined)[], read: (text: string) => string[]) =>
    [...new Set(given.flatMap((text) => (text === undefined ? [] : read(text))))].map((value) => ({ kind, value }));
  return [
    ...of('email', [person.email, ...(person.emails ?? [])], emailKeys),
    ...of('phone', [person.phone, ...(person.phones ?? [])], phoneKeys),
    ...of('name', [person.name, ...(person.aliases ?? [])], nameKeys),
    ...of('account', person.accounts ?? [], accountKeys),
    ...of('reference', [person.reference], (text) => [text]),
  ];
}

/** Servers may tell capitals apart before the @, and none is known to. */
function emailKeys(text: string): string[] {
  const address = text
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '')
    .toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? [address] : [];
}

/** Fewer digits are an extension or an emergency number, and not one person's. */
const SHORTEST_NUMBER = 6;

/**
 * The number as it is dialled within its country, because CRMs hold one number with and without its country. A number
 * that could be read both ways has a key for each.
 */
function phoneKeys(text: string): string[] {
  const spelled = text.normalize('NFKC').trim().replace(/^00/, '+');
  const known = phonePlans().parsePhoneNumberFromString(spelled);
  const digits = known ? known.nationalNumber : spelled.replace(/\D/g, '').replace(/^0+/, '');
  const whole = !known && /^[1-9]/.test(spelled) ? withCountry(digits) : undefined;
  return [digits, ...(whole ? [whole] : [])].filter((key) => key.length >= SHORTEST_NUMBER);
}

/** `49 170 ...` lacks its plus, `8 916 ...` is how Russians write +7. */
function withCountry(digits: string): string | undefined {
  if (/^8\d{10}$/.test(digits)) return digits.slice(1);
  const read = digits.length > 10 ? phonePlans().parsePhoneNumberFromString(`+${digits}`) : undefined;
  return read?.isValid() ? read.nationalNumber : undefined;
}

/** By their sound, so that "Юлия Смирнова" and "Smirnova, Yulia" are one. */
function nameKeys(text: string): string[] {
  const words = fold(text.normalize('NFKC')).match(/[\p{L}\p{N}]+/gu) ?? [];
  const key = words.map(soundOf).filter(Boolean).sort().join(' ');
  return key ? [key] : [];
}

function accountKeys(text: string): string[] {
  const key = fold(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');
  return key ? [key] : [];
}
