export interface CircuitLimits {
  /** Share of failures in the window that opens the circuit. */
  failureRate: number;
  /** Failures in the window that open it whatever the share. */
  maxFailures: number;
  /** Fewer requests than this never open it by share; Zendesk's number is not published. */
  minimumRequests: number;
  windowMs: number;
  /** How long it stays open: "seconds", the exact length is not published. */
  openMs: number;
}

export const ZENDESK_CIRCUIT: CircuitLimits = {
  failureRate: 0.7,
  maxFailures: 1_000,
  minimumRequests: 20,
  windowMs: 5 * 60_000,
  openMs: 5_000,
};

interface Bucket {
  second: number;
  requests: number;
  failures: number;
}

/** One webhook's breaker: while open, invocations are recorded as `circuit broken` and not sent at all. */
export class CircuitBreaker {
  readonly #limits: CircuitLimits;
  readonly #clock: () => Date;
  /** A bucket a second keeps five minutes of heavy load in 300 entries. */
  #buckets: Bucket[] = [];
  #openUntil = 0;

  constructor(limits: CircuitLimits, clock: () => Date) {
    this.#limits = limits;
    this.#clock = clock;
  }

  isOpen(): boolean {
    return this.#clock().getTime() < this.#openUntil;
  }

  record(failed: boolean): void {
    const now = this.#clock().getTime();
    const second = Math.floor(now / 1000);
    const oldest = Math.floor((now - this.#limits.windowMs) / 1000);
    if (this.#buckets[0] && this.#buckets[0].second <= oldest) {
      this.#buckets = this.#buckets.filter((bucket) => bucket.second > oldest);
    }
    let bucket = this.#buckets.at(-1);
    if (bucket?.second !== second) {
      bucket = { second, requests: 0, failures: 0 };
      this.#buckets.push(bucket);
    }
    bucket.requests += 1;
    if (!failed) return;
    bucket.failures += 1;
    if (this.#isFailing()) {
      this.#openUntil = now + this.#limits.openMs;
      this.#buckets = [];
    }
  }

  #isFailing(): boolean {
    let requests = 0;
    let failures = 0;
    for (const bucket of this.#buckets) {
      requests += bucket.requests;
      failures += bucket.failures;
    }
    if (failures > this.#limits.maxFailures) return true;
    return requests >= this.#limits.minimumRequests && failures / requests >= this.#limits.failureRate;
  }
}
