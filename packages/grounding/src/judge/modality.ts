import type { ReadDocument, ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import { type Aligned, type Cues, cuesOf } from './align.ts';
import { claimOf, type Evidence } from './evidence.ts';

const ABOUT_IT = 0.35;
const SAME_THING = 0.5;
const NEARLY_AS_WELL = 0.85;
/** Tokens between a "not" and its verb; the German one stands at the end. */
const NEGATION_REACH = 3;

/** How binding a clause is, where it says so. */
type Force = 'duty' | 'option' | 'certain';

/** "must" where the source has "may", "can" where it has "must", "will" where it has "might". */
export function judgeModality(evidence: Evidence, clause: number, aligned: readonly Aligned[]): ClaimCheck | undefined {
  const { sentence } = evidence;
  const [best] = aligned;
  const ours = cuesOf(sentence, clause);
  const force = forceOf(ours);
  if (!best || !force) return undefined;
  const token = sentence.cues.find((found) => found.clause === clause && found.cue === force)?.token;
  if (token === undefined) return undefined;
  const claim = (verdict: ClaimCheck['verdict']) =>
    claimOf(evidence, { kind: 'modality', from: token, to: token + 1 }, { verdict, source: best.passage.span });
  const near = aligned.filter(({ fit }) => fit >= best.fit * NEARLY_AS_WELL);
  const denied = isDenied(evidence.draft, sentence, token);
  const differs = near.every(
    ({ passage, clause: other }) =>
      opposes(force, ours, cuesOf(passage.sentence, other)) &&
      denied === isDeniedIn(passage.document, passage.sentence, other),
  );
  if (differs && best.fit >= SAME_THING) return claim('contradicted');
  return force !== 'certain' && best.fit >= ABOUT_IT ? claim('supported') : undefined;
}

/** "need not" and "must not" differ by more than their force; a "not" further off says something else. */
function isDenied({ language }: ReadDocument, { cues, clauseOf }: ReadSentence, token: number): boolean {
  const reach = language === 'de' ? Number.POSITIVE_INFINITY : NEGATION_REACH;
  return cues.some(
    ({ cue, clause, token: at }) => cue === 'not' && clause === clauseOf(token) && Math.abs(at - token) <= reach,
  );
}

function isDeniedIn(document: ReadDocument, sentence: ReadSentence, clause: number): boolean {
  return sentence.cues.some(
    ({ cue, token, clause: own }) =>
      own === clause && (cue === 'duty' || cue === 'option' || cue === 'chance') && isDenied(document, sentence, token),
  );
}

function forceOf(cues: Cues): Force | undefined {
  if (cues.has('duty')) return cues.has('option') ? undefined : 'duty';
  if (cues.has('option')) return 'option';
  return cues.has('certain') ? 'certain' : undefined;
}

function opposes(force: Force, ours: Cues, theirs: Cues): boolean {
  // "Only" on one side turns an option into a duty.
  if (theirs.has('only') !== ours.has('only')) return false;
  if (force === 'duty') return theirs.has('option') && !theirs.has('duty');
  if (force === 'option') return theirs.has('duty') && !theirs.has('option');
  return theirs.has('chance') && !theirs.has('certain') && !theirs.has('duty');
}
