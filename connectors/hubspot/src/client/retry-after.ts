import { parseRetryAfter } from '@draftsmith/http';
import { DAILY_WAIT_UNKNOWN_ZONE_MS, LOCKED_WAIT_MS, MIGRATION_WAIT_MS, POLICY_WAITS } from '../facts.ts';

export interface AnswerClock {
  now: Date;
  /** IANA name, where the account's own was read already. */
  timeZone?: string | undefined;
}

/** Milliseconds to wait after an answer that asks for it; undefined where it asks for nothing. */
export function waitOf(
  { status, headers }: { status: number; headers: Headers },
  policy: string | undefined,
  { now, timeZone }: AnswerClock,
): number | undefined {
  const told = parseRetryAfter(headers.get('retry-after'), now);
  switch (status) {
    case 423:
      return Math.max(told ?? 0, LOCKED_WAIT_MS);
    case 429:
      // A header that says less than the limit's own window would only bring the next refusal.
      return Math.max(told ?? 0, policy === 'DAILY' ? untilMidnight(now, timeZone) : policyWait(policy));
    case 477:
      return told ?? MIGRATION_WAIT_MS;
    default:
      return told;
  }
}

function policyWait(policy: string | undefined): number {
  return POLICY_WAITS[policy ?? ''] ?? POLICY_WAITS.TEN_SECONDLY_ROLLING ?? 0;
}

/** Milliseconds until the day ends where the account is. */
export function untilMidnight(now: Date, timeZone: string | undefined): number {
  if (timeZone === undefined) return DAILY_WAIT_UNKNOWN_ZONE_MS;
  const day = dayIn(timeZone);
  if (!day) return DAILY_WAIT_UNKNOWN_ZONE_MS;
  const today = day(now);
  // By halving, because days with a change of the clock have 23 or 25 hours.
  let [before, after] = [0, 26 * 60 * 60_000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (day(new Date(now.getTime() + middle)) === today) before = middle;
    else after = middle;
  }
  return after;
}

/** Undefined for a zone that this runtime does not know. */
function dayIn(timeZone: string): ((at: Date) => string) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    return (at) => format.format(at);
  } catch {
    return undefined;
  }
}
