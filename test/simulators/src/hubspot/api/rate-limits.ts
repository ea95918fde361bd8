export interface RateLimits {
  /** Requests in ten seconds of one app in one account. */
  burst: number;
  /** Requests a day of one account; OAuth apps have none. */
  daily: number;
  /** Searches a second of one account, all apps together. */
  searchPerSecond: number;
  /** Calls of the associations API in ten seconds. */
  associations: number;
}

/** What HubSpot publishes for an OAuth app in a Professional account. */
export const PUBLISHED_LIMITS: RateLimits = { burst: 110, daily: 650_000, searchPerSecond: 5, associations: 150 };

/** Out of the way, for tests that are about something else. */
export const NO_LIMITS: RateLimits = { burst: 1e6, daily: 1e9, searchPerSecond: 1e6, associations: 1e6 };

export const BURST_MS = 10_000;
export const SECOND_MS = 1_000;
export const DAY_MS = 86_400_000;

export interface Taken {
  allowed: boolean;
  remaining: number;
}

/** A window that rolls: each use counts for its length, not until the next full one. */
export class RollingWindow {
  readonly #windowMs: number;
  readonly #clock: () => Date;
  readonly #uses = new Map<string, number[]>();

  constructor(windowMs: number, clock: () => Date) {
    this.#windowMs = windowMs;
    this.#clock = clock;
  }

  take(key: string, total: number): Taken {
    const now = this.#clock().getTime();
    const uses = this.#uses.get(key) ?? [];
    const first = uses.findIndex((at) => at > now - this.#windowMs);
    uses.splice(0, first < 0 ? uses.length : first);
    const allowed = uses.length < total;
    if (allowed) uses.push(now);
    this.#uses.set(key, uses);
    return { allowed, remaining: total - uses.length };
  }
}
