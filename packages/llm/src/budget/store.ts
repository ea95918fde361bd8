import type { PicoUsd } from '../price/money.ts';
import type { Window } from './windows.ts';

/** What is known of a window. `spent`, `held` and `presumed` are disjoint, and together at most the limit. */
export interface WindowState {
  key: string;
  spent: PicoUsd;
  /** Set aside by all living processes, used and unused. */
  held: PicoUsd;
  /** Set aside by processes that vanished, and counted as spent: the vendor may have billed it. */
  presumed: PicoUsd;
  /** Somebody waits for room: nobody keeps more than running calls need. */
  contended: boolean;
}

/** What the store knows of a hold. A hold that was given back whole and closed is forgotten. */
export interface HoldState {
  id: string;
  /** All that it ever got. */
  granted: PicoUsd;
  /** `presumed` and `released`: it was not renewed in time, and nothing may be drawn from it any more. */
  state: 'held' | 'presumed' | 'released';
}

/** Totals since the hold began, so that saying it twice, or late, changes nothing. */
export interface HoldEntry {
  id: string;
  spent: PicoUsd;
  /** No longer set aside: spent or given back. */
  released: PicoUsd;
  /** Forget the hold if nothing is left of it. */
  close: boolean;
}

/** A wish to enlarge a hold, or to begin it. */
export interface Ask {
  id: string;
  owner: string;
  windows: readonly Window[];
  /** The least that helps; zero is always granted. */
  least: PicoUsd;
  /** What the calls that wait need together. */
  need: PicoUsd;
  /** The worst case of one call: what is set aside beyond the need goes by it. */
  worst: PicoUsd;
  /** Marks windows without room as contended. */
  contend: boolean;
}

export interface Taken {
  granted: boolean;
  /** Absent when nothing was granted and the hold did not exist. */
  hold?: HoldState;
  windows: WindowState[];
}

/**
 * Where processes meet. Every operation is one atomic step; spent + held + presumed of a window never comes over its
 * limit by `take`. Rejects with whatever the database throws: the outcome is unknown then, and may be asked for again.
 */
export interface BudgetStore {
  /** In all windows or in none. Renews the hold. */
  take(ask: Ask, leaseMs: number): Promise<Taken>;
  /** Books what holds spent and gave back, and renews them. Unknown holds are left out of the answer. */
  account(entries: readonly HoldEntry[], leaseMs: number): Promise<{ holds: HoldState[]; windows: WindowState[] }>;
  /** Closes the books of holds that were not renewed: what is unaccounted in them is presumed spent, or released. */
  reap(orphans: Orphans): Promise<void>;
  /** Those that exist. */
  read(keys: readonly string[]): Promise<WindowState[]>;
}

export type Orphans = 'charge' | 'release';

/** How long a window stays contended after the last one who waits asked. Milliseconds. */
export const CONTENDED_MS = 1_000;
/** Reaped holds are remembered for a process that was only asleep. Days. */
export const REMEMBERED_DAYS = 7;

/** Beyond the need, as many more calls are set aside at once ... */
export const SPARE_CALLS = 7n;
/** ... but never more than this part of the room that is left. */
export const SPARE_PART = 16n;

/**
 * How much to grant. Near the limit it is exactly what calls need, so that nothing unused stands in anybody's way.
 * @returns undefined when there is no room for the least.
 */
export function sizeOf(room: PicoUsd, ask: Pick<Ask, 'least' | 'need' | 'worst'>, exact: boolean): PicoUsd | undefined {
  if (room < ask.least) return ask.least === 0n ? 0n : undefined;
  if (room < ask.need) return ask.least;
  const spare = exact ? 0n : spareOf(room - ask.need, ask.worst);
  return ask.need + spare;
}

function spareOf(room: PicoUsd, worst: PicoUsd): PicoUsd {
  const part = room / SPARE_PART;
  const most = worst * SPARE_CALLS;
  if (part < worst) return 0n;
  return part < most ? part : most;
}

/** What may still be set aside; below zero where a call cost more than its worst case, or the limit was lowered. */
export function roomOf(state: Pick<WindowState, 'spent' | 'held' | 'presumed'>, limit: PicoUsd): PicoUsd {
  return limit - state.spent - state.held - state.presumed;
}
