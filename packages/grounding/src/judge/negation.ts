import type { ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import { type Aligned, type Cues, cuesOf, meets } from './align.ts';
import { claimOf, type Evidence } from './evidence.ts';

/** Below this a passage is about something else. */
const ABOUT_IT = 0.35;
/** A sentence that drops a passage's "not" must be about the very same thing: the passage may hold more than it repeats. */
const SAME_THING = 0.42;
/** Passages that fit this share of the best fit may also be meant. */
const NEARLY_AS_WELL = 0.85;
/** From here on the clauses are cut alike, and the whole sentences need not agree instead. */
const SURELY = 0.7;
/** Tokens from "without" to what is missing. */
const WITHOUT_REACH = 4;

/** A clause that says no where its source says yes, or the reverse; or one whose "not" the source has too. */
export function judgeNegation(evidence: Evidence, clause: number, aligned: readonly Aligned[]): ClaimCheck | undefined {
  const [best] = aligned;
  if (!best) return undefined;
  const { sentence } = evidence;
  const ours = cuesOf(sentence, clause);
  const theirs = cuesOf(best.passage.sentence, best.clause);
  const claim = (verdict: ClaimCheck['verdict']) =>
    claimOf(evidence, { kind: 'negation', ...cueRange(sentence, clause) }, { verdict, source: best.passage.span });
  if (isTurned(evidence, best) || isUndone(evidence, clause, best)) return claim('contradicted');
  if (!parityDiffers(ours, theirs)) return ours.no > 0 ? claim('supported') : undefined;
  return isExcused(evidence, clause, aligned) ? undefined : claim('contradicted');
}

/** "Not unchanged" for "not changed": the beginning of a word is a "not" of its own. */
function isUndone({ sentence, draft }: Evidence, clause: number, best: Aligned): boolean {
  if (best.fit < SAME_THING || best.passage.document.language !== draft.language) return false;
  const ours = cuesOf(sentence, clause);
  const theirs = cuesOf(best.passage.sentence, best.clause);
  return ours.no > 0 && ours.no % 2 === theirs.no % 2 && negativePrefixes(sentence, clause, best) === 1;
}

/** "Who do have a certificate are not admitted" for "not admitted without a certificate". */
function isTurned(evidence: Evidence, best: Aligned): boolean {
  const { sentence } = evidence;
  const theirs = best.passage.sentence;
  if (best.fit < SAME_THING || best.passage.document.language !== evidence.draft.language) return false;
  const without = withoutShared(sentence, theirs) + withoutShared(theirs, sentence);
  return without % 2 === 1 && noOf(sentence) % 2 === noOf(theirs) % 2;
}

/** How many "without" of a sentence have an object that the other speaks of, and not with a "without" of its own. */
function withoutShared(sentence: ReadSentence, other: ReadSentence): number {
  return sentence.cues.filter(({ cue, token }) => {
    if (cue !== 'without') return false;
    const object = sentence.words.find((word) => word.token > token && word.token <= token + WITHOUT_REACH);
    return (
      object !== undefined &&
      other.words.some((word) => meets(word, object)) &&
      !other.cues.some((found) => found.cue === 'without')
    );
  }).length;
}

function noOf(sentence: ReadSentence): number {
  return cuesOf(sentence).no;
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
  // "Only unworn items …" says what "worn items cannot …" says; "unworn items cannot …" says the opposite.
  const restricts = (cues: Cues) => cues.has('only') || cues.has('until');
  if (restricts(ours) !== restricts(theirs) && !(added && (best.anchored || addsNoWord(evidence, best)))) return true;
  const prefixes = negativePrefixes(sentence, clause, best);
  if (prefixes > 0 && (ours.no + prefixes) % 2 === theirs.no % 2) return true;
  const near = aligned.filter(({ fit }) => fit >= best.fit * NEARLY_AS_WELL);
  const agrees = ({ passage, clause: other }: Aligned) => {
    const near = cuesOf(passage.sentence, other);
    return passage === best.passage ? near.no % 2 === ours.no % 2 : !parityDiffers(ours, near);
  };
  if (near.some(agrees)) return true;
  // A clause cut differently on one side: the sentences as wholes agree.
  const several = sentence.clauses + best.passage.sentence.clauses > 2;
  const cutAlike = sentence.clauses === best.passage.sentence.clauses && best.fit >= SURELY;
  return several && !cutAlike && cuesOf(sentence).no % 2 === cuesOf(best.passage.sentence).no % 2;
}

/** Whether all that the sentence speaks of is in the source's: a condition of its own would make it another case. */
function addsNoWord({ sentence }: Evidence, { passage }: Aligned): boolean {
  return sentence.words.every(({ stem, folded }) =>
    passage.sentence.words.some((other) => other.stem === stem || other.folded === folded),
  );
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
