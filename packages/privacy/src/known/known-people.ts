import type { KnownPerson } from '@draftsmith/contracts';
import { COMMON_WORDS, LEGAL_FORMS, NAME_PARTICLES } from '../common-words.ts';
import type { Entity } from '../entity.ts';
import { isCapitalised, isPossessive, opensSentence, partsOf, type Word, wordsOf } from '../words.ts';
import { createLiteralFinder, type LiteralFinder } from './known-literals.ts';
import { createNameIndex, type Meanings, type NameIndex } from './name-index.ts';

/** An entity of somebody the source system knows; `value` is how it is written there. */
export interface KnownEntity extends Entity {
  value: string;
}

/** A name or a company, told by its folded parts. */
export interface KnownName {
  type: 'PERSON' | 'COMPANY';
  value: string;
  /** What tells it from others. */
  parts: readonly string[];
  /** All its words, also `GmbH`. */
  words: readonly Word[];
}

/** What may stand between the parts of one name. */
const WITHIN_NAME = /^[ \t\u00a0]{0,2}[.,&'’-]?[ \t\u00a0]{0,2}$/;
const SHORTEST_LONE_PART = 3;

export interface KnownPeopleFinder {
  /** Names whole and in parts, and companies. */
  names(text: string): KnownEntity[];
  /** What is matched letter by letter: e-mail addresses, phones, postal addresses, account numbers. */
  literals(text: string): KnownEntity[];
}

/**
 * Finds in texts what the source system knows of these people.
 *
 * @param isCommon whether a folded word is an ordinary word, so that it is nobody's name with a typo
 */
export function createKnownPeopleFinder(
  people: readonly KnownPerson[],
  isCommon: (folded: string) => boolean = (word) => COMMON_WORDS.has(word),
): KnownPeopleFinder {
  // Made for the first text: a request that has none costs nothing.
  let index: NameIndex | undefined;
  let findLiterals: LiteralFinder | undefined;
  return {
    names(text) {
      index ??= createNameIndex(people.flatMap(knownNames), isCommon);
      return index.isEmpty ? [] : findNames(text, index);
    },
    literals(text) {
      findLiterals ??= createLiteralFinder(people);
      return findLiterals(text);
    },
  };
}

function knownNames(person: KnownPerson): KnownName[] {
  return [
    ...[person.name, ...(person.aliases ?? [])].flatMap((name) => knownName('PERSON', name, person.name)),
    ...knownName('COMPANY', person.organization),
  ];
}

function knownName(type: KnownName['type'], name: string | undefined, value = name): KnownName[] {
  const words = name === undefined ? [] : wordsOf(name);
  // A company without its legal form is still that company; nothing but a legal form is its whole name.
  const telling = words.filter((word) => type === 'PERSON' || !LEGAL_FORMS.has(word.folded));
  if (value === undefined || words.length === 0) return [];
  const parts = telling.length > 0 ? telling : words;
  return [{ type, value: value.trim(), parts: parts.map(({ folded }) => folded), words }];
}

function findNames(text: string, index: NameIndex): KnownEntity[] {
  const words = wordsOf(text).flatMap((word) => {
    const parts = partsOf(word);
    return parts.length > 1 && !isPossessive(word) && index.lookUp(word) ? [word] : parts;
  });
  const meanings = words.map((word) => index.lookUp(word));
  const found: KnownEntity[] = [];
  let taken = 0;
  for (let i = 0; i < words.length; i++) {
    const place = { words, meanings, start: i, text, index };
    const best = [...(meanings[i]?.keys() ?? [])]
      .map((name) => ({ name, run: runOf(name, place) }))
      .reduce((longest, next) => (next.run.length > longest.run.length ? next : longest), NOTHING);
    const [first, last] = [best.run[0], best.run.at(-1)];
    if (!best.name || !first || !last) continue;
    const { type, value } = best.name;
    const start = best.name.type === 'PERSON' ? withWordBefore(best.name, place, taken) : first.start;
    taken = type === 'PERSON' ? withInitialsAfter(text, last.end) : last.end;
    found.push({ type, start, end: taken, value });
    while ((words[i + 1]?.start ?? taken) < taken) i++;
  }
  return found;
}

const NOTHING: { name?: KnownName; run: Word[] } = { run: [] };

interface Place {
  words: readonly Word[];
  meanings: readonly (Meanings | undefined)[];
  start: number;
  text: string;
  index: NameIndex;
}

/** The words from `start` on that belong to the name, or none when they prove nothing. */
function runOf(name: KnownName, { words, meanings, start, text, index }: Place): Word[] {
  const run: Word[] = [];
  const present: string[] = [];
  for (let i = start; i < words.length; i++) {
    const word = words[i];
    const previous = run.at(-1);
    if (!word || (previous && !WITHIN_NAME.test(text.slice(previous.end, word.start)))) break;
    const part =
      meanings[i]?.get(name) ?? (previous && name.type === 'PERSON' ? index.lookUpNear(word, name) : undefined);
    if (part === undefined) break;
    run.push(word);
    present.push(part);
  }
  if (isWhole(run, present, name)) return run;
  if (name.type === 'COMPANY' && name.parts.length > 1) return [];
  const proves = (i: number) => provesName({ word: run[i], part: present[i] ?? '', name, text, index });
  while (run.length > 0 && !proves(run.length - 1)) run.pop();
  return run.some((_word, i) => proves(i) && leadsTo(name, present.slice(0, i + 1))) ? run : [];
}

/** "van de Velden": words that prove nothing alone, in the name's own order before one that does. */
function leadsTo(name: KnownName, present: readonly string[]): boolean {
  if (present.length === 1) return true;
  const from = name.parts.indexOf(present[0] ?? '');
  return present.every((part, i) => name.parts[from + i] === part);
}

const INITIALS_BEFORE = /(?<![\p{L}\p{N}])(?:\p{Lu}\.[ \u00a0-]?){1,3}$/u;
const INITIALS_AFTER = /^,?[ \u00a0](?:\p{Lu}\.[ \u00a0]?){1,3}(?!\p{L})/u;
const INITIALS = 12;

/** Where the name begins with the initials before it, or a first name with a typo: "A. S. Petrov", "Ana Petrova". */
function withWordBefore(name: KnownName, { words, start, text, index }: Place, taken: number): number {
  const [before, first] = [words[start - 1], words[start]];
  if (!first) return 0;
  const initials = initialsBefore(text, first.start, taken);
  if (initials !== '') return first.start - initials.length;
  const near = before && before.start >= taken && WITHIN_NAME.test(text.slice(before.end, first.start));
  return near && index.lookUpNear(before, name) !== undefined ? before.start : first.start;
}

function initialsBefore(text: string, start: number, taken: number): string {
  return INITIALS_BEFORE.exec(text.slice(Math.max(taken, start - INITIALS), start))?.[0] ?? '';
}

/** "Petrov A. S." */
function withInitialsAfter(text: string, end: number): number {
  return end + (INITIALS_AFTER.exec(text.slice(end, end + INITIALS))?.[0].trimEnd().length ?? 0);
}

/** All parts, in the name's own order or spelled as names: "li bo", "Bo, Li", but not "may, mark". */
function isWhole(run: readonly Word[], present: readonly string[], name: KnownName): boolean {
  if (name.parts.length < 2) return false;
  if (!name.parts.every((part) => present.includes(part))) return false;
  return run.some(isCapitalised) || present.join(' ') === name.parts.join(' ');
}

interface Evidence {
  word: Word | undefined;
  part: string;
  name: KnownName;
  text: string;
  index: NameIndex;
}

/** Whether one word alone is this name: long enough, and where it is a common word too, spelled as a name. */
function provesName({ word, part, name, text, index }: Evidence): boolean {
  if (!word || !name.parts.includes(part) || index.isOrdinary(word)) return false;
  const whole = name.parts.length === 1;
  const capitalised = isCapitalised(word);
  if (!whole && (NAME_PARTICLES.has(part) || part.length < SHORTEST_LONE_PART)) return false;
  if (part.length < SHORTEST_LONE_PART || COMMON_WORDS.has(part))
    return capitalised && (initialsBefore(text, word.start, 0) !== '' || !opensSentence(word, text));
  // A short inflected form may be an ordinary word: "лев", "вера" and their kin.
  return word.folded === part || capitalised || part.length > SHORTEST_LONE_PART;
}
