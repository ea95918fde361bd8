import { AppError, isAppError } from '@draftsmith/errors';
import type { ProviderAnswer } from '../../provider.ts';
import { type FailureContext, readSdkFailure, toGeneralError } from '../sdk-error.ts';

/** Azure and some gateways filter before the model sees the prompt, and say so with a 400. */
const FILTERED = /^(?:content_filter|content_policy_violation|ResponsibleAIPolicyViolation)$/;

/**
 * What a throw of the SDK or of our stream watcher means: a refusal is an answer, everything else is thrown.
 * Error codes: https://developers.openai.com/api/docs/guides/error-codes
 * @throws AppError
 */
export function toError(thrown: unknown, context: FailureContext): ProviderAnswer {
  if (isAppError(thrown)) throw thrown;
  const failure = readSdkFailure(thrown);
  const { title } = context;
  if (failure.code && FILTERED.test(failure.code)) {
    return { kind: 'refused', detail: `${title} declined to answer (${failure.code})` };
  }
  if (failure.code === 'insufficient_quota') {
    throw new AppError('rate-limited', `${title} reports that the account has no credit left`, {
      code: 'llm.no-credit',
      ...(failure.status === undefined ? {} : { status: failure.status }),
      retryable: false,
    });
  }
  if (failure.code === 'context_length_exceeded') {
    throw new AppError('invalid', `The prompt is longer than the model of ${title} can read`, { code: 'llm.too-long' });
  }
  throw toGeneralError(thrown, failure, context);
}
