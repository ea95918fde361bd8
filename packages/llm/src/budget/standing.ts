import type { PicoUsd } from '../price/money.ts';
import type { Standing } from './budget.ts';
import type { Knowledge } from './knowledge.ts';
import { roomOf } from './store.ts';
import { titleOf, type Window } from './windows.ts';

/** Of the tightest window. What this process has set aside and does not use is not used. */
export function standingOf(
  windows: readonly Window[],
  { knowledge, freeIn }: { knowledge: Knowledge; freeIn: (window: Window) => PicoUsd },
): Standing {
  let tightest: Standing = { left: 1 };
  for (const window of windows) {
    const state = knowledge.of(window);
    const room = state ? roomOf(state, window.limit) + freeIn(window) : window.limit;
    const left = partOf(room, window.limit);
    if (left <= tightest.left) tightest = { left, detail: `${titleOf(window)} is ${percentUsed(left)} % used` };
  }
  return tightest;
}

/** 0 to 1; nothing is left of a limit of zero. */
function partOf(room: PicoUsd, limit: PicoUsd): number {
  if (room <= 0n) return 0;
  return room >= limit ? 1 : Number((room * FINE) / limit) / Number(FINE);
}

const FINE = 1_000_000n;

/** Rounded down: 100 says that nothing is left. */
function percentUsed(left: number): number {
  return Math.floor(Number(((1 - left) * 100).toFixed(4)));
}
