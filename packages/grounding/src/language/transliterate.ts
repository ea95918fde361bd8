import { fold, soundOf } from '@draftsmith/letters';

/** What a name sounds like, roughly, in either script and whatever its case: "Анной" and "Anna" meet, "Maria" does not. */
export function soundOfName(word: string): string {
  return soundOf(fold(word)).replace(/[aeiouU]+[mi]?$/, '');
}
