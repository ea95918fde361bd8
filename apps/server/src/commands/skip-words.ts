import type { SkipReason } from '@draftsmith/contracts';

/** Why there is no draft, for a terminal; the console has sentences of its own in its languages. */
export const skipWords: Record<SkipReason, string> = {
  closed: 'the ticket is closed for good',
  deleted: 'there is no such ticket, or it was deleted',
  merged: 'the ticket was merged into another',
  spam: 'the message is spam',
  'no-customer-message': 'no customer wrote anything',
  'agent-wrote-last': 'an agent wrote last',
  'agent-created': 'an agent opened the ticket',
  'thanks-only': 'the customer only says thanks',
  'auto-reply': 'a machine wrote the message',
  'no-source': 'no public article or macro supports an answer',
  'already-drafted': 'this message has its draft already',
  stale: 'a newer message arrived meanwhile',
  refused: 'the model declined to answer',
  'no-answer': 'no provider had an answer',
  unsupported: 'the draft said what no source supports, and this account holds such drafts back',
  erased: 'whom it is about was erased on request',
  rules: 'the rules of this account leave such messages alone',
  removed: 'its words were taken away in the source system',
  budget: 'a budget is used up',
};
