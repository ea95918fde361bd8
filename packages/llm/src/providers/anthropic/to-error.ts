import { AppError, isAppError } from '@draftsmith/errors';
import { type FailureContext, readSdkFailure, toGeneralError } from '../sdk-error.ts';

/** Anthropic gives this case no code of its own, only its wording. */
const TOO_LONG = /prompt is too long/i;
const NO_CREDIT = /credit balance is too low/i;

/**
 * What a throw of the SDK or of our stream watcher means. Error types: https://platform.claude.com/docs/en/api/errors
 * (529 `overloaded_error` is a 5xx like any other here).
 */
export function toError(thrown: unknown, context: FailureContext): AppError {
  if (isAppError(thrown)) return thrown;
  const failure = readSdkFailure(thrown);
  const { title } = context;
  if (failure.code === 'billing_error' || NO_CREDIT.test(failure.text)) {
    return new AppError('rate-limited', `${title} reports that the account has no credit left`, {
      code: 'llm.no-credit',
      ...(failure.status === undefined ? {} : { status: failure.status }),
      retryable: false,
    });
  }
  if (failure.status === 400 && TOO_LONG.test(failure.text)) {
    return new AppError('invalid', `The prompt is longer than the model of ${title} can read`, {
      code: 'llm.too-long',
    });
  }
  return toGeneralError(thrown, failure, context);
}
