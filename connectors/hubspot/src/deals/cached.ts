/** A value that seldom changes, kept for `ttlMs` after it was read; a failure is not kept. */
export function cached<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  { ttlMs, now }: { ttlMs: number; now: () => Date },
): (signal: AbortSignal) => Promise<Value> {
  let kept: { value: Value; until: number } | undefined;
  return async (signal) => {
    if (kept && now().getTime() < kept.until) return kept.value;
    const value = await load(signal);
    kept = { value, until: now().getTime() + ttlMs };
    return value;
  };
}
