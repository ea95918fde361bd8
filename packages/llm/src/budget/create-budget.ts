import { randomUUID as systemRandomUUID } from 'node:crypto';
import { AppError } from '@draftsmith/errors';
import { type Clock, systemClock } from '../clock.ts';
import type { Budget, Limit, Reservation, Standing } from './budget.ts';
import { createKeeper } from './keeper.ts';
import { createKnowledge } from './knowledge.ts';
import { standingOf } from './standing.ts';
import type { BudgetStore, Orphans } from './store.ts';
import { createStoreLink, unavailable } from './store-link.ts';
import { createTill, type Till } from './till.ts';
import { type BudgetTiming, USUAL_TIMING } from './timing.ts';
import { createFindWindows, type Window } from './windows.ts';

export interface BudgetOptions {
  limits: readonly Limit[];
  store: BudgetStore;
  clock?: Clock;
  randomUUID?: () => string;
  /**
   * What becomes of money that a vanished process had set aside. `charge`, the default: it counts as spent, since a
   * vendor may have billed it. `release`: it may be spent again, and a limit be exceeded by what was billed.
   */
  orphans?: Orphans;
  timing?: Partial<BudgetTiming>;
}

/**
 * Budgets over a store that processes share. A write to the database before every call would cost each of them a
 * round trip, so a process sets small blocks aside, calls draw on them in memory, and what they spent is written in
 * groups. Near a limit a block is one call.
 */
export function createBudget(options: BudgetOptions): Budget {
  const { limits, store, clock = systemClock, randomUUID: newId = systemRandomUUID, orphans = 'charge' } = options;
  const timing = { ...USUAL_TIMING, ...options.timing };
  const findWindows = createFindWindows(limits);
  const knowledge = createKnowledge();
  const link = createStoreLink({ store, clock, owner: newId(), timing, knowledge });
  const keeper = createKeeper({ link, knowledge, clock, timing, orphans, newId });
  const tills = createTills((windows) => createTill({ windows, keeper, link, knowledge, clock, timing }));
  let closed = false;

  return {
    standing(payer) {
      const now = clock.now();
      const windows = findWindows(payer, now);
      const standing = (): Standing => standingOf(windows, { knowledge, freeIn: keeper.freeIn });
      if (knowledge.isFresh(windows, now, timing.staleMs)) return standing();
      const asKnown = (): Standing => (knowledge.room(windows) === undefined ? UNREADABLE : standing());
      return link.inTrouble() ? asKnown() : link.read(windows).then(standing, asKnown);
    },

    async reserve(payer, worst) {
      if (worst < 0n) throw new AppError('invalid', 'A call cannot cost less than nothing', { code: 'llm.budgets' });
      if (closed) throw unavailable(new Error('The budgets are closed'));
      const windows = findWindows(payer, clock.now());
      return windows.length === 0 ? UNLIMITED : tills.of(windows).reserve(worst);
    },

    async close() {
      closed = true;
      await keeper.close();
    },
  };
}

const UNLIMITED: Reservation = { settle: () => undefined };

/** Nothing can be reserved then either. */
const UNREADABLE: Standing = { left: 0, detail: 'The budgets cannot be read: does the database answer?' };

/** Tills that may be there before those are looked for that nobody uses any more. */
const MANY = 1_000;

function createTills(create: (windows: readonly Window[]) => Till): { of(windows: readonly Window[]): Till } {
  const tills = new Map<string, Till>();
  let crowded = MANY;

  function clear(): void {
    for (const [key, till] of tills) if (till.isOver()) tills.delete(key);
    crowded = Math.max(MANY, 2 * tills.size);
  }

  return {
    of(windows) {
      const key = windows.map((window) => window.key).join('\n');
      const known = tills.get(key);
      if (known) return known;
      if (tills.size >= crowded) clear();
      const till = create(windows);
      tills.set(key, till);
      return till;
    },
  };
}
