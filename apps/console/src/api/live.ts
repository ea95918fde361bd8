import type { DraftChanged, DraftState } from '@draftsmith/contracts';

export type LiveStatus = 'live' | 'reconnecting';

export interface LiveListener {
  changed(change: DraftChanged): void;
  status(status: LiveStatus): void;
  /** There was a pause in which changes may have been missed: read again. */
  resumed(): void;
}

/** What is needed of the browser; a stand-in for it in tests. */
export interface LivePorts {
  openSource(url: string): EventSource;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

const STATES: readonly DraftState[] = ['waiting', 'working', 'drafted', 'skipped', 'failed'];
const RETRY_MS = 5_000;
/** The server ends each stream after a while, and the browser opens the next: that is not worth a word. */
const GRACE_MS = 6_000;

/** Listens to the server's events until the returned function is called. */
export function listenForChanges(url: string, listener: LiveListener, ports: LivePorts = browser()): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let complaint: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;

  const opened = () => {
    clearTimeout(complaint);
    complaint = undefined;
    listener.status('live');
    if (wasOpen) listener.resumed();
    wasOpen = true;
  };
  const failed = () => {
    complaint ??= setTimeout(() => listener.status('reconnecting'), GRACE_MS);
    // The browser repeats by itself, except after an answer that was no event stream (a proxy's 502): then we do.
    if (source?.readyState === 2) retry = setTimeout(open, RETRY_MS);
  };
  const close = () => {
    clearTimeout(retry);
    clearTimeout(complaint);
    complaint = undefined;
    source?.close();
    source = null;
  };
  const open = () => {
    clearTimeout(retry);
    source?.close();
    source = ports.openSource(url);
    source.addEventListener('open', opened);
    source.addEventListener('error', failed);
    source.addEventListener('draft', (event) => {
      const change = parseChange(event.data);
      if (change) listener.changed(change);
    });
  };
  // Browsers share six connections per host between all tabs: hidden tabs give theirs back.
  const onVisibility = () => (ports.page.visibilityState === 'visible' ? open() : close());

  open();
  ports.page.addEventListener('visibilitychange', onVisibility);
  return () => {
    ports.page.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}

function browser(): LivePorts {
  return { openSource: (url) => new EventSource(url), page: document };
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
