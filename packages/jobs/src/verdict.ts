import type { AppError } from '@draftsmith/errors';

export interface JobContext {
  /** Aborts when the time of this try is over or the worker stops. */
  signal: AbortSignal;
  /** When the job was recorded, with what it is about. */
  enqueuedAt: Date;
  /** No further try comes after this one: what cannot be done now has failed. */
  lastTry: boolean;
  /** Young enough to be put back without counting a try; a day after it was recorded each try counts. */
  mayWait: boolean;
}

/**
 * `retry` hands the job back for a later try; on the last one it ends as failed. `later` puts it back without counting a
 * try: nothing went wrong, it is only not its turn.
 */
export type JobVerdict =
  | { kind: 'done' }
  | { kind: 'retry'; message: string }
  | { kind: 'later'; afterMs: number; message: string };

/** @returns undefined when the job has failed for good: it is its handler's to say what that means */
export function verdictOn(
  error: AppError,
  { signal, lastTry, mayWait }: JobContext,
): Exclude<JobVerdict, { kind: 'done' }> | undefined {
  const { kind, message, retryable, retryAfterMs } = error;
  if (kind === 'rate-limited' && retryable && retryAfterMs !== undefined && mayWait)
    return { kind: 'later', afterMs: retryAfterMs, message };
  // Cut off by a shutdown, or by the end of its time: nothing is wrong with it.
  return (retryable || signal.aborted) && !lastTry ? { kind: 'retry', message } : undefined;
}
