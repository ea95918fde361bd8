import type { DraftListItem } from '@draftsmith/contracts';
import type { RunningServer } from '@draftsmith/server';

/** Final outcomes as they happen: nothing here polls or sleeps. */
export interface Outcomes {
  /** Resolves with the ticket's `nth` final outcome (the first by default), also when it was reached before. */
  of(ticketId: number, nth?: number): Promise<DraftListItem>;
  /** Those reached so far. */
  all(): readonly DraftListItem[];
}

export function createOutcomes(): Outcomes & { reached(item: DraftListItem): void } {
  const items: DraftListItem[] = [];
  const watchers = new Set<() => void>();
  return {
    reached(item) {
      items.push(item);
      for (const watch of watchers) watch();
    },
    all: () => items,
    of: (ticketId, nth = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          const found = items.filter(({ resourceId }) => resourceId === String(ticketId))[nth - 1];
          if (!found) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/** As the server's own changes tell them. */
export function watchOutcomes({ changes, draft }: Pick<RunningServer, 'changes' | 'draft'>): Outcomes {
  const outcomes = createOutcomes();
  changes.subscribe(async ({ id, state }) => {
    if (state !== 'working' && state !== 'waiting') outcomes.reached(await draft(id));
  });
  return outcomes;
}
