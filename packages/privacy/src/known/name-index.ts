import { fold as foldLetters, isCyrillic } from '@draftsmith/letters';
import { isCapitalised, type Word, withoutSigns } from '../words.ts';
import type { KnownName } from './known-people.ts';
import { latinCases, withoutUmlauts } from './latin-forms.ts';
import { nameForms } from './name-forms.ts';
import { isNameInCyrillic, isNameInLatin } from './other-script.ts';
import { createTypoFinder, differByOne } from './typo.ts';

/** The known names that a word may belong to, and which of their parts it is. */
export type Meanings = ReadonlyMap<KnownName, string>;

export interface NameIndex {
  isEmpty: boolean;
  /** An ordinary word is a name in the other script, or with a typo, only next to another part of that name. */
  lookUp(word: Word): Meanings | undefined;
  /** Whether a word is ordinary, and as it stands not a name on record. */
  isOrdinary(word: Word): boolean;
  /** The part of this name that a word next to another of its parts may be: also a short one with a typo. */
  lookUpNear(word: Word, name: KnownName): string | undefined;
}

type Entries = Map<string, Map<KnownName, string>>;

/** A part of a name as the other script is compared with: folded, `й` kept. */
interface Part {
  name: KnownName;
  part: string;
  letters: string;
}

/** Shorter names in another script, or with a typo, are too many other words. */
const SHORTEST_SOUND = 3;
const SHORTEST_TYPO = 4;
/** A word in small letters is a name with a typo, or of the other script, only where it is long. */
const SHORTEST_SMALL = 6;
const SHORTEST_NEAR_TYPO = 3;
/** Different words: above those of a request, below what a text of a megabyte may hold. */
const MOST_REMEMBERED = 10_000;

/** Names by their inflected forms, by their spellings in the other script, and with one typo. */
export function createNameIndex(names: readonly KnownName[], isCommon: (folded: string) => boolean): NameIndex {
  const byForm: Entries = new Map();
  /** Cases of Latin names are other words too often: these need a capital. */
  const byCapitalForm: Entries = new Map();
  const [latin, cyrillic]: [Part[], Part[]] = [[], []];
  for (const name of names)
    for (const word of name.words) {
      const part = word.folded;
      const plain = withoutSigns(word.text);
      for (const form of [...nameForms(plain), ...withoutUmlauts(plain)]) add(byForm, { key: form, name, part });
      if (name.type === 'PERSON') for (const form of latinFormsOf(part)) add(byCapitalForm, { key: form, name, part });
      if (part.length < SHORTEST_SOUND) continue;
      const letters = foldLetters(plain);
      (isCyrillic(letters) ? cyrillic : latin).push({ name, part, letters });
    }
  const typo = createTypoFinder([...byForm].filter(([, parts]) => hasLongPart(parts)).map(([form]) => form));

  const alike = (word: Word, capital: boolean): Meanings | undefined => {
    const { folded } = word;
    if (folded.length < SHORTEST_SOUND || (!capital && folded.length < SHORTEST_SMALL)) return undefined;
    const inOther = inOtherScript(word.text, latin, cyrillic);
    const meanings = inOther ?? misspelled(byForm, typo, { folded, capital });
    // Looked up last: few words come so far.
    if (!meanings || /\d/.test(folded) || ((!inOther || !capital) && isCommon(folded))) return undefined;
    return meanings;
  };
  /** The words of a request repeat, and what they are like takes longer than what they are. */
  const remembered = new Map<string, Meanings | undefined>();

  return {
    isEmpty: names.length === 0,
    lookUp(word) {
      const capital = isCapitalised(word);
      const exact = byForm.get(word.folded) ?? (capital ? byCapitalForm.get(word.folded) : undefined);
      if (exact) return exact;
      if (remembered.has(word.text)) return remembered.get(word.text);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const meanings = alike(word, capital);
      remembered.set(word.text, meanings);
      return meanings;
    },
    isOrdinary: ({ folded }) => !byForm.has(folded) && isCommon(folded),
    lookUpNear(word, name) {
      if (word.folded.length < SHORTEST_NEAR_TYPO || !isCapitalised(word)) return undefined;
      return name.parts.find((part) => part.length >= SHORTEST_NEAR_TYPO && differByOne(part, word.folded));
    },
  };
}

function add(entries: Entries, { key, name, part }: { key: string; name: KnownName; part: string }): void {
  const names = entries.get(key) ?? new Map<KnownName, string>();
  // The first form of a name wins: its base form comes first.
  if (!names.has(name)) names.set(name, part);
  entries.set(key, names);
}

function latinFormsOf(part: string): string[] {
  return /^[a-z]+$/.test(part) ? latinCases(part) : [];
}

function hasLongPart(parts: Meanings): boolean {
  return [...parts.values()].some((part) => part.length >= SHORTEST_TYPO);
}

function inOtherScript(text: string, latin: readonly Part[], cyrillic: readonly Part[]): Meanings | undefined {
  if (latin.length + cyrillic.length === 0) return undefined;
  const letters = withoutSigns(foldLetters(text));
  const found = isCyrillic(letters)
    ? latin.filter((part) => isNameInCyrillic(part.letters, letters))
    : cyrillic.filter((part) => isNameInLatin(part.letters, letters));
  return found.length > 0 ? new Map(found.map(({ name, part }) => [name, part])) : undefined;
}

function misspelled(
  byForm: Entries,
  typo: (folded: string) => string | undefined,
  { folded, capital }: { folded: string; capital: boolean },
): Meanings | undefined {
  const form = typo(folded);
  const alike = form !== undefined && (folded[0] === form[0] || (capital && form.length > SHORTEST_TYPO));
  return alike ? byForm.get(form) : undefined;
}
