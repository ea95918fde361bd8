import type { AssistFailure, SkipReason } from '@draftsmith/contracts';
import type { AppError } from '@draftsmith/errors';

type Code = NonNullable<AssistFailure['code']>;

/** What an agent reads; nothing of the ticket is in it. */
const SENTENCES: Record<Code, { message: string; retryable: boolean }> = {
  'no-model': { message: 'No language model is set up, and this needs one', retryable: false },
  unreachable: { message: 'No language model could be reached. Try again in a moment', retryable: true },
  refused: { message: 'The language model declined to write this', retryable: false },
  budget: { message: 'What may be spent on language models is spent for now', retryable: false },
  'no-source': { message: 'No article or macro that customers may read supports a reply', retryable: false },
  unsupported: { message: 'The text said what no source supports, and was held back', retryable: true },
  'facts-changed': { message: 'The new wording changed facts, so it was thrown away', retryable: true },
  'same-text': { message: 'Nothing came out differently', retryable: false },
  'newer-message': { message: 'The customer wrote again: ask for a new draft first', retryable: false },
  'nothing-to-answer': { message: 'No message of the customer waits for an answer', retryable: false },
  closed: { message: 'The ticket is closed, merged or deleted', retryable: false },
  'no-text': { message: 'There is no text to work on', retryable: false },
  erased: { message: 'Words about somebody in this ticket were erased', retryable: false },
  'source-down': { message: 'The ticket could not be read. Try again in a moment', retryable: true },
  'broke-off': { message: 'The work broke off in the middle. Try again', retryable: true },
};

export function failureOf(code: Code): AssistFailure {
  return { code, ...SENTENCES[code] };
}

/** Errors are written for operators; an agent is told what to do. */
export function failureOfError({ code, kind, retryable }: AppError): AssistFailure {
  if (code === 'assist.forgotten') return failureOf('erased');
  if (kind === 'invalid' || code === 'unexpected') return failureOf('broke-off');
  return retryable ? failureOf('source-down') : { message: 'We may not read this ticket any more', retryable: false };
}

const OF_SKIPS: Partial<Record<SkipReason, Code>> = {
  closed: 'closed',
  deleted: 'closed',
  merged: 'closed',
  'no-source': 'no-source',
  refused: 'refused',
  'no-answer': 'unreachable',
  unsupported: 'unsupported',
  erased: 'erased',
  removed: 'erased',
  budget: 'budget',
};

/** Every other reason says that nobody waits for an answer: thanks, spam, an agent who wrote last. */
export function failureOfSkip(reason: SkipReason): AssistFailure {
  return failureOf(OF_SKIPS[reason] ?? 'nothing-to-answer');
}
