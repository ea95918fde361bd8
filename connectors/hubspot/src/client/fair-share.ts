import type { Allowance } from '@draftsmith/contracts';
import { ACCOUNT_LIMIT, ASSOCIATIONS_LIMIT, SEARCH_LIMIT } from '../facts.ts';

/** Keeps to what HubSpot allows this app in one account, all processes together. */
export interface FairShare {
  /** @throws AppError `rate-limited` before anything is sent */
  take(path: string, signal: AbortSignal): Promise<void>;
  /** What an app may do depends on how it was connected and on the account's plan: the headers tell. */
  learn(path: string, headers: Headers): void;
}

export interface RateLimit {
  calls: number;
  /** NaN where the answer does not say. */
  left: number;
  windowMs: number;
}

/** HubSpot counts the three apart. */
type Pool = 'account' | 'associations' | 'search';

export function createFairShare(allowance: Allowance | undefined): FairShare {
  const limits: Record<Pool, { calls: number; windowMs: number }> = {
    account: ACCOUNT_LIMIT,
    associations: ASSOCIATIONS_LIMIT,
    search: SEARCH_LIMIT,
  };
  return {
    async take(path, signal) {
      const pool = poolOf(path);
      await allowance?.take(pool, limits[pool], signal);
    },
    learn(path, headers) {
      const pool = poolOf(path);
      const told = rateLimitOf(headers);
      // Searches are shared with everybody else's, whatever an answer says.
      if (told && pool !== 'search') limits[pool] = { calls: told.calls, windowMs: told.windowMs };
    },
  };
}

function poolOf(path: string): Pool {
  if (path.endsWith('/search')) return 'search';
  return path.includes('/associations/') ? 'associations' : 'account';
}

/** What an answer says of the limit in seconds; searches say nothing. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const read = (name: string) => Number(headers.get(`x-hubspot-ratelimit-${name}`) ?? Number.NaN);
  const [calls, left, windowMs] = [read('max'), read('remaining'), read('interval-milliseconds')];
  return calls >= 1 && windowMs >= 1 ? { calls, left, windowMs } : undefined;
}
