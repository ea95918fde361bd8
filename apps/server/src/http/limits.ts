import { AppError } from '@draftsmith/errors';

export interface Window {
  max: number;
  ms: number;
}

/**
 * Counts requests in fixed windows, in memory: an app that polls without pause is stopped by each process for itself.
 * What costs money has its budgets, which all processes share.
 */
export function createLimits(now: () => number, code: string) {
  const counted = new Map<string, { requests: number; endsAt: number }>();
  let swept = 0;

  const sweep = (at: number) => {
    if (at - swept < 60_000) return;
    swept = at;
    for (const [key, { endsAt }] of counted) if (endsAt <= at) counted.delete(key);
  };

  /** @throws AppError `rate-limited` that says how long to wait */
  return (key: string, { max, ms }: Window): void => {
    const at = now();
    sweep(at);
    const before = counted.get(key);
    const window = before && before.endsAt > at ? before : { requests: 0, endsAt: at + ms };
    window.requests += 1;
    counted.set(key, window);
    if (window.requests > max)
      throw new AppError('rate-limited', 'Too many requests: wait a moment', {
        code,
        retryAfterMs: window.endsAt - at,
      });
  };
}
