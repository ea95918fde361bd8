import type { DraftListItem } from '@draftsmith/contracts';
import type { RunningServer } from '@draftsmith/server';

/** Final outcomes as they happen, told by the server's own changes: nothing here polls or sleeps. */
export interface Outcomes {
  /** Resolves with the ticket's `nth` final outcome (the first by default), also when it was reached before. */
  of(ticketId: number, nth?: number): Promise<DraftListItem>;
  /** Those reached so far. */
  all(): readonly DraftListItem[];
}

export function watchOutcomes({ changes, draft }: Pick<RunningServer, 'changes' | 'draft'>): Outcomes {
  const reached: DraftListItem[] = [];
  const watchers = new Set<() => void>();
  changes.subscribe(async ({ id, state }) => {
    if (state === 'working' || state === 'waiting') return;
    reached.push(await draft(id));
    for (const watch of watchers) watch();
  });
  return {
    all: () => reached,
    of: (ticketId, nth = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          const found = reached.filter(({ resourceId }) => resourceId === String(ticketId))[nth - 1];
          if (!found) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
        watch();
      }),
  };
}
