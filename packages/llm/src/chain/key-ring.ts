import type { AppError } from '@draftsmith/errors';
import type { Clock } from '../clock.ts';

export interface Key {
  /** Counted from 1: what records show in the key's place. */
  number: number;
  /** Absent where a provider needs none. */
  value?: string;
}

/** The keys of a route. One that is refused or limited rests, and the next one takes over. */
export interface KeyRing {
  readonly size: number;
  /** A key that may be used now, or the milliseconds until one may. */
  pick(): { key: Key } | { waitMs: number };
  /** Lets a key rest for as long as its failure suggests. */
  rest(key: Key, error: AppError): void;
}

/** A key that is wrong, blocked or without credit may be mended by somebody; milliseconds until it is tried again. */
const REFUSED_REST = 60_000;
/** A limit that does not say how long it lasts. Milliseconds. */
const LIMITED_REST = 1_000;

/** Whether another key could fare better. */
export function isAboutTheKey({ kind }: AppError): boolean {
  return kind === 'auth' || kind === 'permission' || kind === 'rate-limited';
}

/** @param values none for a provider without keys */
export function createKeyRing(clock: Clock, values: readonly string[]): KeyRing {
  const keys: Key[] = values.length === 0 ? [{ number: 1 }] : values.map((value, i) => ({ number: i + 1, value }));
  const restsUntil = new Map<Key, number>();
  let current = 0;
  const waitOf = (key: Key) => Math.max(0, (restsUntil.get(key) ?? 0) - clock.now());

  return {
    size: keys.length,
    pick() {
      let waitMs = Number.POSITIVE_INFINITY;
      for (let step = 0; step < keys.length; step++) {
        const index = (current + step) % keys.length;
        const key = keys[index];
        if (!key) continue;
        const wait = waitOf(key);
        // Stays with a key that works: vendors cache prompts by key.
        if (wait === 0) {
          current = index;
          return { key };
        }
        waitMs = Math.min(waitMs, wait);
      }
      return { waitMs };
    },
    rest(key, error) {
      const limited = error.kind === 'rate-limited' && error.retryable;
      const ms = limited ? (error.retryAfterMs ?? LIMITED_REST) : REFUSED_REST;
      // Of two calls with one key, the one that was told less must not wake it up.
      restsUntil.set(key, Math.max(restsUntil.get(key) ?? 0, clock.now() + ms));
    },
  };
}
