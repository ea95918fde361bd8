import type { Clock } from '../clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, running what is due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Resolves when somebody sets a timer of exactly this length. */
  armed(ms: number): Promise<void>;
}

interface Timer {
  at: number;
  callback: () => void;
}

export function createManualClock(start = Date.UTC(2026, 10, 20)): ManualClock {
  let time = start;
  const timers = new Set<Timer>();
  const waiting: { ms: number; resolve: () => void }[] = [];

  return {
    now: () => time,
    after(ms, callback) {
      const timer = { at: time + ms, callback };
      timers.add(timer);
      for (const waiter of waiting) if (waiter.ms === ms) waiter.resolve();
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        time = next.at;
        next.callback();
      }
      time = end;
      await settle();
    },
    armed(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ ms, resolve });
      return promise;
    },
  };
}

/** Long enough for any chain of promises that does not wait for input or output. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
