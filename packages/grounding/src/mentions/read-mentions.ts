import type { SentenceRange } from '../read/sentences.ts';
import { readCode } from './codes.ts';
import { readDate, startsDate } from './dates.ts';
import type { Mention } from './mention.ts';
import { readPeriod, readQuantity, startsQuantity } from './quantities.ts';
import type { Reader } from './reader.ts';
import { readTime, startsTime } from './times.ts';

/** In this order: "12 March" is a date before it is a number, "9 Uhr" a time. */
const READERS = [readTime, readDate, readCode, readQuantity, readPeriod] as const;

/** The figures, dates, links and codes of one sentence, in order, none inside another. */
export function readMentions(reader: Reader, { from, to }: SentenceRange): Mention[] {
  const mentions: Mention[] = [];
  for (let at = from; at < to; ) {
    const found = readAt(reader, at);
    if (found) mentions.push(found);
    at = Math.max(at + 1, found?.to ?? 0);
  }
  return mentions;
}

function readAt(reader: Reader, at: number): Mention | undefined {
  const type = reader.tokens[at]?.type;
  if (type === undefined || type === 'mark' || type === 'break') return undefined;
  if (type === 'word' && !mayBegin(reader.word(at), reader.language)) return undefined;
  for (const read of READERS) {
    const found = read(reader, at);
    if (found) return found;
  }
  return undefined;
}

const MOST_REMEMBERED = 20_000;
/** By language and folded word. */
const remembered = new Map<string, boolean>();

/** Nearly all words begin nothing: the readers need not look at them. */
function mayBegin(word: string, language: string): boolean {
  const key = `${language} ${word}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const begins = startsTime(word) || startsDate(word, language) || startsQuantity(word, language);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, begins);
  return begins;
}
