import type { PicoUsd } from '../price/money.ts';
import { roomOf, SPARE_PART, type WindowState } from './store.ts';
import type { Window } from './windows.ts';

/** What this process last heard of the windows. */
export interface Knowledge {
  /** @param at when the store was asked, milliseconds since the epoch; an answer that comes late changes nothing */
  learn(states: readonly WindowState[], at: number): void;
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
  const known = new Map<string, { state: WindowState; at: number }>();

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
    learn(states, at) {
      for (const state of states) {
        const before = known.get(state.key);
        if (before && before.at > at) continue;
        known.delete(state.key);
        known.set(state.key, { state, at });
      }
      for (const key of known.keys()) {
        if (known.size <= MAX_WINDOWS) break;
        known.delete(key);
      }
    },
    isFresh: (windows, now, ms) => windows.every(({ key }) => now - (known.get(key)?.at ?? -Infinity) <= ms),
    isTight(windows, worst) {
      const least = room(windows);
      return least === undefined || least / SPARE_PART < worst || windows.some((window) => of(window)?.contended);
    },
  };
}
