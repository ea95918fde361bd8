import type { DraftChanged } from '@draftsmith/contracts';

export interface Changes {
  publish(change: DraftChanged): void;
  /** @returns how to stop listening. */
  subscribe(listener: (change: DraftChanged) => void): () => void;
}

/** Tells open consoles what changed, within this process. A worker elsewhere is seen at the next reload. */
export function createChanges(): Changes {
  const listeners = new Set<(change: DraftChanged) => void>();
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
