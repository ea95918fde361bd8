import { isCyrillic, soundOf, toCyrillic } from '@draftsmith/letters';
import { fold } from '../fold.ts';
import { isCapitalised, type Word } from '../words.ts';
import type { KnownName } from './known-people.ts';
import { nameForms } from './name-forms.ts';
import { createTypoFinder } from './typo.ts';

export interface NameIndex {
  /** The known names that a word may belong to, and which of their parts it is. */
  lookUp(word: Word): ReadonlyMap<KnownName, string> | undefined;
}

type Entries = Map<string, Map<KnownName, string>>;

/** Shorter names in another script, or with a typo, are too many other words. */
const SHORTEST_SOUND = 3;
const SHORTEST_TYPO = 5;
/** A word in small letters is a name with a typo only where it is long, and begins as the name does. */
const SHORTEST_SMALL_TYPO = 6;

/** Names by their inflected forms, by their sound in the other script, and with one typo. */
export function createNameIndex(names: readonly KnownName[], isCommon: (folded: string) => boolean): NameIndex {
  const byForm: Entries = new Map();
  const bySound: Entries = new Map();
  for (const name of names)
    for (const word of name.words) {
      const part = fold(word);
      for (const form of nameForms(word)) add(byForm, { key: form, name, part });
      if (part.length < SHORTEST_SOUND) continue;
      for (const sound of soundsOf(word)) add(bySound, { key: sound, name, part });
    }
  const typo = createTypoFinder([...byForm].filter(([, parts]) => hasLongPart(parts)).map(([form]) => form));

  return {
    lookUp(word) {
      const exact = byForm.get(word.folded);
      if (exact) return exact;
      if (word.folded.length < SHORTEST_SOUND || /\d/.test(word.folded) || isCommon(word.folded)) return undefined;
      return soundAlike(bySound, word) ?? misspelled(byForm, typo, word);
    },
  };
}

function add(entries: Entries, { key, name, part }: { key: string; name: KnownName; part: string }): void {
  const names = entries.get(key) ?? new Map<KnownName, string>();
  // The first form of a name wins: its base form comes first.
  if (!names.has(name)) names.set(name, part);
  entries.set(key, names);
}

function hasLongPart(parts: ReadonlyMap<KnownName, string>): boolean {
  return [...parts.values()].some((part) => part.length >= SHORTEST_TYPO);
}

/** Filed by script, so that a word is compared with names of the other script alone. */
function soundsOf(word: string): string[] {
  if (isCyrillic(word)) return [`latin ${soundOf(fold(word))}`];
  const forms = /^[a-z]+$/.test(fold(word)) ? nameForms(toCyrillic(fold(word))) : [];
  return forms.map((form) => `cyrillic ${soundOf(fold(form))}`);
}

function soundAlike(bySound: Entries, word: Word): ReadonlyMap<KnownName, string> | undefined {
  if (bySound.size === 0 || !isCapitalised(word)) return undefined;
  return bySound.get(`${isCyrillic(word.folded) ? 'cyrillic' : 'latin'} ${soundOf(word.folded)}`);
}

function misspelled(byForm: Entries, typo: (folded: string) => string | undefined, word: Word) {
  const form = typo(word.folded);
  if (form === undefined) return undefined;
  const likely = isCapitalised(word) || (word.folded.length >= SHORTEST_SMALL_TYPO && word.folded[0] === form[0]);
  return likely ? byForm.get(form) : undefined;
}
