import type { DraftChanged, DraftState } from '@draftsmith/contracts';

export type LiveStatus = 'live' | 'reconnecting';

export interface LiveListener {
  changed(change: DraftChanged): void;
  /** `live` after a pause means that changes may have been missed: read again. */
  status(status: LiveStatus): void;
}

const STATES: readonly DraftState[] = ['waiting', 'working', 'drafted', 'skipped', 'failed'];
const RETRY_MS = 5_000;

/** Listens to the server's events until the returned function is called. */
export function listenForChanges(url: string, listener: LiveListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(url);
    source.addEventListener('open', () => listener.status('live'));
    source.addEventListener('draft', (event) => {
      const change = parseChange(event.data);
      if (change) listener.changed(change);
    });
    source.addEventListener('error', () => {
      listener.status('reconnecting');
      // The browser repeats by itself, except after an answer that was no event stream (a proxy's 502): then we do.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
    });
  };
  // Browsers share six connections per host between all tabs: hidden tabs give theirs back.
  const onVisibility = () => {
    if (document.visibilityState === 'visible') open();
    else source?.close();
  };

  open();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(timer);
    source?.close();
  };
}

/** Null for anything that is not a change: an odd event must not break the page. */
export function parseChange(data: unknown): DraftChanged | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null || !('id' in value) || !('state' in value)) return null;
    const state = STATES.find((known) => known === value.state);
    return typeof value.id === 'string' && state ? { id: value.id, state } : null;
  } catch {
    return null;
  }
}
