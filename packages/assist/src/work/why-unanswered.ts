import type { AssistFailure, SkipReason } from '@draftsmith/contracts';
import type { Attempt, NoCompletion } from '@draftsmith/llm';
import { failureOf, failureOfSkip } from '../failures.ts';

/** Answer without a model, from what somebody wrote beforehand. */
const WITHOUT_MODEL: ReadonlySet<string> = new Set(['offline', 'canned']);

interface Unanswered {
  reason: SkipReason;
  attempts?: readonly Attempt[];
  retryable?: boolean;
}

/** What an agent is told when a model was needed. */
export function whyUnanswered({ reason, attempts = [], retryable }: Unanswered): AssistFailure {
  // Nobody else was there to be asked: no pause helps, somebody has to set a model up.
  const nobody = attempts.every(({ provider }) => WITHOUT_MODEL.has(provider));
  if (reason === 'no-answer' && nobody && !retryable) return failureOf('no-model');
  return failureOfSkip(reason);
}

const REASON = { refused: 'refused', exhausted: 'no-answer', stopped: 'budget' } as const;

export function whyNoCompletion({ kind, attempts, skipped, retryable }: NoCompletion): AssistFailure {
  return whyUnanswered({ reason: REASON[kind], attempts, retryable: retryable || skipped.length > 0 });
}
