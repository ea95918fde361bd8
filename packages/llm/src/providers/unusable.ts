import { AppError } from '@draftsmith/errors';

/** UTF-16 units, thoughts included: a model that loops must not fill the memory. */
export const LONGEST_ANSWER = 200_000;

/** An answer arrived and cannot be used. Asking the same route again rarely helps, unless the line broke. */
export function unusable(code: string, message: string, retryable = false): AppError {
  return new AppError('unavailable', message, { code, retryable });
}

export function malformed(title: string): AppError {
  return unusable('llm.malformed', `${title} sent a malformed answer`);
}

export function endless(title: string): AppError {
  return unusable('llm.endless', `${title} sends more than any answer needs and does not come to an end`);
}
