/** Counts work that is under way, so that tests wait for its end and not for time. */
export interface Pending {
  run(work: () => Promise<void>): void;
  settled(): Promise<void>;
}

export function createPending(): Pending {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    run(work) {
      count += 1;
      void work().finally(() => {
        count -= 1;
        if (count > 0) return;
        const resolved = waiting;
        waiting = [];
        for (const resolve of resolved) resolve();
      });
    },
    settled: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
