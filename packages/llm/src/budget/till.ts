import type { Clock } from '../clock.ts';
import type { PicoUsd } from '../price/money.ts';
import type { Refusal, Reservation } from './budget.ts';
import { elapsed } from './elapsed.ts';
import type { Keeper } from './keeper.ts';
import type { Knowledge } from './knowledge.ts';
import { createPurse } from './purse.ts';
import { hopeless, refusalBy, spentOut, tightest } from './refusal.ts';
import type { StoreLink } from './store-link.ts';
import type { BudgetTiming } from './timing.ts';
import { createWaiters, type Waiter } from './waiters.ts';
import type { Window } from './windows.ts';

/** Where calls of one combination of windows get their money, or are refused. */
export interface Till {
  reserve(worst: PicoUsd): Promise<Reservation | Refusal>;
  /** Nothing is left of it: a new one would do as well. */
  isOver(): boolean;
}

export interface TillOptions {
  windows: readonly Window[];
  keeper: Keeper;
  link: StoreLink;
  knowledge: Knowledge;
  clock: Clock;
  timing: BudgetTiming;
}

export function createTill(options: TillOptions): Till {
  const { windows, keeper, knowledge, clock, timing } = options;
  const { waitMs, pollMs } = timing;
  const purse = createPurse(options);
  const waiters = createWaiters(clock);
  let serving = false;
  let wake = (): void => undefined;

  /** Until nobody waits any more. */
  async function serve(): Promise<void> {
    if (serving) return wake();
    serving = true;
    try {
      for (let again = false; waiters.all().length > 0; again = true) {
        const present = waiters.all();
        if (await makeRoom(again)) continue;
        refuse(present);
        if (waiters.all().length > 0) await pause();
      }
    } catch (thrown) {
      waiters.fail(thrown);
    } finally {
      serving = false;
    }
  }

  /** @returns false when there is no room for anybody who waits, and nothing of this process in the way. */
  async function makeRoom(again: boolean): Promise<boolean> {
    const all = waiters.all();
    const [first] = all;
    if (!first || (await fillFor(first, again))) return true;
    await purse.empty();
    if (all.every(({ worst }) => full(worst))) return false;
    // Now those who hold something unused elsewhere hear that it is wanted.
    if (await fillFor(first, true)) return true;
    const room = knowledge.room(windows) ?? 0n;
    const smaller = waiters.all().find(({ worst }) => worst <= room);
    return smaller !== undefined && fillFor(smaller, true);
  }

  async function fillFor(waiter: Waiter, contend: boolean): Promise<boolean> {
    const pay = (): void => waiters.pay(purse.draw);
    pay();
    const all = waiters.all();
    if (!all.includes(waiter)) return true;
    const sum = all.reduce((total, { worst }) => total + worst, 0n);
    return purse.fill({ one: waiter.worst, all: waiter === all[0] ? sum : waiter.worst, contend }, pay);
  }

  function full(worst: PicoUsd): Window | undefined {
    return hopeless(windows, worst, { knowledge, reservedIn: keeper.reservedIn });
  }

  function refuse(present: readonly Waiter[]): void {
    for (const waiter of present) {
      const isLate = elapsed(waiter.since, clock.now()) >= waitMs;
      const window = full(waiter.worst) ?? (isLate ? tightest(windows, knowledge) : undefined);
      if (window) waiters.refuse(waiter, refusalBy(window, waiter.worst, knowledge));
    }
  }

  /** Until it may be worth to ask again. */
  async function pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    const stopTimer = clock.after(pollMs, resolve);
    const stopListening = keeper.onSettled(resolve);
    await promise;
    stopTimer();
    stopListening();
  }

  return {
    async reserve(worst) {
      const drawn = waiters.all().length === 0 ? purse.draw(worst) : undefined;
      if (drawn) {
        purse.refill(worst);
        return drawn;
      }
      const window = spentOut(windows, worst, knowledge);
      if (window) return refusalBy(window, worst, knowledge);
      const served = waiters.join(worst);
      void serve();
      return served;
    },
    isOver: () => waiters.all().length === 0 && purse.isOver(),
  };
}
