import type { Clock } from '../clock.ts';

export interface BreakerOptions {
  clock: Clock;
  /** Failures in a row that open it. */
  threshold?: number;
  /** Milliseconds of the first pause; each failed probe doubles it. */
  firstPauseMs?: number;
  /** Shorter than 30 s, so that a route that recovered is in use again by then. Milliseconds. */
  longestPauseMs?: number;
  onChange?: (change: 'opened' | 'closed', pauseMs: number) => void;
}

/** One call that was let through; exactly one of these, once. */
export interface Pass {
  succeeded(): void;
  failed(): void;
  /** It ended without saying anything about the route's health. */
  leave(): void;
}

/**
 * Keeps calls away from a route that is down. After some failures in a row it opens; when its pause is over, one call
 * at a time tries whether the route is back (half-open), and the others go elsewhere meanwhile.
 */
export interface Breaker {
  /** Whether a call would be let through now. */
  ready(): boolean;
  /** @param force lets a call through whatever the state: nobody else is left to ask */
  enter(force?: boolean): Pass | undefined;
}

export function createBreaker(options: BreakerOptions): Breaker {
  const { clock, threshold = 3, firstPauseMs = 2_000, longestPauseMs = 20_000, onChange } = options;
  let failures = 0;
  let pauseMs = 0;
  let openUntil = 0;
  let probing = false;

  const isOpen = () => pauseMs > 0;
  const ready = () => !isOpen() || (!probing && clock.now() >= openUntil);

  function open(): void {
    pauseMs = isOpen() ? Math.min(pauseMs * 2, longestPauseMs) : firstPauseMs;
    openUntil = clock.now() + pauseMs;
    onChange?.('opened', pauseMs);
  }

  function close(): void {
    failures = 0;
    if (isOpen()) onChange?.('closed', 0);
    pauseMs = 0;
  }

  return {
    ready,
    enter(force = false) {
      if (!force && !ready()) return undefined;
      const probe = isOpen() && !probing;
      if (probe) probing = true;
      const leave = (): void => {
        if (probe) probing = false;
      };
      return {
        leave,
        succeeded() {
          leave();
          close();
        },
        failed() {
          leave();
          // A call from before it opened tells nothing new.
          if (isOpen() && !probe) return;
          failures++;
          if (probe || failures >= threshold) open();
        },
      };
    },
  };
}
