/** Reads short messages out to screen readers, without touching the focus. */
export interface Announcer {
  announce(text: string): void;
  subscribe(listener: () => void): () => void;
  text(): string;
}

export function createAnnouncer(): Announcer {
  let current = '';
  const listeners = new Set<() => void>();
  return {
    announce: (text) => {
      // The same words twice are read out twice only if the text differs.
      current = text === current ? `${text}\u00a0` : text;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    text: () => current,
  };
}
