import type { PicoUsd } from '../price/money.ts';
import { elapsed } from './elapsed.ts';
import { roomOf, SPARE_PART, type WindowState } from './store.ts';
import type { Window } from './windows.ts';

/** When the store was asked. */
export interface Asked {
  /** Of the question among all that this process asked: clocks may be set back. */
  order: number;
  /** Milliseconds since the epoch. */
  from: number;
}

/** What this process last heard of the windows. */
export interface Knowledge {
  /** An answer that comes after the answer to a later question changes nothing. */
  learn(states: readonly WindowState[], asked: Asked): void;
  of(window: Window): WindowState | undefined;
  /** Heard of all of them, and not longer ago than `ms`. */
  isFresh(windows: readonly Window[], now: number, ms: number): boolean;
  /** The least room of these; undefined when nothing is known of one. */
  room(windows: readonly Window[]): PicoUsd | undefined;
  /** Nothing unused may stay with anybody: somebody waits, or the room is down to a few calls of this size. */
  isTight(windows: readonly Window[], worst: PicoUsd): boolean;
}

/** More windows than anybody has in a day; the oldest are forgotten. */
const MAX_WINDOWS = 10_000;

export function createKnowledge(): Knowledge {
  const known = new Map<string, { state: WindowState; asked: Asked }>();

  const of = (window: Window): WindowState | undefined => known.get(window.key)?.state;

  function room(windows: readonly Window[]): PicoUsd | undefined {
    let least: PicoUsd | undefined;
    for (const window of windows) {
      const state = of(window);
      if (!state) return undefined;
      const here = roomOf(state, window.limit);
      if (least === undefined || here < least) least = here;
    }
    return least;
  }

  return {
    of,
    room,
    learn(states, asked) {
      for (const state of states) {
        const before = known.get(state.key);
        if (before && before.asked.order > asked.order) continue;
        known.delete(state.key);
        known.set(state.key, { state, asked });
      }
      for (const key of known.keys()) {
        if (known.size <= MAX_WINDOWS) break;
        known.delete(key);
      }
    },
    isFresh: (windows, now, ms) =>
      windows.every(({ key }) => elapsed(known.get(key)?.asked.from ?? -Infinity, now) <= ms),
    isTight(windows, worst) {
      const least = room(windows);
      return least === undefined || least / SPARE_PART < worst || windows.some((window) => of(window)?.contended);
    },
  };
}
