/**
 * Milliseconds from one moment to another; for ever when a clock that was set back puts the first one ahead. What waits
 * for time to pass must not wait for the clock to catch up.
 */
export function elapsed(since: number, now: number): number {
  return now >= since ? now - since : Infinity;
}
