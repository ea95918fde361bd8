import type { Allowance } from '@draftsmith/contracts';
import { ACCOUNT_LIMIT, SEARCH_LIMIT } from '../facts.ts';

/** Keeps to what HubSpot allows this app in one account, all processes together. */
export interface FairShare {
  /** @throws AppError `rate-limited` before anything is sent */
  take(path: string, signal: AbortSignal): Promise<void>;
  /** Apps with a static token have another limit than those of OAuth: the headers tell. */
  learn(headers: Headers): void;
}

export function createFairShare(allowance: Allowance | undefined): FairShare {
  let account: { calls: number; windowMs: number } = ACCOUNT_LIMIT;
  return {
    async take(path, signal) {
      // Searches have a limit of their own, and do not count in the other.
      if (path.endsWith('/search')) await allowance?.take('search', SEARCH_LIMIT, signal);
      else await allowance?.take('account', account, signal);
    },
    learn(headers) {
      const told = rateLimitOf(headers);
      if (told) account = { calls: told.calls, windowMs: told.windowMs };
    },
  };
}

export interface RateLimit {
  calls: number;
  /** NaN where the answer does not say. */
  left: number;
  windowMs: number;
}

/** What an answer says of the burst limit; searches say nothing. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const read = (name: string) => Number(headers.get(`x-hubspot-ratelimit-${name}`) ?? Number.NaN);
  const [calls, left, windowMs] = [read('max'), read('remaining'), read('interval-milliseconds')];
  return calls >= 1 && windowMs >= 1 ? { calls, left, windowMs } : undefined;
}
