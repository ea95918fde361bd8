import { cuesOf } from './cue-words.ts';
import type { Reader } from './reader.ts';

/** Negative in form only: bounds, "not only", "No. 5", "do not hesitate". */
const HOLLOW_NEXT =
  /^(?:only|later|more|less|fewer|earlier|(?:older|younger|longer|larger|bigger|smaller|higher|lower|shorter|heavier) than|(?:alter|junger|langer|grosser|kleiner|hoher|kurzer|schwerer) als|(?:superieure?|inferieure?)s? a|(?:mayor|menor|superior|inferior)(?:es)? (?:de|a|que)|старше|младше|моложе|дольше|больше|выше|ниже|тяжелее|nur|mehr als|spater|weniger|zuletzt|только|более|больше|менее|меньше|позднее|позже|ранее|раньше|obstante|mas de|menos de|solo|mais de|menos de|so|apenas|hesit\w*|hesite\w*|zogern|dude|duden|matter|importe|стесняйтесь|сомневайтесь|problem|worries)(?!\p{L})/u;
const ANSWERS = /^(?:no|non|nao|нет)$/;
const FRENCH_CLOSERS = /^(?:pas|aucun|aucune|jamais|rien|personne|plus|ni|guere)$/;
const FRENCH_REACH = 7;

/** True if the token negates: in French "ne … que" is "only", in English "No. 5" is a number. */
export function negates(reader: Reader, index: number): boolean {
  if (!cuesOf(reader.word(index), reader.language).includes('not')) return false;
  const next = `${reader.word(index + 1)} ${reader.word(index + 2)}`;
  if (HOLLOW_NEXT.test(next)) return false;
  const word = reader.word(index);
  // "noch keine 18 Jahre": fewer than that.
  if (word.startsWith('kein') && reader.tokens[index + 1]?.type === 'number') return false;
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

/** French "que" restricts behind "ne" only: "pour qu'il vienne" does not. */
export function restricts(reader: Reader, index: number): boolean {
  if (reader.language !== 'fr') return true;
  for (let at = index - 1; at >= index - FRENCH_REACH; at--) if (/^(?:ne|n)$/.test(reader.word(at))) return true;
  return false;
}
