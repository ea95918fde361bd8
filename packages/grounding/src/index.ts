export { checkDraft } from './check-draft.ts';
export { isAllowed as isAllowedLink } from './judge/links.ts';
export { applyPolicy, type Policy, type PolicyResult } from './policy/apply-policy.ts';
export { askable, mergeOpinions } from './policy/second-opinion.ts';
export { type CheckSummary, summary } from './policy/summary.ts';
export { type ReadDocument, readDocument } from './read/document.ts';
export { SETTLED_KINDS } from './settled-kinds.ts';
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
