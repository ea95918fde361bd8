import type { Clock } from '../clock.ts';
import type { PicoUsd } from '../price/money.ts';
import {
  type Ask,
  type BudgetStore,
  CONTENDED_MS,
  type HoldEntry,
  type HoldState,
  REMEMBERED_DAYS,
  roomOf,
  sizeOf,
  type WindowState,
} from './store.ts';

interface Row {
  spent: PicoUsd;
  held: PicoUsd;
  presumed: PicoUsd;
  contendedUntil: number;
}

interface HoldRow extends HoldState {
  windows: readonly string[];
  spent: PicoUsd;
  released: PicoUsd;
  expiresAt: number;
}

const DAY_MS = 86_400_000;

/** Budgets of a single process, for tests and for use without a database: a restart begins at zero. */
export function createMemoryBudgetStore({ clock }: { clock: Clock }): BudgetStore {
  const rows = new Map<string, Row>();
  const holds = new Map<string, HoldRow>();

  function rowOf(key: string): Row {
    const row = rows.get(key) ?? { spent: 0n, held: 0n, presumed: 0n, contendedUntil: 0 };
    rows.set(key, row);
    return row;
  }

  function stateOf(key: string): WindowState {
    const { contendedUntil, ...sums } = rowOf(key);
    return { key, ...sums, contended: contendedUntil > clock.now() };
  }

  function enlarge(ask: Ask, amount: PicoUsd, leaseMs: number): HoldRow {
    const windows = ask.windows.map(({ key }) => key);
    const fresh: HoldRow = { id: ask.id, windows, granted: 0n, spent: 0n, released: 0n, state: 'held', expiresAt: 0 };
    const hold = holds.get(ask.id) ?? fresh;
    holds.set(ask.id, hold);
    hold.granted += amount;
    hold.expiresAt = clock.now() + leaseMs;
    for (const key of windows) rowOf(key).held += amount;
    return hold;
  }

  /** Only what is new counts: totals that come twice or late change nothing. */
  function book(hold: HoldRow, entry: HoldEntry): void {
    const spent = moreThan(entry.spent, hold.spent);
    const released = moreThan(entry.released, hold.released);
    hold.spent += spent;
    hold.released += released;
    for (const row of hold.windows.map(rowOf)) {
      row.spent += spent;
      if (hold.state === 'held') row.held -= released;
      if (hold.state === 'presumed') row.presumed -= released;
    }
  }

  return {
    async take(ask, leaseMs) {
      const found = holds.get(ask.id);
      const states = ask.windows.map((window) => ({ window, state: stateOf(window.key) }));
      const short = states.filter(({ window, state }) => roomOf(state, window.limit) < ask.least);
      const room = states.map(({ window, state }) => roomOf(state, window.limit)).reduce(lesser);
      const exact = states.some(({ state }) => state.contended);
      const amount = (found?.state ?? 'held') === 'held' ? sizeOf(room, ask, exact) : undefined;
      if (amount === undefined && ask.contend)
        for (const { window } of short) rowOf(window.key).contendedUntil = clock.now() + CONTENDED_MS;
      const hold = amount === undefined ? found : enlarge(ask, amount, leaseMs);
      const windows = ask.windows.map(({ key }) => stateOf(key));
      return { granted: amount !== undefined, ...(hold && { hold: publicOf(hold) }), windows };
    },

    async account(entries, leaseMs) {
      const known = entries.flatMap((entry) => {
        const hold = holds.get(entry.id);
        return hold ? [{ entry, hold }] : [];
      });
      for (const { entry, hold } of known) {
        book(hold, entry);
        if (hold.state === 'held') hold.expiresAt = clock.now() + leaseMs;
        if (entry.close && hold.granted === hold.released) holds.delete(hold.id);
      }
      const left = known.filter(({ hold }) => holds.has(hold.id));
      const keys = new Set(known.flatMap(({ hold }) => hold.windows));
      return { holds: left.map(({ hold }) => publicOf(hold)), windows: [...keys].map(stateOf) };
    },

    async reap(orphans) {
      const now = clock.now();
      for (const hold of holds.values()) {
        if (hold.state !== 'held' && hold.expiresAt < now - REMEMBERED_DAYS * DAY_MS) holds.delete(hold.id);
        if (hold.state !== 'held' || hold.expiresAt >= now) continue;
        hold.state = orphans === 'charge' ? 'presumed' : 'released';
        const left = hold.granted - hold.released;
        for (const row of hold.windows.map(rowOf)) {
          row.held -= left;
          if (orphans === 'charge') row.presumed += left;
        }
      }
    },

    read: async (keys) => keys.filter((key) => rows.has(key)).map(stateOf),
  };
}

function publicOf({ id, granted, state }: HoldRow): HoldState {
  return { id, granted, state };
}

function moreThan(total: PicoUsd, known: PicoUsd): PicoUsd {
  return total > known ? total - known : 0n;
}

function lesser(a: PicoUsd, b: PicoUsd): PicoUsd {
  return a < b ? a : b;
}
