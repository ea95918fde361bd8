import type { KnownPerson } from '@draftsmith/contracts';
import type { EntityType } from '../entity.ts';
import { fold } from '../fold.ts';
import type { KnownEntity } from './known-people.ts';

/** Finds the e-mail addresses, phones, postal addresses and numbers that the source system has on record. */
export type LiteralFinder = (text: string) => KnownEntity[];

/** Digits of a phone number that tell it from others, without country code or leading zero. */
const PHONE_TAIL = 7;
const SHORTEST_ACCOUNT = 4;

export function literalFinders(person: KnownPerson): LiteralFinder[] {
  return [
    ...all(person.email, person.emails).flatMap(knownEmail),
    ...all(person.phone, person.phones).flatMap(knownPhone),
    ...all(undefined, person.addresses).flatMap(knownAddress),
    ...all(undefined, person.accounts).flatMap(knownAccount),
  ];
}

function all(one: string | undefined, others: readonly string[] | undefined): string[] {
  return [...(one === undefined ? [] : [one]), ...(others ?? [])].map((value) => value.trim());
}

function knownEmail(value: string): LiteralFinder[] {
  if (value.length < 3) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, 'giu');
  return [finder('EMAIL', value, pattern)];
}

/** The same digits in any spelling, with or without country code. */
function knownPhone(value: string): LiteralFinder[] {
  const digits = value.replace(/\D/g, '');
  if (digits.length < PHONE_TAIL) return [];
  const tail = digits.length > PHONE_TAIL + 2 ? digits.slice(-(PHONE_TAIL + 2)) : digits;
  const spelled = [...tail].join('[ ().\\u00a0/-]{0,3}');
  const pattern = new RegExp(`(?<![\\d])(?:[+(]{0,2}\\d[\\d ().\\u00a0/-]{0,8})?${spelled}(?!\\d)`, 'g');
  return [finder('PHONE', value, pattern)];
}

/** An address whole, and each of its lines that has a number: street and number, postal code and town. */
function knownAddress(value: string): LiteralFinder[] {
  const lines = value.split(/[,;\n]+/).filter((line) => /\d/.test(line) && /\p{L}{2}/u.test(line));
  return [...new Set([value, ...lines])].flatMap((part) => {
    const words = [...part.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map((match) => match[0]);
    if (words.length < 2) return [];
    const spelled = words.map(folded).join('[^\\p{L}\\p{N}]{0,4}');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${spelled}(?![\\p{L}\\p{N}])`, 'giu');
    return [finder('ADDRESS', value, pattern)];
  });
}

function knownAccount(value: string): LiteralFinder[] {
  const characters = [...value].filter((character) => /[\p{L}\p{N}]/u.test(character));
  if (characters.length < SHORTEST_ACCOUNT) return [];
  const spelled = characters.map(escaped).join('[ ._/-]?');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${spelled}(?![\\p{L}\\p{N}])`, 'giu');
  return [finder('ACCOUNT', value, pattern)];
}

/** A word that is found with and without its accents, and a street however it is shortened. */
function folded(word: string): string {
  const plain = fold(word);
  if (/^(?:st|street)$/.test(plain)) return 'st(?:reet)?';
  if (/^(?:ave|avenue)$/.test(plain)) return 'ave(?:nue)?';
  if (/^(?:rd|road)$/.test(plain)) return '(?:rd|road)';
  if (/^(?:ул|улица)$/.test(plain)) return 'ул(?:ица)?';
  const street = /^(.*str)(?:asse)?$/.exec(plain);
  if (street?.[1]) return `${street[1]}(?:a(?:ß|ss)e)?`;
  const accented = word.toLowerCase();
  return accented === plain ? escaped(plain) : `(?:${escaped(accented)}|${escaped(plain)})`;
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function finder(type: EntityType, value: string, pattern: RegExp): LiteralFinder {
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: written, index }) => ({
      type,
      start: index,
      end: index + written.length,
      value,
    }));
}
