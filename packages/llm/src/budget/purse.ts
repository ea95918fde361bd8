import type { Clock } from '../clock.ts';
import type { PicoUsd } from '../price/money.ts';
import type { Reservation } from './budget.ts';
import { draw, drawable, freeOf, type Hold, settle } from './hold.ts';
import type { Keeper } from './keeper.ts';
import type { Knowledge } from './knowledge.ts';
import type { StoreLink } from './store-link.ts';
import type { Window } from './windows.ts';

/** What calls of one combination of windows draw on: a hold, and the next one when it is given up. */
export interface Purse {
  /** @returns undefined when what is set aside does not suffice. */
  draw(worst: PicoUsd): Reservation | undefined;
  /**
   * Sets more aside for one call, or for `all` who wait if there is room, and lets `pay` draw on it before anybody else.
   * @returns false when there is no room for the one.
   * @throws AppError `unavailable`
   */
  fill(wish: { one: PicoUsd; all: PicoUsd; contend: boolean }, pay: () => void): Promise<boolean>;
  /** Ahead of need, so that calls like this one need not wait. */
  refill(worst: PicoUsd): void;
  /** Nothing that is set aside in this process and unused stands in the way afterwards. */
  empty(): Promise<void>;
  isOver(): boolean;
}

export interface PurseOptions {
  windows: readonly Window[];
  keeper: Keeper;
  link: StoreLink;
  knowledge: Knowledge;
  clock: Clock;
}

export function createPurse({ windows, keeper, link, knowledge, clock }: PurseOptions): Purse {
  let hold: Hold | undefined;
  let refilling = false;

  function current(): Hold {
    if (!hold || hold.retired || hold.fenced) hold = keeper.begin(windows);
    return hold;
  }

  function reservationOn(from: Hold, worst: PicoUsd): Reservation {
    let open = true;
    return {
      settle(actual) {
        if (!open) return;
        open = false;
        settle(from, worst, actual > 0n ? actual : 0n);
        keeper.settled(from);
      },
    };
  }

  return {
    draw(worst) {
      const from = current();
      return draw(from, worst, clock.now()) ? reservationOn(from, worst) : undefined;
    },

    async fill({ one, all, contend }, pay) {
      const from = current();
      const free = drawable(from, clock.now());
      from.busy++;
      try {
        const granted = await keeper.take(from, { least: one - free, need: all - free, worst: one, contend });
        pay();
        // Of a hold that was given up in the meantime, another takes the place.
        return granted || from.fenced;
      } finally {
        from.busy--;
      }
    },

    refill(worst) {
      const from = current();
      if (refilling || worst === 0n || freeOf(from) >= 2n * worst) return;
      if (link.inTrouble() || knowledge.isTight(windows, worst)) return;
      refilling = true;
      const done = (): void => {
        refilling = false;
      };
      keeper.take(from, { least: 0n, need: 0n, worst, contend: false }).then(done, done);
    },

    empty: () => keeper.empty(current()),
    isOver: () => !hold || hold.retired || hold.fenced,
  };
}
