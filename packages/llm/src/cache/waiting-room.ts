import type { Clock } from '../clock.ts';

/** `kept`: an answer is there; `none`: nobody makes one any more; `time`: nothing was heard, or the listener left. */
export type Heard = 'kept' | 'none' | 'time';

export interface Listener extends Disposable {
  next(ms: number, signal: AbortSignal): Promise<Heard>;
}

/** Where those wait who want an answer that another process is making. */
export interface WaitingRoom {
  /** Hears from now on, so that news between a look and the wait after it are not lost. */
  listen(id: string): Listener;
  tell(id: string, heard: Heard): void;
  tellAll(heard: Heard): void;
}

export function createWaitingRoom(clock: Clock): WaitingRoom {
  const listening = new Map<string, Set<(heard: Heard) => void>>();

  function listen(id: string): Listener {
    const { promise, resolve } = Promise.withResolvers<Heard>();
    const there = listening.get(id) ?? new Set();
    listening.set(id, there.add(resolve));
    return {
      async next(ms, signal) {
        const leave = (): void => resolve('time');
        const stop = clock.after(ms, leave);
        signal.addEventListener('abort', leave, { once: true });
        if (signal.aborted) leave();
        try {
          return await promise;
        } finally {
          stop();
          signal.removeEventListener('abort', leave);
        }
      },
      [Symbol.dispose]() {
        there.delete(resolve);
        if (there.size === 0 && listening.get(id) === there) listening.delete(id);
      },
    };
  }

  function tell(id: string, heard: Heard): void {
    for (const resolve of listening.get(id) ?? []) resolve(heard);
  }

  return {
    listen,
    tell,
    tellAll(heard) {
      for (const id of listening.keys()) tell(id, heard);
    },
  };
}
