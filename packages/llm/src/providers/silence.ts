import type { Clock } from '../clock.ts';
import type { StreamLimits } from '../provider.ts';

export interface Silence {
  /** The model said something. */
  broken(): void;
  /** The model has had its last word. */
  ending(): void;
  end(): void;
}

export interface SilenceOptions {
  clock: Clock;
  limits: StreamLimits;
  /** The silence lasts too long: nothing came at all, or nothing more. */
  onTooLong(phase: 'first-token' | 'stall'): void;
  onGraceOver(): void;
}

/** Watches a stream for standing still. One timer at a time, which is set anew when it fires and not for every piece. */
export function watchSilence({ clock, limits, onTooLong, onGraceOver }: SilenceOptions): Silence {
  let lastMs: number | undefined;
  let disarm = clock.after(limits.firstTokenMs, () => onTooLong('first-token'));
  const listen = (ms: number): void => {
    disarm = clock.after(ms, () => {
      const leftMs = (lastMs ?? 0) + limits.idleMs - clock.now();
      if (leftMs > 0) listen(leftMs);
      else onTooLong('stall');
    });
  };
  return {
    broken() {
      if (lastMs === undefined) {
        disarm();
        listen(limits.idleMs);
      }
      lastMs = clock.now();
    },
    ending() {
      disarm();
      disarm = clock.after(limits.endGraceMs, onGraceOver);
    },
    end: () => disarm(),
  };
}
