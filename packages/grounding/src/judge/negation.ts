import type { ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import { type Aligned, type Cues, cuesOf } from './align.ts';
import { claimOf, type Evidence } from './evidence.ts';

/** Below this a passage is about something else. */
const ABOUT_IT = 0.35;
/** A sentence that drops a passage's "not" must be about the very same thing: the passage may hold more than it repeats. */
const SAME_THING = 0.5;
/** Passages that fit this share of the best fit may also be meant. */
const NEARLY_AS_WELL = 0.85;
/** From here on the clauses are cut alike, and the whole sentences need not agree instead. */
const SURELY = 0.7;

/** A clause that says no where its source says yes, or the reverse; or one whose "not" the source has too. */
export function judgeNegation(evidence: Evidence, clause: number, aligned: readonly Aligned[]): ClaimCheck | undefined {
  const [best] = aligned;
  if (!best) return undefined;
  const { sentence } = evidence;
  const ours = cuesOf(sentence, clause);
  const theirs = cuesOf(best.passage.sentence, best.clause);
  const claim = (verdict: ClaimCheck['verdict']) =>
    claimOf(evidence, { kind: 'negation', ...cueRange(sentence, clause) }, { verdict, source: best.passage.span });
  if (!parityDiffers(ours, theirs)) return ours.no > 0 ? claim('supported') : undefined;
  return isExcused(evidence, clause, aligned) ? undefined : claim('contradicted');
}

/** Odd and even: two negations make a yes. */
function parityDiffers(a: Cues, b: Cues): boolean {
  return a.no % 2 !== b.no % 2 && (a.no + a.lacking) % 2 !== (b.no + b.lacking) % 2;
}

/** Reasons why a "not" on one side only need not be a contradiction. */
function isExcused(evidence: Evidence, clause: number, aligned: readonly Aligned[]): boolean {
  const [best] = aligned;
  if (!best) return true;
  const { sentence } = evidence;
  const ours = cuesOf(sentence, clause);
  const theirs = cuesOf(best.passage.sentence, best.clause);
  const added = ours.no > theirs.no;
  if (best.fit < (added ? ABOUT_IT : SAME_THING) && !(added && best.anchored)) return true;
  // "Only unworn items …" says what "worn items cannot …" says.
  if (ours.has('only') !== theirs.has('only') && !(added && best.anchored)) return true;
  const prefixes = negativePrefixes(sentence, clause, best);
  if (prefixes > 0 && (ours.no + prefixes) % 2 === theirs.no % 2) return true;
  const near = aligned.filter(({ fit }) => fit >= best.fit * NEARLY_AS_WELL);
  if (near.some((other) => !parityDiffers(ours, cuesOf(other.passage.sentence, other.clause)))) return true;
  // A clause cut differently on one side: the sentences as wholes agree.
  const several = sentence.clauses + best.passage.sentence.clauses > 2;
  return several && best.fit < SURELY && !parityDiffers(cuesOf(sentence), cuesOf(best.passage.sentence));
}

const BEGINNINGS = /^(?:un|in|im|ir|il|non|dis|nicht|mis|не|без|des)(?=.{4})/;

/** "unavailable" against "not available": words that differ from the other side's by a negative beginning. */
function negativePrefixes(sentence: ReadSentence, clause: number, { passage, clause: theirs }: Aligned): number {
  const ours = sentence.words.filter((word) => word.clause === clause);
  const others = passage.sentence.words.filter((word) => word.clause === theirs);
  const negative = (word: string, against: readonly { folded: string }[]) => {
    const bare = word.replace(BEGINNINGS, '');
    return bare !== word && against.some(({ folded }) => folded.slice(0, 5) === bare.slice(0, 5));
  };
  const count = (words: readonly { folded: string }[], against: readonly { folded: string }[]) =>
    words.filter(({ folded }) => negative(folded, against)).length;
  return count(ours, others) + count(others, ours);
}

function cueRange({ cues, range }: ReadSentence, clause: number): { from: number; to: number } {
  const cue = cues.find(
    (found) => found.clause === clause && (found.cue === 'not' || found.cue === 'none' || found.cue === 'denying'),
  );
  return cue ? { from: cue.token, to: cue.token + 1 } : { from: range.from, to: range.to };
}
