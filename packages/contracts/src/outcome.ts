import type { ErrorKind } from '@draftsmith/errors';

/** Why doing nothing was right. Each has a sentence in both console languages. */
export const SKIP_REASONS = [
  'closed', // closed for good: no note can be added
  'deleted',
  'merged',
  'spam',
  'no-customer-message',
  'agent-wrote-last',
  'agent-created',
  'thanks-only',
  'auto-reply',
  'no-source', // nothing that may be quoted supports an answer
  'already-drafted', // this very message has its draft
  'stale', // a newer message arrived meanwhile; its own event brings the draft
  'refused', // the model declined to answer
  'no-answer', // every provider failed or abstained
  'unsupported', // the account's policy holds back drafts that say what no source supports
  'erased', // whom it is about was erased on request while it was being made
  'rules', // the account's rules leave such messages alone; the detail is a RuleReason
  'removed', // the source system took the words away, and so did we
  'budget', // whoever could answer costs more than a budget has left
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

export type Outcome =
  | { kind: 'drafted' }
  | { kind: 'skipped'; reason: SkipReason; detail?: string }
  | { kind: 'failed'; error: ErrorKind; code?: string; message: string; retryable: boolean };
