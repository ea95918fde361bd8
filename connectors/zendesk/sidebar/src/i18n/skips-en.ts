import type { RuleReason, SkipReason } from '@draftsmith/contracts';

/** Why there is no draft, for the agent who opened the ticket. */
export const skips: Record<SkipReason, string> = {
  closed: 'This ticket is closed for good. If the customer writes again, a follow-up ticket opens and gets a draft.',
  deleted: 'This ticket was deleted.',
  merged: 'This ticket was merged into another one. The conversation goes on there.',
  spam: 'This looks like spam.',
  'no-customer-message': 'There is no public message by a customer to answer yet.',
  'agent-wrote-last': 'A colleague has already answered. The next customer message gets a draft.',
  'agent-created': 'An agent opened this ticket and the customer has not written yet.',
  'thanks-only': 'The customer only says thank you. A reply is probably not needed.',
  'auto-reply': 'This is an automatic message, such as an out-of-office notice.',
  'no-source': 'No article, macro or past reply supports an answer, and Draftsmith does not guess.',
  'already-drafted': 'This message already has its draft.',
  stale: 'The customer wrote again while the draft was being written.',
  refused: 'The model declined to answer this message.',
  'no-answer': 'No model could be reached. Your admin can see why in the Draftsmith console.',
  unsupported: 'The draft said things that no source supports, so it was held back.',
  erased: 'Personal data in this ticket was erased on request, so nothing was written.',
  rules: 'Your team’s rules leave this kind of message without an automatic draft.',
  removed: 'The message was removed in Zendesk, and its draft with it.',
  budget: 'The budget for drafts is used up for now. Your admin can raise it.',
};

export const rules: Record<RuleReason, string> = {
  brand: 'Your team’s rules leave out this brand.',
  group: 'Your team’s rules leave out this group.',
  form: 'Your team’s rules leave out this form.',
  channel: 'Your team’s rules leave out this channel.',
  language: 'Your team’s rules leave out this language.',
  tag: 'Your team’s rules leave out tickets with these tags.',
  'first-reply': 'Your team’s rules draft the first reply only.',
  pilot: 'Draftsmith is being tried on other tickets for now.',
  'per-resource': 'This ticket has had as many drafts as your team’s rules allow.',
  'per-hour': 'Your team’s limit of drafts for this hour is reached.',
};
