import type { KnownPerson } from '@draftsmith/contracts';
import { COMMON_WORDS, LEGAL_FORMS, NAME_PARTICLES } from './common-words.ts';
import type { Entity } from './entity.ts';
import { fold } from './fold.ts';
import { nameForms } from './name-forms.ts';

/** An entity of somebody the source system knows; `value` is how it is written there. */
export interface KnownEntity extends Entity {
  value: string;
}

/** A name or a company as parts, each found in several forms. */
interface KnownName {
  type: 'PERSON' | 'COMPANY';
  value: string;
  parts: readonly string[];
  /** Part by folded form. */
  forms: ReadonlyMap<string, string>;
}

interface Word {
  text: string;
  folded: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** What may stand between the parts of one name. */
const WITHIN_NAME = /^[ \t\u00a0]{0,2}[.,&'’-]?[ \t\u00a0]{0,2}$/;
const SHORTEST_LONE_PART = 3;
/** Digits of a phone number that tell it from others, without country code or leading zero. */
const PHONE_TAIL = 7;

export interface KnownPeopleFinder {
  /** Names whole and in parts, and companies. */
  names(text: string): KnownEntity[];
  /** E-mail addresses and phone numbers. */
  literals(text: string): KnownEntity[];
}

/** Finds in texts what the source system knows of these people. */
export function createKnownPeopleFinder(people: readonly KnownPerson[]): KnownPeopleFinder {
  const names = people.flatMap((person) => [
    ...knownName('PERSON', person.name),
    ...knownName('COMPANY', person.organization),
  ]);
  const byForm = new Map<string, KnownName[]>();
  for (const name of names) for (const form of name.forms.keys()) byForm.set(form, [...(byForm.get(form) ?? []), name]);
  const literals = people.flatMap((person) => [...knownEmail(person.email), ...knownPhone(person.phone)]);
  return {
    names: (text) => findNames(text, byForm),
    literals: (text) => literals.flatMap((find) => find(text)),
  };
}

function knownName(type: KnownName['type'], value: string | undefined): KnownName[] {
  const words = value === undefined ? [] : wordsOf(value).map((word) => word.text);
  // A company without its legal form is still that company; nothing but a legal form is its whole name.
  const telling = words.filter((word) => type === 'PERSON' || !LEGAL_FORMS.has(fold(word)));
  if (value === undefined || words.length === 0) return [];
  const parts = telling.length > 0 ? telling : words;
  const forms = new Map<string, string>();
  for (const word of words) for (const form of nameForms(word)) forms.set(form, forms.get(form) ?? fold(word));
  return [{ type, value: value.trim(), parts: parts.map(fold), forms }];
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function findNames(text: string, byForm: ReadonlyMap<string, readonly KnownName[]>): KnownEntity[] {
  if (byForm.size === 0) return [];
  const words = wordsOf(text);
  const found: KnownEntity[] = [];
  for (let i = 0; i < words.length; i++) {
    const candidates = byForm.get(words[i]?.folded ?? '') ?? [];
    let longest: Word[] = [];
    let owner: KnownName | undefined;
    for (const name of candidates) {
      const run = runOf(name, words, i, text);
      if (run.length > longest.length) {
        longest = run;
        owner = name;
      }
    }
    const first = longest[0];
    const last = longest.at(-1);
    if (!owner || !first || !last) continue;
    found.push({ type: owner.type, start: first.start, end: last.end, value: owner.value });
    i += longest.length - 1;
  }
  return found;
}

/** The words from `start` on that belong to the name, or none when they prove nothing. */
function runOf(name: KnownName, words: readonly Word[], start: number, text: string): Word[] {
  const run: Word[] = [];
  for (let i = start; i < words.length; i++) {
    const word = words[i];
    const previous = run.at(-1);
    if (!word || !name.forms.has(word.folded)) break;
    if (previous && !WITHIN_NAME.test(text.slice(previous.end, word.start))) break;
    run.push(word);
  }
  if (isWhole(run, name)) return run;
  if (name.type === 'COMPANY' && name.parts.length > 1) return [];
  while (run.length > 0 && !provesName(run.at(-1), name, text)) run.pop();
  return provesName(run[0], name, text) ? run : [];
}

/** All parts, in the name's own order or spelled as names: "li bo", "Bo, Li", but not "may, mark". */
function isWhole(run: readonly Word[], name: KnownName): boolean {
  if (name.parts.length < 2) return false;
  const present = run.map((word) => name.forms.get(word.folded) ?? '');
  if (!name.parts.every((part) => present.includes(part))) return false;
  return run.some(isCapitalised) || present.join(' ') === name.parts.join(' ');
}

function isCapitalised(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

/** Whether one word alone is this name: long enough, and where it is a common word too, spelled as a name. */
function provesName(word: Word | undefined, name: KnownName, text: string): boolean {
  if (!word) return false;
  const part = name.forms.get(word.folded) ?? '';
  if (!name.parts.includes(part)) return false;
  const whole = name.parts.length === 1;
  const capitalised = isCapitalised(word);
  if (!whole && (NAME_PARTICLES.has(part) || part.length < SHORTEST_LONE_PART)) return false;
  if (part.length < SHORTEST_LONE_PART || COMMON_WORDS.has(part)) return capitalised && !opensSentence(word, text);
  // A short inflected form may be an ordinary word: "лев", "вера" and their kin.
  return word.folded === part || capitalised || part.length > SHORTEST_LONE_PART;
}

/** First of several words of a sentence: capitalised whether it is a name or not. A line of its own is a signature. */
function opensSentence(word: Word, text: string): boolean {
  const before = text.slice(0, word.start).trimEnd();
  const lineStart = text.lastIndexOf('\n', word.start - 1) + 1;
  const opens = before === '' || before.length <= lineStart || /[.!?…:]["'”»)]*$/.test(before);
  const lineEnd = text.indexOf('\n', word.end);
  const rest = text.slice(word.end, lineEnd === -1 ? undefined : lineEnd);
  return opens && (rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 1;
}

type LiteralFinder = (text: string) => KnownEntity[];

function knownEmail(email: string | undefined): LiteralFinder[] {
  const value = email?.trim() ?? '';
  if (value.length < 3) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, 'giu');
  return [(text) => [...text.matchAll(pattern)].map((match) => ({ ...span('EMAIL', match), value }))];
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The same digits in any spelling, with or without country code. */
function knownPhone(phone: string | undefined): LiteralFinder[] {
  const value = phone?.trim() ?? '';
  const digits = value.replace(/\D/g, '');
  if (digits.length < PHONE_TAIL) return [];
  const tail = digits.length > PHONE_TAIL + 2 ? digits.slice(-(PHONE_TAIL + 2)) : digits;
  const spelled = [...tail].join('[ ().\\u00a0/-]{0,3}');
  const pattern = new RegExp(`(?<![\\d])(?:[+(]{0,2}\\d[\\d ().\\u00a0/-]{0,8})?${spelled}(?!\\d)`, 'g');
  return [(text) => [...text.matchAll(pattern)].map((match) => ({ ...span('PHONE', match), value }))];
}

function span(type: 'EMAIL' | 'PHONE', match: RegExpExecArray): Entity {
  return { type, start: match.index, end: match.index + match[0].length };
}
