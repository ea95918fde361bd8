import { AppError } from '@draftsmith/errors';
import type { Timeline } from './timeline.ts';
import { watchWires } from './wires.ts';

/** Real milliseconds that a fault may take, however much time it plays. Only a product that hangs or spins takes longer. */
const PATIENCE_MS = 20_000;

/** Rounds of the event loop without anything on a wire: whoever had something to do with what came has done it. */
const QUIET_ROUNDS = 25;

interface Timer {
  at: number;
  callback: () => void;
}

export interface VirtualTimeline extends Timeline, Disposable {}

/**
 * Real sockets, played time. When both sides have read and done all there is, they can only be waiting for the clock:
 * then it jumps to the next timer. No test sleeps, and twenty seconds of silence take a millisecond.
 */
export function createVirtualTimeline(start = Date.UTC(2026, 10, 20)): VirtualTimeline {
  let now = start;
  const timers = new Set<Timer>();
  const wires = watchWires();

  const jump = (): void => {
    const next = [...timers].reduce<Timer | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
    if (!next) throw new AppError('timeout', 'Everybody waits, and no timer is set: this would hang for ever');
    timers.delete(next);
    now = Math.max(now, next.at);
    next.callback();
  };

  return {
    clock: {
      now: () => now,
      after(ms, callback) {
        const timer = { at: now + ms, callback };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    watch: wires.watch,
    async run(work) {
      let settled = false;
      const settle = (): void => {
        settled = true;
      };
      work.then(settle, settle);
      const patience = AbortSignal.timeout(PATIENCE_MS);
      while (!settled) {
        for (let rounds = 0; rounds < QUIET_ROUNDS && !settled; rounds = wires.quiet() ? rounds + 1 : 0) {
          if (patience.aborted) throw new AppError('timeout', 'Bytes kept moving and the clock never came to its turn');
          await new Promise(setImmediate);
        }
        if (!settled) jump();
      }
      return work;
    },
    [Symbol.dispose]: () => wires[Symbol.dispose](),
  };
}
