import type { ZafClient } from './client.ts';

/** Whether somebody can see the app. Each open ticket is an app of its own: hidden ones must not ask the server. */
export interface Presence {
  here(): boolean;
  /** Called at each change; gives the way to stop. */
  onChange(listener: () => void): () => void;
}

interface Page {
  readonly visibilityState: string;
  addEventListener(event: 'visibilitychange', listener: () => void): void;
  removeEventListener(event: 'visibilitychange', listener: () => void): void;
}

export function createPresence(client: Pick<ZafClient, 'on' | 'off'>, page: Page): Presence {
  let active = true;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const set = (value: boolean) => () => {
    active = value;
    tell();
  };
  client.on('app.activated', set(true));
  client.on('app.deactivated', set(false));
  page.addEventListener('visibilitychange', tell);
  return {
    here: () => active && page.visibilityState === 'visible',
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
