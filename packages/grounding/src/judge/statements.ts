import type { ClaimCheck } from '../types.ts';
import { align } from './align.ts';
import type { Evidence } from './evidence.ts';
import { judgeModality } from './modality.ts';
import { judgeNegation } from './negation.ts';
import { judgeOpposites } from './opposites.ts';

/** Whether a sentence says no where its source says yes, or "must" where it says "may". */
export function judgeStatements(evidence: Evidence, figures: readonly ClaimCheck[]): ClaimCheck[] {
  const claims: ClaimCheck[] = [];
  for (let clause = 0; clause < evidence.sentence.clauses; clause++) {
    const aligned = align(evidence, clause, figures);
    const [best] = aligned;
    if (!best) continue;
    const negation = judgeNegation(evidence, clause, aligned) ?? judgeOpposites(evidence, clause, best);
    const modality = judgeModality(evidence, clause, aligned);
    for (const claim of [negation, modality]) if (claim) claims.push(claim);
  }
  return claims;
}
