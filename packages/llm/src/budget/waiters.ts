import type { Clock } from '../clock.ts';
import type { PicoUsd } from '../price/money.ts';
import type { Refusal, Reservation } from './budget.ts';

export interface Waiter {
  readonly worst: PicoUsd;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Calls that wait for money, in the order in which they came. */
export interface Waiters {
  join(worst: PicoUsd): Promise<Reservation | Refusal>;
  all(): readonly Waiter[];
  /** A small call need not wait behind a large one for which there is not enough. */
  pay(draw: (worst: PicoUsd) => Reservation | undefined): void;
  refuse(waiter: Waiter, refusal: Refusal): void;
  fail(error: unknown): void;
}

interface Entry extends Waiter {
  resolve(result: Reservation | Refusal): void;
  reject(error: unknown): void;
}

export function createWaiters(clock: Clock): Waiters {
  const entries = new Set<Entry>();

  /** At once, not when its promise is heard of: nobody is paid twice. */
  function take(entry: Entry): Entry | undefined {
    return entries.delete(entry) ? entry : undefined;
  }

  return {
    join(worst) {
      const { promise, resolve, reject } = Promise.withResolvers<Reservation | Refusal>();
      const entry: Entry = { worst, since: clock.now(), resolve, reject };
      entries.add(entry);
      return promise;
    },
    all: () => [...entries],
    pay(draw) {
      for (const entry of entries) {
        const drawn = draw(entry.worst);
        if (drawn) take(entry)?.resolve(drawn);
      }
    },
    refuse(waiter, refusal) {
      for (const entry of entries) if (entry === waiter) take(entry)?.resolve(refusal);
    },
    fail(error) {
      for (const entry of entries) take(entry)?.reject(error);
    },
  };
}
