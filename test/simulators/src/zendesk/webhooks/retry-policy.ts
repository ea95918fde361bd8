/** How one attempt to deliver ended. */
export type AttemptOutcome =
  | { kind: 'answered'; status: number; retryAfterSeconds: number | undefined }
  | { kind: 'timeout' }
  | { kind: 'unreachable' };

export type Verdict = 'delivered' | 'lost' | { retryAfterSeconds: number | undefined };

const MAX_RETRIES = 3;
const MAX_TIMEOUT_RETRIES = 5;
const LONGEST_RETRY_AFTER = 60;

/**
 * What Zendesk does after an attempt, second-hand but consistent: 409 is retried up to 3 times; 429 and 503 likewise,
 * but only when `retry-after` is under 60 s; a time-out up to 5 times. Everything else, a 500 above all, loses the event.
 * @param retriesDone retries that were already made for this kind of outcome.
 */
export function judgeAttempt(outcome: AttemptOutcome, retriesDone: number): Verdict {
  if (outcome.kind === 'timeout') return retriesDone < MAX_TIMEOUT_RETRIES ? { retryAfterSeconds: undefined } : 'lost';
  if (outcome.kind === 'unreachable') return 'lost';
  const { status, retryAfterSeconds } = outcome;
  if (status >= 200 && status < 300) return 'delivered';
  if (retriesDone >= MAX_RETRIES) return 'lost';
  if (status === 409) return { retryAfterSeconds: undefined };
  const soon = retryAfterSeconds !== undefined && retryAfterSeconds < LONGEST_RETRY_AFTER;
  return (status === 429 || status === 503) && soon ? { retryAfterSeconds } : 'lost';
}

/** `Retry-After` in seconds; the date form is not honoured by webhooks. */
export function parseRetryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header.trim()) ? Number(header) : undefined;
}
