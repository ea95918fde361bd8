export interface RateLimits {
  /** Requests a minute of the account; Support and Help Center are counted apart. Real plans give 200 to 2,500. */
  requestsPerMinute: number;
  /** Updates of one ticket by one user in ten minutes; 30 in Zendesk. */
  updatesPerTicket: number;
  /** Ticket updates a minute of the account; 100 in Zendesk, 20 in trial accounts. */
  updatesPerMinute: number;
  /** Webhooks that the account may have; 10 in trial accounts. */
  webhooks: number;
}

/** Limits of single endpoints, which every plan has. */
export const ENDPOINT_LIMITS = { incrementalPerMinute: 10, searchExportPerMinute: 100 };

export interface RateState {
  allowed: boolean;
  total: number;
  remaining: number;
  /** Seconds until the window starts anew. */
  resets: number;
}

/** Counts uses a key in windows that begin with the first use. */
export class RateWindow {
  readonly #total: number;
  readonly #windowMs: number;
  readonly #clock: () => Date;
  readonly #windows = new Map<string, { endsAt: number; used: number }>();

  constructor(total: number, windowMs: number, clock: () => Date) {
    this.#total = total;
    this.#windowMs = windowMs;
    this.#clock = clock;
  }

  take(key: string): RateState {
    const now = this.#clock().getTime();
    let window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + this.#windowMs, used: 0 };
      this.#windows.set(key, window);
    }
    const allowed = window.used < this.#total;
    if (allowed) window.used += 1;
    return {
      allowed,
      total: this.#total,
      remaining: this.#total - window.used,
      resets: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
    };
  }
}

/** Header names differ by age and endpoint in recorded answers; these are the three spellings of the pool. */
export function poolHeaders(state: RateState): Record<string, string> {
  return {
    'x-rate-limit': String(state.total),
    'x-rate-limit-remaining': String(state.remaining),
    'ratelimit-limit': String(state.total),
    'ratelimit-remaining': String(state.remaining),
    'ratelimit-reset': String(state.resets),
  };
}

/** `zendesk-ratelimit-per-ticket-updates: total=30; remaining=29; resets=468` as recorded. */
export function endpointHeader(name: string, state: RateState): Record<string, string> {
  return {
    [`zendesk-ratelimit-${name}`]: `total=${state.total}; remaining=${state.remaining}; resets=${state.resets}`,
  };
}
