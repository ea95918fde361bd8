import { formatUsd, type PicoUsd } from '../price/money.ts';
import type { Refusal } from './budget.ts';
import type { Knowledge } from './knowledge.ts';
import { roomOf, type WindowState } from './store.ts';
import { endOf, titleOf, type Window } from './windows.ts';

const UNKNOWN: Pick<WindowState, 'spent' | 'held' | 'presumed'> = { spent: 0n, held: 0n, presumed: 0n };

/** A window without room for the call, whoever gives back what: what is spent stays spent. */
export function spentOut(windows: readonly Window[], worst: PicoUsd, knowledge: Knowledge): Window | undefined {
  return windows.find((window) => window.limit - (knowledge.of(window) ?? UNKNOWN).spent < worst);
}

/** A window without room for the call even if all others gave back all that they have set aside. */
export function hopeless(
  windows: readonly Window[],
  worst: PicoUsd,
  { knowledge, reservedIn }: { knowledge: Knowledge; reservedIn: (window: Window) => PicoUsd },
): Window | undefined {
  return windows.find((window) => {
    const { spent, presumed } = knowledge.of(window) ?? UNKNOWN;
    return window.limit - spent - presumed - reservedIn(window) < worst;
  });
}

export function tightest(windows: readonly Window[], knowledge: Knowledge): Window | undefined {
  const room = (window: Window): PicoUsd => roomOf(knowledge.of(window) ?? UNKNOWN, window.limit);
  return [...windows].sort((a, b) => (room(a) < room(b) ? -1 : 1))[0];
}

export function refusalBy(window: Window, worst: PicoUsd, knowledge: Knowledge): Refusal {
  const { spent, held, presumed } = knowledge.of(window) ?? UNKNOWN;
  const used = `${formatUsd(spent + presumed)} of ${formatUsd(window.limit)} US dollars are spent`;
  const running = held > 0n ? ` and ${formatUsd(held)} set aside for running calls` : '';
  const anew = endOf(window).toISOString().slice(0, 16).replace('T', ' at ');
  return {
    refused: `${titleOf(window)} has no room for a call that may cost ${formatUsd(worst)}: ${used}${running}. It starts anew on ${anew} UTC`,
  };
}
