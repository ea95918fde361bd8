import type { KnownPerson } from '@draftsmith/contracts';
import { COMMON_WORDS, LEGAL_FORMS, NAME_PARTICLES } from '../common-words.ts';
import type { Entity } from '../entity.ts';
import { fold } from '../fold.ts';
import { isCapitalised, opensSentence, type Word, wordsOf } from '../words.ts';
import { literalFinders } from './known-literals.ts';
import { createNameIndex, type NameIndex } from './name-index.ts';

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
  words: readonly string[];
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
  const names = people.flatMap((person) => [
    ...[person.name, ...(person.aliases ?? [])].flatMap((name) => knownName('PERSON', name, person.name)),
    ...knownName('COMPANY', person.organization),
  ]);
  const index = createNameIndex(names, isCommon);
  const literals = people.flatMap(literalFinders);
  return {
    names: (text) => (names.length === 0 ? [] : findNames(text, index)),
    literals: (text) => literals.flatMap((find) => find(text)),
  };
}

function knownName(type: KnownName['type'], name: string | undefined, value = name): KnownName[] {
  const words = name === undefined ? [] : wordsOf(name).map((word) => word.text);
  // A company without its legal form is still that company; nothing but a legal form is its whole name.
  const telling = words.filter((word) => type === 'PERSON' || !LEGAL_FORMS.has(fold(word)));
  if (value === undefined || words.length === 0) return [];
  const parts = telling.length > 0 ? telling : words;
  return [{ type, value: value.trim(), parts: parts.map(fold), words }];
}

/** The part of each known name that each word of the text may be. */
type Meanings = ReadonlyMap<KnownName, string>;

function findNames(text: string, index: NameIndex): KnownEntity[] {
  const words = wordsOf(text);
  const meanings = words.map((word) => index.lookUp(word));
  const found: KnownEntity[] = [];
  for (let i = 0; i < words.length; i++) {
    let longest: Word[] = [];
    let owner: KnownName | undefined;
    for (const name of meanings[i]?.keys() ?? []) {
      const run = runOf(name, { words, meanings, start: i, text });
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

interface Place {
  words: readonly Word[];
  meanings: readonly (Meanings | undefined)[];
  start: number;
  text: string;
}

/** The words from `start` on that belong to the name, or none when they prove nothing. */
function runOf(name: KnownName, { words, meanings, start, text }: Place): Word[] {
  const run: Word[] = [];
  const present: string[] = [];
  for (let i = start; i < words.length; i++) {
    const word = words[i];
    const part = meanings[i]?.get(name);
    const previous = run.at(-1);
    if (!word || part === undefined) break;
    if (previous && !WITHIN_NAME.test(text.slice(previous.end, word.start))) break;
    run.push(word);
    present.push(part);
  }
  if (isWhole(run, present, name)) return run;
  if (name.type === 'COMPANY' && name.parts.length > 1) return [];
  const proves = (i: number) => provesName({ word: run[i], part: present[i] ?? '', name, text });
  while (run.length > 0 && !proves(run.length - 1)) run.pop();
  return proves(0) ? run : [];
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
}

/** Whether one word alone is this name: long enough, and where it is a common word too, spelled as a name. */
function provesName({ word, part, name, text }: Evidence): boolean {
  if (!word) return false;
  if (!name.parts.includes(part)) return false;
  const whole = name.parts.length === 1;
  const capitalised = isCapitalised(word);
  if (!whole && (NAME_PARTICLES.has(part) || part.length < SHORTEST_LONE_PART)) return false;
  if (part.length < SHORTEST_LONE_PART || COMMON_WORDS.has(part)) return capitalised && !opensSentence(word, text);
  // A short inflected form may be an ordinary word: "лев", "вера" and their kin.
  return word.folded === part || capitalised || part.length > SHORTEST_LONE_PART;
}
