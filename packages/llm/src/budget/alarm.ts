import type { Clock } from '../clock.ts';

/** One timer, for the earliest of what is due. */
export interface Alarm {
  within(ms: number): void;
  stop(): void;
}

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let due = Infinity;
  let cancel = (): void => undefined;

  function stop(): void {
    cancel();
    due = Infinity;
  }

  return {
    within(ms) {
      const at = clock.now() + ms;
      if (at >= due) return;
      stop();
      due = at;
      cancel = clock.after(ms, () => {
        due = Infinity;
        ring();
      });
    },
    stop,
  };
}
