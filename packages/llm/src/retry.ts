import type { AppError } from '@draftsmith/errors';

export interface RetryPolicy {
  /** A retry without a Retry-After waits a random part of this; with one, that part is added to it. Milliseconds. */
  jitterMs: number;
  /** Longer than this is not worth waiting while another route stands ready. Milliseconds. */
  maxWaitMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { jitterMs: 500, maxWaitMs: 5_000 };

/**
 * How long to wait before asking the same route once more; undefined when the next route is the better choice.
 * The jitter is full: callers that failed together must not come back together.
 * @param random uniform in [0, 1)
 */
export function retryDelay(
  error: AppError,
  remainingMs: number,
  random: () => number,
  policy: RetryPolicy = DEFAULT_RETRY,
): number | undefined {
  const worthwhile = error.retryable && (error.kind === 'rate-limited' || error.kind === 'unavailable');
  if (!worthwhile) return undefined;
  const wait = Math.round((error.retryAfterMs ?? 0) + random() * policy.jitterMs);
  return wait <= policy.maxWaitMs && wait < remainingMs ? wait : undefined;
}
