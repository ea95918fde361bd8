import type { PicoUsd } from '../price/money.ts';
import { elapsed } from './elapsed.ts';
import type { HoldEntry, HoldState } from './store.ts';
import type { Window } from './windows.ts';

/**
 * Money that this process has set aside in the store, and what calls have reserved of it. Always, but for a call that
 * cost more than its worst case: released + reserved <= granted. `granted`, `spent` and `released` are totals.
 */
export interface Hold {
  readonly id: string;
  readonly windows: readonly Window[];
  granted: PicoUsd;
  /** By calls that are running. */
  reserved: PicoUsd;
  spent: PicoUsd;
  /** No longer set aside: spent or given back. */
  released: PicoUsd;
  /** What the store is known to have booked. */
  booked: { spent: PicoUsd; released: PicoUsd };
  /** The store has it. */
  opened: boolean;
  /** An answer was lost: the store may have granted more than is known here. */
  unsure: boolean;
  /** The store gave it up, since it was not renewed in time. */
  fenced: boolean;
  /** No new call draws from it. */
  retired: boolean;
  /** The store has forgotten it. */
  gone: boolean;
  /** Requests under way: what they bring must not be given back before it is drawn. */
  busy: number;
  /** How long the store keeps it, from when it was last asked to. Milliseconds, since the epoch for `from`. */
  lease: { from: number; ms: number };
  /** Milliseconds since the epoch. */
  drawnAt: number;
  /** Worst case of the last call. */
  worst: PicoUsd;
}

export function newHold(id: string, windows: readonly Window[], now: number): Hold {
  return {
    id,
    windows,
    granted: 0n,
    reserved: 0n,
    spent: 0n,
    released: 0n,
    booked: { spent: 0n, released: 0n },
    opened: false,
    unsure: false,
    fenced: false,
    retired: false,
    gone: false,
    busy: 0,
    lease: { from: now, ms: 0 },
    drawnAt: now,
    worst: 0n,
  };
}

/** Set aside, and neither reserved nor spent. */
export function freeOf(hold: Hold): PicoUsd {
  return hold.granted - hold.released - hold.reserved;
}

/** What a new call may draw. A hold whose lease ran out may be somebody else's room already. */
export function drawable(hold: Hold, now: number): PicoUsd {
  const lapsed = elapsed(hold.lease.from, now) >= hold.lease.ms;
  return hold.fenced || hold.retired || lapsed ? 0n : freeOf(hold);
}

export function draw(hold: Hold, worst: PicoUsd, now: number): boolean {
  if (worst > drawable(hold, now)) return false;
  hold.reserved += worst;
  hold.worst = worst;
  hold.drawnAt = now;
  return true;
}

/** A cost above the worst case takes what is free as well, and is booked in full either way. */
export function settle(hold: Hold, worst: PicoUsd, actual: PicoUsd): void {
  hold.reserved -= worst;
  const free = freeOf(hold);
  hold.released += actual < free ? actual : free;
  hold.spent += actual;
}

/** Gives back what is free, but for `keep`. */
export function giveBack(hold: Hold, keep: PicoUsd): void {
  const free = freeOf(hold);
  if (free > keep) hold.released += free - keep;
}

export function entryOf(hold: Hold): HoldEntry {
  const { id, spent, released } = hold;
  return { id, spent, released, close: hold.retired && hold.reserved === 0n };
}

/** What the store says is true, except that answers may come late: totals only grow. */
export function adopt(hold: Hold, state: HoldState, lease: Hold['lease']): void {
  hold.opened = true;
  if (state.granted > hold.granted) hold.granted = state.granted;
  if (state.state === 'held') hold.lease = lease;
  else hold.fenced = true;
}

/** Nothing runs on it, nothing is left in it. */
export function isSpentOut(hold: Hold): boolean {
  return hold.busy === 0 && hold.reserved === 0n && freeOf(hold) === 0n;
}

export function isBooked({ booked, spent, released, unsure }: Hold): boolean {
  return !unsure && booked.spent === spent && booked.released === released;
}
