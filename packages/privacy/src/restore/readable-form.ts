import { fold } from '../fold.ts';
import type { Original } from '../vault.ts';
import { caseBefore } from './russian-case.ts';
import { CASES, type Case, type NamePart, readRussianName } from './russian-name.ts';

export interface Place {
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;
const GREETING =
  /(?:^|[^\p{L}])(?:dear|hi|hello|hey|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|moin|servus|hej|hola)[ ,]{1,2}$/iu;
const JOINS = /^ (?:и|или) $/;

/**
 * Chooses the form in which a name of record comes back into a text that a model has written:
 *
 * - Russian, where the words before leave one case and the name's gender is certain: that case. `[PERSON_1]` becomes
 *   "Анны Соколовой" after "для", and so does `[PERSON_1_2]`, whatever the case in which it was met.
 * - Shouted or in small letters: as the source system writes it.
 * - "Annas" in a greeting: "Anna".
 *
 * Everything else comes back exactly as it was. `recorded` are names as the source system writes them, in the nominative.
 */
export function createReadableForm(text: string, language: string, recorded: ReadonlySet<string>) {
  const russian = /^ru\b/i.test(language);
  const names = new Map<string, readonly NamePart[] | undefined>();
  let last: { end: number; wanted: Case | undefined } | undefined;

  const caseAt = ({ start, end }: Place): Case | undefined => {
    // "для [PERSON_1] и [PERSON_2]": both are governed by the same word.
    const joined = last && JOINS.test(text.slice(last.end, start)) ? last.wanted : undefined;
    const wanted = caseBefore(text, start) ?? joined;
    last = { end, wanted };
    return wanted;
  };

  return (original: Original, place: Place): string => {
    const { name, value, written } = original;
    if (name !== 'PERSON') return written;
    const wanted = russian ? caseAt(place) : undefined;
    if (!recorded.has(value)) return written;
    if (wanted) {
      if (!names.has(value)) names.set(value, readRussianName(value));
      return declined(written, names.get(value), wanted) ?? written;
    }
    const greeted = GREETING.test(text.slice(Math.max(0, place.start - 20), place.start));
    return asRecorded(written, value, greeted) ?? written;
  };
}

/** Every word in the wanted case; undefined when one is not of this name. */
function declined(written: string, parts: readonly NamePart[] | undefined, wanted: Case): string | undefined {
  if (!parts) return undefined;
  return replaceWords(written, (word) => {
    const owners = parts.filter(({ forms }) => forms.some((form) => fold(form) === fold(word)));
    return owners.length === 1 ? owners[0]?.forms[CASES.indexOf(wanted)] : undefined;
  });
}

/** Capitals as on record, where they are all that differs; in a greeting the genitive's `s` may differ, too. */
function asRecorded(written: string, value: string, greeted: boolean): string | undefined {
  const oneCase = written === written.toLowerCase() || written === written.toUpperCase();
  if (!oneCase && !greeted) return undefined;
  const words = value.match(WORD) ?? [];
  return replaceWords(written, (word) => {
    const same = words.find((one) => fold(one) === fold(word));
    return same ?? (greeted ? words.find((one) => `${fold(one)}s` === fold(word)) : undefined);
  });
}

function replaceWords(written: string, change: (word: string) => string | undefined): string | undefined {
  let whole = true;
  const result = written.replace(WORD, (word) => {
    const changed = change(word);
    whole &&= changed !== undefined;
    return changed ?? word;
  });
  return whole ? result : undefined;
}
