import { cuesOf } from './cue-words.ts';
import type { Reader } from './reader.ts';

/** Negative in form only: bounds, "not only", "No. 5", "do not hesitate". */
const HOLLOW_NEXT =
  /^(?:only|later|more|less|fewer|earlier|longer than|nur|mehr als|spater|weniger|zuletzt|только|более|больше|менее|меньше|позднее|позже|ранее|obstante|mas de|menos de|solo|mais de|menos de|so|apenas|hesit\w*|hesite\w*|zogern|dude|duden|matter|importe|стесняйтесь|сомневайтесь|problem|worries)\b/;
const ANSWERS = /^(?:no|non|nao|нет)$/;
const FRENCH_CLOSERS = /^(?:pas|aucun|aucune|jamais|rien|personne|plus|ni|guere)$/;
const FRENCH_REACH = 7;

/** True if the token negates: in French "ne … que" is "only", in English "No. 5" is a number. */
export function negates(reader: Reader, index: number): boolean {
  if (!cuesOf(reader.word(index), reader.language).includes('not')) return false;
  const next = `${reader.word(index + 1)} ${reader.word(index + 2)}`;
  if (HOLLOW_NEXT.test(next)) return false;
  const word = reader.word(index);
  // "No, we do …" answers; what follows says it again.
  if (ANSWERS.test(word) && reader.word(index + 1) === ',') return false;
  if (
    reader.language === 'en' &&
    word === 'no' &&
    reader.word(index + 1) === '.' &&
    reader.tokens[index + 2]?.type === 'number'
  )
    return false;
  if (reader.language === 'fr') return negatesInFrench(reader, index, word);
  return true;
}

function negatesInFrench(reader: Reader, index: number, word: string): boolean {
  if (word === 'non' || word === 'ni') return word === 'non';
  for (let at = index + 1; at <= index + FRENCH_REACH; at++) {
    if (FRENCH_CLOSERS.test(reader.word(at))) return true;
    if (/^(?:que|qu)$/.test(reader.word(at))) return false;
  }
  return word === 'ne' || reader.word(index + 1) === "'" || reader.word(index + 1) === '’';
}
