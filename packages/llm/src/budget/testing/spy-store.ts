import type { BudgetStore } from '../store.ts';

/** A store that says what it was asked. */
export interface SpyStore extends BudgetStore {
  /** Names of operations, in order, with the total of the hold for `take`. */
  asked(): string[];
}

export function createSpyStore(store: BudgetStore): SpyStore {
  let asked: string[] = [];
  return {
    asked() {
      const before = asked;
      asked = [];
      return before;
    },
    async take(ask, leaseMs) {
      const taken = await store.take(ask, leaseMs);
      asked.push(taken.granted ? `take ${taken.hold?.granted}` : 'take refused');
      return taken;
    },
    async account(entries, leaseMs) {
      asked.push('account');
      return store.account(entries, leaseMs);
    },
    reap: (orphans) => store.reap(orphans),
    async read(keys) {
      asked.push('read');
      return store.read(keys);
    },
  };
}
