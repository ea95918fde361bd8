import type { ClaimCheck } from '../types.ts';
import { type Aligned, type Cues, cuesOf } from './align.ts';
import { claimOf, type Evidence } from './evidence.ts';

const ABOUT_IT = 0.35;
const SAME_THING = 0.5;
const NEARLY_AS_WELL = 0.85;

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
  const differs = near.every(({ passage, clause: other }) => opposes(force, ours, cuesOf(passage.sentence, other)));
  if (differs && best.fit >= SAME_THING) return claim('contradicted');
  return force !== 'certain' && best.fit >= ABOUT_IT ? claim('supported') : undefined;
}

function forceOf(cues: Cues): Force | undefined {
  if (cues.has('duty')) return cues.has('option') ? undefined : 'duty';
  if (cues.has('option')) return 'option';
  return cues.has('certain') ? 'certain' : undefined;
}

function opposes(force: Force, ours: Cues, theirs: Cues): boolean {
  // "need not" and "must not" differ by more than their force; "only" turns an option into a duty.
  if (theirs.no !== ours.no || theirs.has('only') || ours.has('only')) return false;
  if (force === 'duty') return theirs.has('option') && !theirs.has('duty');
  if (force === 'option') return theirs.has('duty') && !theirs.has('option');
  return theirs.has('chance') && !theirs.has('certain') && !theirs.has('duty');
}
