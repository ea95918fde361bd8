import type { Outcome, SkipReason } from '@draftsmith/contracts';

export type ErrorKind = Extract<Outcome, { kind: 'failed' }>['error'];

/** Why nothing was drafted: for the list, in a sentence, and what would bring a draft. */
export interface SkipWords {
  label: string;
  why: string;
  change: string;
}

/** What went wrong: for the list, in a sentence, and what a person can do. */
export interface FailureWords {
  label: string;
  what: string;
  fix: string;
}

export const skips: Record<SkipReason, SkipWords> = {
  closed: {
    label: 'Ticket is closed',
    why: 'The ticket is closed for good, and a closed ticket takes no more notes.',
    change: 'When the customer writes again, a follow-up ticket opens, and that one gets a draft.',
  },
  deleted: {
    label: 'Ticket was deleted',
    why: 'The ticket was deleted before a draft could be written.',
    change: 'Restore the ticket; the customer’s next message gets a draft.',
  },
  merged: {
    label: 'Merged into another',
    why: 'The ticket was merged into another one, and the conversation goes on there.',
    change: 'Open the ticket it was merged into: the next draft appears there.',
  },
  spam: {
    label: 'Spam',
    why: 'The ticket looks like spam or is marked as spam.',
    change: 'If a real customer wrote it, take the mark off; their next message gets a draft.',
  },
  'no-customer-message': {
    label: 'No customer message',
    why: 'The ticket holds no public message by a customer, so there is nothing to answer.',
    change: 'A public message by the customer.',
  },
  'agent-wrote-last': {
    label: 'Already answered',
    why: 'An agent has already answered: the last public message is theirs.',
    change: 'A new message by the customer.',
  },
  'agent-created': {
    label: 'Opened by an agent',
    why: 'An agent opened this ticket, and the customer has not written yet.',
    change: 'The customer’s first reply.',
  },
  'thanks-only': {
    label: 'Just a thank-you',
    why: 'The customer only says thank you. A reply would be noise.',
    change: 'A message with a question or a request.',
  },
  'auto-reply': {
    label: 'Automatic reply',
    why: 'A machine wrote this message, such as an out-of-office or a failed-delivery notice.',
    change: 'A message written by a person.',
  },
  'no-source': {
    label: 'No source to rely on',
    why: 'No article, macro or past reply that may be quoted supports an answer. Draftsmith does not guess.',
    change: 'Publish an article or a macro about this topic; the next question about it gets a draft.',
  },
  'already-drafted': {
    label: 'Already drafted',
    why: 'This very message already has its draft; the source system reported it twice.',
    change: 'Nothing needs to change: the next customer message gets its own draft.',
  },
  stale: {
    label: 'Newer message arrived',
    why: 'The customer wrote again while the draft was being written, so it would have answered the wrong message.',
    change: 'Nothing needs to change: the newer message gets its own draft.',
  },
  refused: {
    label: 'Model declined',
    why: 'The model declined to answer this message.',
    change: 'Answer this one by hand, or try a different model first in the order of providers.',
  },
  'no-answer': {
    label: 'No provider answered',
    why: 'Every provider in the chain failed or had no answer. The attempts below say why.',
    change: 'Once a provider works again, the customer’s next message gets a draft.',
  },
  erased: {
    label: 'Erased on request',
    why: 'Whom it is about was erased on request, so nothing was written.',
    change: 'A new message brings a new draft.',
  },
  unsupported: {
    label: 'Held back',
    why: 'The draft said what no source supports, and this account holds such drafts back.',
    change: 'Add the missing article or macro, or choose to mark such sentences instead in the account’s settings.',
  },
  rules: {
    label: 'Left out by your rules',
    why: 'The rules of this account leave such messages without a draft.',
    change: 'Change the rules on the Rules page; they hold from the next message on.',
  },
  removed: {
    label: 'Words removed',
    why: 'The words of this message were removed in the source system, so they were removed here, too.',
    change: 'A new message brings a new draft.',
  },
  budget: {
    label: 'Budget used up',
    why: 'Whoever could have answered costs more than a budget has left.',
    change:
      'Raise DRAFTSMITH_BUDGETS, or wait for the new day or month. A local model and the offline drafter cost nothing.',
  },
};

export const failures: Record<ErrorKind, FailureWords> = {
  auth: {
    label: 'Credentials refused',
    what: 'The other side did not accept Draftsmith’s credentials: they are missing, wrong, expired or revoked.',
    fix: 'Renew the key or connect the account again, check it with “draftsmith doctor”, then retry.',
  },
  permission: {
    label: 'Not allowed',
    what: 'The credentials are valid, but they do not permit this step.',
    fix: 'Give Draftsmith’s account the missing permission, then retry.',
  },
  'not-found': {
    label: 'Not found',
    what: 'The ticket, or something the draft needs, is no longer there.',
    fix: 'Open the ticket in the source system. If it exists and Draftsmith may see it, retry.',
  },
  'rate-limited': {
    label: 'Rate limited',
    what: 'The other side asked Draftsmith to slow down, and went on asking until the tries ran out.',
    fix: 'Wait some minutes, then retry. If it keeps happening, raise the limit with the provider.',
  },
  conflict: {
    label: 'Changed meanwhile',
    what: 'Somebody changed the ticket each time Draftsmith tried to write.',
    fix: 'Retry when nobody is editing the ticket.',
  },
  invalid: {
    label: 'Request rejected',
    what: 'The other side rejected the request itself. Sending it again unchanged cannot help.',
    fix: 'Read the details below. Most often a setting or a required ticket field causes this; correct it, then retry.',
  },
  unavailable: {
    label: 'Service unavailable',
    what: 'The other side was down, unreachable, or gave an answer that made no sense.',
    fix: 'Check the service’s status page, then retry.',
  },
  timeout: {
    label: 'No answer in time',
    what: 'No answer came in time. Retrying is safe: the ticket never gets the same note twice.',
    fix: 'Retry. If it happens often, check the network and the provider’s status page.',
  },
};
