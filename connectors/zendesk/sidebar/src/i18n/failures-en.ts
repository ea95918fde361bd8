import type { AssistFailure } from '@draftsmith/contracts';

type FailureCode = NonNullable<AssistFailure['code']>;

/** Why something that an agent asked for came to nothing. */
export const failures: Record<FailureCode, string> = {
  'no-model': 'This needs a language model, and none is set up.',
  unreachable: 'No language model could be reached. Try again in a moment.',
  refused: 'The language model declined to write this.',
  budget: 'The budget for language models is used up for now. Your admin can raise it.',
  'no-source': 'No article or macro that customers may read supports a reply.',
  unsupported: 'The text said things that no source supports, so it was held back.',
  'facts-changed': 'The new wording changed facts, so it was thrown away.',
  'same-text': 'It came out the same as before.',
  'newer-message': 'The customer has written again. Write a new draft first.',
  'nothing-to-answer': 'No message of the customer waits for an answer.',
  closed: 'The ticket is closed, merged or deleted.',
  'no-text': 'There is no text to work on.',
  erased: 'Personal data in this ticket was erased on request.',
  'source-down': 'The ticket could not be read from Zendesk. Try again in a moment.',
  'broke-off': 'The work broke off in the middle. Try again.',
};
