import { type Opposite, oppositesOf } from '../mentions/cue-words.ts';
import type { Reader } from '../mentions/reader.ts';
import type { ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import { type Aligned, cuesOf } from './align.ts';
import { claimOf, type Evidence } from './evidence.ts';

const SAME_THING = 0.5;

interface Word {
  text: string;
  token: number;
  opposites: readonly Opposite[];
}

/** "included" where the source has "excluded", "after" for "before". */
export function judgeOpposites(evidence: Evidence, clause: number, best: Aligned): ClaimCheck | undefined {
  const { sentence, draft } = evidence;
  const { passage } = best;
  if (best.fit < SAME_THING || passage.document.language !== draft.language) return undefined;
  if (cuesOf(sentence, clause).no % 2 !== cuesOf(passage.sentence, best.clause).no % 2) return undefined;
  const here = wordsOf(sentence, draft.reader);
  const ours = here.filter(({ token, opposites }) => opposites.length > 0 && sentence.clauseOf(token) === clause);
  if (ours.length === 0) return undefined;
  const there = wordsOf(passage.sentence, passage.document.reader);
  for (const word of ours)
    for (const { pair, side, frequent } of word.opposites) {
      const has = (words: readonly Word[], wanted: number) =>
        words.find(({ opposites }) => opposites.some((other) => other.pair === pair && other.side === wanted));
      const opposite = has(there, 1 - side);
      if (!opposite || has(there, side) || has(here, 1 - side)) continue;
      if (frequent && !sameNext([here, word], [there, opposite])) continue;
      const range = { from: word.token, to: word.token + 1 };
      return claimOf(evidence, { kind: 'negation', ...range }, { verdict: 'contradicted', source: passage.span });
    }
  return undefined;
}

/** Words that stand before a figure are its bounds, and compared with it. */
function wordsOf({ range, mentions }: ReadSentence, reader: Reader): Word[] {
  const bounds = new Set(mentions.flatMap(({ from }) => [from - 1, from - 2]));
  const words: Word[] = [];
  for (let token = range.from; token < range.to; token++)
    if (reader.tokens[token]?.type === 'word' && !bounds.has(token))
      words.push({ text: reader.word(token), token, opposites: oppositesOf(reader.word(token), reader.language) });
  return words;
}

/** The same word soon behind both. */
function sameNext(
  [here, ours]: readonly [readonly Word[], Word],
  [there, theirs]: readonly [readonly Word[], Word],
): boolean {
  const next = (words: readonly Word[], after: Word) =>
    words
      .filter(({ token, text }) => token > after.token && token <= after.token + 3 && text.length > 3)
      .map(({ text }) => text.slice(0, 5));
  const others = new Set(next(there, theirs));
  return next(here, ours).some((text) => others.has(text));
}
