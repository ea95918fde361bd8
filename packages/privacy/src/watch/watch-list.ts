import type { KnownPerson } from '@draftsmith/contracts';
import type { Entity } from '../entity.ts';
import { decodings } from './decodings.ts';
import { createNumbers } from './numbers.ts';
import { createPhones } from './phones.ts';
import { createPhrases } from './phrases.ts';
import { compact, type ScannedWords, scanWords } from './scan-words.ts';
import { type Watched, watchedIn, watchedOf } from './watched.ts';

/** Something watched for that stands in a text. */
export interface Watch extends Entity {
  /** How it is written where it was first met; undefined where several may be meant. */
  value?: string;
  /** On record in the source system, or denied by an admin: nothing keeps it. */
  sure: boolean;
}

/** What must not be in the texts of one request: everything on record, denied, or found in any of them. */
export interface WatchList {
  addPerson(person: KnownPerson): void;
  addDenied(value: string): void;
  /** Only what is distinctive enough to be known again: `Will` alone is not. */
  addFound(entity: { type: Entity['type']; value?: string | undefined }, written: string): void;
  /** The one value that this is a spelling of, or a part, as it was first met. */
  wholeOf(written: string): string | undefined;
  /**
   * Everywhere that one of them stands, however it is spelled: case, accents, invisible characters, groups of digits,
   * escapes. Time grows with the text alone. Overlaps are the caller's.
   */
  find(text: string): Watch[];
}

/** Shared by all spellings of what was added at once; loses its value when somebody else has the same name. */
interface Owner {
  type: Entity['type'];
  value?: string | undefined;
  sure: boolean;
}

export function createWatchList(): WatchList {
  const phrases = createPhrases<Owner>();
  const numbers = createNumbers<Owner>();
  const phones = createPhones<Owner>();
  const added = new Set<string>();

  const add = (watched: Watched, sure: boolean): void => {
    const { type, value, kind, text } = watched;
    const key = `${type} ${kind} ${value} ${text}`;
    if (added.has(key)) return;
    added.add(key);
    const owner: Owner = { type, value, sure };
    const first =
      kind === 'phone'
        ? phones.add(text, owner)
        : kind === 'number'
          ? numbers.add(text, owner)
          : phrases.add(text, { ...watched.rules, payload: owner });
    if (!first || first === owner) return;
    if (kind === 'phrase') first.value = commonValue(first.value, value);
    first.sure ||= sure;
  };

  const findIn = (words: ScannedWords): Watch[] =>
    [...phrases.find(words), ...numbers.find(words), ...phones.find(words)].map(({ start, end, payload }) => ({
      type: payload.type,
      start,
      end,
      sure: payload.sure,
      ...(payload.value !== undefined && { value: payload.value }),
    }));

  return {
    addPerson: (person) => {
      for (const watched of watchedOf(person)) add(watched, true);
    },
    addDenied: (value) =>
      add({ type: 'ACCOUNT', kind: 'phrase', text: value, rules: { gaps: 'exact', capitals: 'none' } }, true),
    addFound: ({ type, value }, written) => {
      for (const watched of watchedIn({ type, written, value: value ?? written })) add(watched, false);
    },
    wholeOf(written) {
      const words = scanWords(written);
      const [start, end] = [words.starts[0], words.ends[words.count - 1]];
      return findIn(words).find((hit) => hit.start === start && hit.end === end)?.value;
    },
    find(text) {
      if (added.size === 0) return [];
      const words = scanWords(text);
      const hidden = decodings(words).flatMap((decoding) =>
        findIn(scanWords(decoding.text)).map((hit) => ({ ...hit, ...decoding.origin(hit.start, hit.end) })),
      );
      return [...findIn(words), ...hidden];
    },
  };
}

/** "Anna" is short for the one "Anna Schmidt" there is; with an "Anna Meyer" beside her it may be either. */
function commonValue(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [wordsIn(first), wordsIn(second)];
  if (b.every((word) => a.includes(word))) return first;
  return a.every((word) => b.includes(word)) ? second : undefined;
}

function wordsIn(value: string): string[] {
  return value.split(/[\s,]+/).map(compact);
}
