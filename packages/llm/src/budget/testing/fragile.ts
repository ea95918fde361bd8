import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { PicoUsd } from '../../price/money.ts';
import type { Budget, Limit } from '../budget.ts';
import { createBudget } from '../create-budget.ts';
import type { Ask, BudgetStore, HoldEntry, Orphans } from '../store.ts';
import { USUAL_TIMING } from '../timing.ts';

export type Trouble = 'none' | 'lost-request' | 'lost-answer' | 'silence' | 'slow';

/** A process that can be killed, put to sleep and cut off from the store. */
export interface Fragile {
  readonly budget: Budget;
  state(): 'awake' | 'asleep' | 'dead';
  kill(): void;
  sleep(): void;
  wake(): void;
  trouble(kind: Trouble): void;
  /** When it last was not quite well; may still be to come. Milliseconds since the epoch. */
  unwellAt(): number;
  /** What the store has booked and set aside for it in a window, as the store was told. */
  storedIn(key: string): PicoUsd;
}

export interface FragileOptions {
  limits: readonly Limit[];
  store: BudgetStore;
  clock: Clock;
  orphans: Orphans;
}

const SLOW_MS = 40;

export function createFragile({ limits, store, clock, orphans }: FragileOptions): Fragile {
  let state: ReturnType<Fragile['state']> = 'awake';
  let trouble: Trouble = 'none';
  let unwellAt = clock.now();
  const missed: (() => void)[] = [];
  const holds = new Map<string, { windows: readonly string[] } & Record<'granted' | 'spent' | 'released', PicoUsd>>();

  /** Nothing of it runs while it sleeps, or ever again. */
  function whenAwake(callback: () => void): void {
    if (state === 'awake') callback();
    else if (state === 'asleep') missed.push(callback);
  }

  const ownClock: Clock = {
    now: clock.now,
    after(ms, callback) {
      let on = true;
      const stop = clock.after(ms, () => whenAwake(() => on && callback()));
      return () => {
        on = false;
        stop();
      };
    },
  };

  function ask<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const way = trouble;
      const answer = (callback: () => void): void => {
        if (way === 'slow') clock.after(SLOW_MS, () => whenAwake(callback));
        else whenAwake(callback);
      };
      const send = (): void => {
        const done = way === 'lost-request' ? Promise.reject(new Error('connection refused')) : work();
        if (way === 'silence') return;
        if (way === 'lost-answer') void done.then(() => answer(() => reject(new Error('connection reset'))));
        else
          void done.then(
            (value) => answer(() => resolve(value)),
            (error: unknown) => answer(() => reject(error)),
          );
      };
      if (way === 'slow') clock.after(SLOW_MS, send);
      else send();
    });
  }

  /** As the store does it, to know whose it is. */
  function note(ask: Ask, granted: PicoUsd): void {
    const hold = holds.get(ask.id) ?? { windows: ask.windows.map(({ key }) => key), granted, spent: 0n, released: 0n };
    holds.set(ask.id, { ...hold, granted });
  }

  function noteEntry({ id, spent, released }: HoldEntry): void {
    const hold = holds.get(id);
    if (hold) holds.set(id, { ...hold, spent: most(hold.spent, spent), released: most(hold.released, released) });
  }

  const ownStore: BudgetStore = {
    take: (wish, leaseMs) =>
      ask(async () => {
        const taken = await store.take(wish, leaseMs);
        if (taken.hold) note(wish, taken.hold.granted);
        return taken;
      }),
    account: (entries, leaseMs) =>
      ask(async () => {
        const answer = await store.account(entries, leaseMs);
        entries.forEach(noteEntry);
        return answer;
      }),
    reap: (how) => ask(() => store.reap(how)),
    read: (keys) => ask(() => store.read(keys)),
  };

  return {
    budget: createBudget({ limits, store: ownStore, clock: ownClock, randomUUID, orphans }),
    state: () => state,
    kill() {
      state = 'dead';
    },
    sleep() {
      state = 'asleep';
    },
    wake() {
      if (state !== 'asleep') return;
      state = 'awake';
      unwellAt = Math.max(unwellAt, clock.now());
      for (const callback of missed.splice(0)) callback();
    },
    trouble(kind) {
      // What was asked in silence is still waited for.
      const waits = trouble === 'silence' ? USUAL_TIMING.answerMs : 0;
      if (trouble !== 'none') unwellAt = Math.max(unwellAt, clock.now() + waits);
      trouble = kind;
    },
    unwellAt: () => Math.max(unwellAt, state === 'awake' && trouble === 'none' ? 0 : clock.now()),
    storedIn(key) {
      let sum = 0n;
      for (const { windows, granted, spent, released } of holds.values())
        if (windows.includes(key)) sum += spent + granted - released;
      return sum;
    },
  };
}

function most(a: PicoUsd, b: PicoUsd): PicoUsd {
  return a > b ? a : b;
}
