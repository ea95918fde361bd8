import { AppError } from '@draftsmith/errors';
import type { Clock } from '../clock.ts';

/** Why a hedged call is ended when its twin was faster. */
export const SUPERSEDED = new AppError('timeout', 'Another route was faster', {
  code: 'llm.superseded',
  retryable: false,
});

/** A signal of its own that its parent aborts, too, and that leaves nothing behind on a parent that lives long. */
export interface ChildSignal extends Disposable {
  readonly signal: AbortSignal;
  abort(reason: AppError): void;
}

export function childSignal(parent: AbortSignal | undefined): ChildSignal {
  const controller = new AbortController();
  const follow = (): void => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  parent?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    [Symbol.dispose]: () => parent?.removeEventListener('abort', follow),
  };
}

/** The time that all attempts of one completion share. */
export interface Deadline extends Disposable {
  /** Aborts with an AppError `timeout` at the deadline, or with the caller. */
  readonly signal: AbortSignal;
  remainingMs(): number;
  /** True when the caller gave up, whether or not the deadline has passed. */
  cancelled(): boolean;
}

export function startDeadline(clock: Clock, ms: number, caller?: AbortSignal): Deadline {
  const end = clock.now() + ms;
  const child = childSignal(caller);
  const stop = clock.after(ms, () => {
    const message = `No answer within the deadline of ${seconds(ms)} s`;
    child.abort(new AppError('timeout', message, { code: 'llm.deadline' }));
  });
  return {
    signal: child.signal,
    remainingMs: () => Math.max(0, end - clock.now()),
    cancelled: () => caller?.aborted === true,
    [Symbol.dispose]() {
      stop();
      child[Symbol.dispose]();
    },
  };
}

/** Rejects with the signal's reason as soon as it aborts. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Milliseconds for a call that was told to end to say what it has used. */
const GRACE = 50;

/**
 * Waits for a call and, once the signal aborts, a moment longer.
 * @throws the signal's reason for a call that ignores the signal: it cannot hold the chain
 */
export async function orAbandon<T>(promise: Promise<T>, signal: AbortSignal, clock: Clock): Promise<T> {
  const { promise: abandoned, reject } = Promise.withResolvers<never>();
  let disarm = (): void => {};
  const onAbort = (): void => {
    disarm = clock.after(GRACE, () => reject(signal.reason));
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([abandoned, promise]);
  } finally {
    disarm();
    signal.removeEventListener('abort', onAbort);
  }
}

/** The caller gave up; retrying is the caller's business. */
export function cancelled(): AppError {
  return new AppError('timeout', 'The completion was cancelled', { code: 'llm.cancelled', retryable: false });
}

/** `1500` as `1.5`. */
export function seconds(ms: number): string {
  return String(Math.round(ms / 100) / 10);
}
