import type { AppError } from '@draftsmith/errors';

export interface RetryPolicy {
  /** The first retry waits a random part of this, each further one of twice as much. Milliseconds. */
  jitterMs: number;
  /** Longer than this is not worth waiting while another model stands ready. Milliseconds. */
  maxWaitMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { jitterMs: 500, maxWaitMs: 5_000 };

/** Where a call stands when one of its attempts has failed. */
export interface Situation {
  /** Retries of this route so far. */
  retries: number;
  /** No other model can be asked after this route. */
  lastHope: boolean;
  /** Nor can anything else. */
  nothingElse: boolean;
  /** Milliseconds until a key of this route may be used. */
  keyWaitMs: number;
  /** Milliseconds of the deadline. */
  remainingMs: number;
}

const RETRIES = 1;
const RETRIES_OF_THE_LAST = 2;

/** Broken answers: another route is the better choice, and the same one still better than none. */
const BROKEN = new Set(['llm.malformed', 'llm.not-a-stream', 'llm.empty']);
/** Silences, which have cost much time: asked again only before there is no text at all. */
const SILENT = new Set(['llm.stall', 'llm.first-token']);

/**
 * How long to wait before asking the same route once more; undefined when the next route is the better choice. The
 * jitter is full: callers that failed together must not come back together.
 * @param random uniform in [0, 1)
 */
export function retryDelay(
  error: AppError,
  { retries, keyWaitMs, remainingMs, ...others }: Situation,
  random: () => number,
  { jitterMs, maxWaitMs }: RetryPolicy = DEFAULT_RETRY,
): number | undefined {
  if (retries >= retriesFor(error, others)) return undefined;
  const asked = Math.max(error.retryAfterMs ?? 0, keyWaitMs);
  const wait = Math.round(asked + random() * jitterMs * 2 ** retries);
  return (others.lastHope || wait <= maxWaitMs) && wait < remainingMs ? wait : undefined;
}

function retriesFor(
  { kind, code = '', retryable }: AppError,
  { lastHope, nothingElse }: Pick<Situation, 'lastHope' | 'nothingElse'>,
): number {
  if (retryable && (kind === 'rate-limited' || kind === 'unavailable')) return lastHope ? RETRIES_OF_THE_LAST : RETRIES;
  return (lastHope && BROKEN.has(code)) || (nothingElse && SILENT.has(code)) ? RETRIES : 0;
}
