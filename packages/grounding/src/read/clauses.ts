import type { Reader } from '../mentions/reader.ts';
import type { SentenceRange } from './sentences.ts';

const MARKS = /^[,;:()–—]$/u;
/** By language: the Portuguese "se" (if) is a pronoun in Spanish. Folded. */
const CONJUNCTIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('but however while whereas unless although though because if when and or so'),
  de: words('aber jedoch sondern wahrend obwohl weil wenn falls und oder sofern'),
  fr: words('mais cependant tandis bien si lorsque quand et ou car sauf'),
  es: words('pero mientras aunque porque cuando y o si'),
  pt: words('mas porem enquanto embora porque quando e ou se'),
  ru: words('но однако хотя если когда и или а потому'),
};
/** "shoes and bags" is one thing, "ships today and arrives tomorrow" are two. */
const LEAST_WORDS = 4;
/** A bit mask holds the clauses of a sentence. */
const MOST_CLAUSES = 30;

/** As it is written: without its accent the Portuguese "é" (is) would be an "e" (and). */
function isConjunction(reader: Reader, index: number): boolean {
  const token = reader.tokens[index];
  const conjunctions = CONJUNCTIONS[reader.language];
  if (token?.type !== 'word' || !conjunctions?.has(reader.word(index))) return false;
  return token.text.length > 2 || conjunctions.has(token.text.toLowerCase());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** First tokens of a sentence's clauses. A comma inside a claim ("March 12, 2025") parts nothing. */
export function clauseStarts(
  reader: Reader,
  { from, to }: SentenceRange,
  taken: ReadonlySet<number>,
): readonly number[] {
  const starts = [from];
  const wordsFrom = (start: number, end: number) => {
    let count = 0;
    for (let i = start; i < end; i++) if (reader.tokens[i]?.type !== 'mark') count++;
    return count;
  };
  for (let i = from + 1; i < to - 1 && starts.length < MOST_CLAUSES; i++) {
    if (taken.has(i)) continue;
    const word = reader.word(i);
    if (!MARKS.test(word) && !isConjunction(reader, i)) continue;
    const start = MARKS.test(word) ? i + 1 : i;
    if (start <= (starts.at(-1) ?? from)) continue;
    if (wordsFrom(starts.at(-1) ?? from, i) >= LEAST_WORDS && wordsFrom(i + 1, Math.min(to, i + 12)) >= LEAST_WORDS)
      starts.push(start);
  }
  return starts;
}
