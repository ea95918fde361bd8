export { checkDraft } from './check-draft.ts';
export { applyPolicy, type Policy, type PolicyResult } from './policy/apply-policy.ts';
export { askable, askSecondOpinion, mergeOpinions, type SecondOpinion } from './policy/second-opinion.ts';
export { type CheckSummary, summary } from './policy/summary.ts';
export type {
  CheckOptions,
  ClaimCheck,
  ClaimKind,
  ClaimVerdict,
  DraftCheck,
  DraftText,
  GroundingSource,
  SentenceCheck,
  SourceSpan,
  Verdict,
} from './types.ts';
