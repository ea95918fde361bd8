import { AppError, isAppError } from '@draftsmith/errors';
import type { Clock } from '../clock.ts';
import { elapsed } from './elapsed.ts';
import { adopt, entryOf, type Hold } from './hold.ts';
import type { Asked, Knowledge } from './knowledge.ts';
import type { Ask, BudgetStore, HoldEntry, HoldState, Orphans } from './store.ts';
import { type BudgetTiming, RETRY_MS } from './timing.ts';
import type { Window } from './windows.ts';

export type Wish = Pick<Ask, 'least' | 'need' | 'worst' | 'contend'>;

/** For making a hold known that got nothing yet. */
export const NOTHING: Wish = { least: 0n, need: 0n, worst: 0n, contend: false };

/**
 * The store as one process sees it: answers become knowledge and change its holds, failures become AppErrors. When an
 * answer is lost the hold is unsure, until the store was asked again.
 */
export interface StoreLink {
  /** @returns whether the least was granted. */
  take(hold: Hold, wish: Wish): Promise<boolean>;
  book(holds: readonly Hold[]): Promise<void>;
  read(windows: readonly Window[]): Promise<void>;
  reap(orphans: Orphans): Promise<void>;
  /** It failed a moment ago: nobody should ask it for what can wait. */
  inTrouble(): boolean;
}

interface StoreLinkOptions {
  store: BudgetStore;
  clock: Clock;
  owner: string;
  timing: Pick<BudgetTiming, 'leaseMs' | 'answerMs'>;
  knowledge: Knowledge;
}

/** Holds that one statement books. */
const MAX_BATCH = 500;

export function createStoreLink({ store, clock, owner, timing, knowledge }: StoreLinkOptions): StoreLink {
  const { leaseMs, answerMs } = timing;
  let failedAt = -Infinity;
  let questions = 0;

  /** What comes after the time is over still counts: answers tell totals, and totals only grow. */
  async function guarded<T>(work: () => Promise<T>, affected: readonly Hold[]): Promise<T> {
    const { promise: tooLong, reject } = Promise.withResolvers<never>();
    const stop = clock.after(answerMs, () => reject(new Error(`No answer within ${answerMs} ms`)));
    try {
      return await Promise.race([work(), tooLong]);
    } catch (thrown) {
      failedAt = clock.now();
      for (const hold of affected) hold.unsure = true;
      throw unavailable(thrown);
    } finally {
      stop();
    }
  }

  function ask(): Asked {
    return { order: ++questions, from: clock.now() };
  }

  async function bookBatch(holds: readonly Hold[]): Promise<void> {
    const asked = ask();
    const sent = holds.map((hold) => ({ hold, entry: entryOf(hold) }));
    const entries = sent.map(({ entry }) => entry);
    for (const hold of holds) hold.unsure = false;
    const answer = await store.account(entries, leaseMs);
    knowledge.learn(answer.windows, asked);
    const states = new Map(answer.holds.map((state) => [state.id, state]));
    for (const { hold, entry } of sent) {
      const state = states.get(hold.id);
      if (state) adopt(hold, state, { from: asked.from, ms: leaseMs });
      confirm(hold, entry, state);
    }
  }

  async function enlarge(hold: Hold, wish: Wish): Promise<boolean> {
    const asked = ask();
    const { id, windows } = hold;
    const taken = await store.take({ id, owner, windows, ...wish }, leaseMs);
    knowledge.learn(taken.windows, asked);
    if (taken.hold) adopt(hold, taken.hold, { from: asked.from, ms: leaseMs });
    return taken.granted;
  }

  return {
    async take(hold, wish) {
      hold.busy++;
      try {
        return await guarded(() => enlarge(hold, wish), [hold]);
      } finally {
        hold.busy--;
      }
    },

    async book(holds) {
      for (let first = 0; first < holds.length; first += MAX_BATCH) {
        const batch = holds.slice(first, first + MAX_BATCH);
        await guarded(() => bookBatch(batch), batch);
      }
    },

    read: (windows) =>
      guarded(async () => {
        const asked = ask();
        const states = await store.read(windows.map(({ key }) => key));
        const found = new Map(states.map((state) => [state.key, state]));
        const all = windows.map(({ key }) => found.get(key) ?? { key, ...UNTOUCHED });
        knowledge.learn(all, asked);
      }, []),

    reap: (orphans) => guarded(() => store.reap(orphans), []),
    inTrouble: () => elapsed(failedAt, clock.now()) < RETRY_MS,
  };
}

/** A window that nobody has used yet. */
const UNTOUCHED = { spent: 0n, held: 0n, presumed: 0n, contended: false };

function confirm(hold: Hold, { spent, released, close }: HoldEntry, state: HoldState | undefined): void {
  hold.booked = { spent, released };
  if (state) return;
  if (close) hold.gone = true;
  else if (hold.opened) hold.fenced = true;
}

export function unavailable(cause: unknown): AppError {
  if (isAppError(cause) && cause.code === STORE_FAILED) return cause;
  return new AppError('unavailable', 'The budgets cannot be asked, so nothing is spent: does the database answer?', {
    code: STORE_FAILED,
    cause,
  });
}

const STORE_FAILED = 'llm.budget-store';
