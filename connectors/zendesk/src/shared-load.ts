import { AppError } from '@draftsmith/errors';

/**
 * A value that many drafts need and that seldom changes (macros, who we are): loaded once for all who ask at the same
 * time, and kept for `ttlMs`. A failure is told to those who wait and then forgotten.
 *
 * @returns a getter; its signal ends the caller's waiting, not the loading that others wait for.
 */
export function sharedLoad<Value>(options: {
  load: (signal: AbortSignal) => Promise<Value>;
  /** Milliseconds. */
  ttlMs: number;
  now: () => Date;
}): (signal: AbortSignal) => Promise<Value> {
  let current: { value: Promise<Value>; expiresAt: number } | undefined;

  function start(): Promise<Value> {
    // Its own signal, never aborted: the call has the deadline of the HTTP client.
    const value = options.load(new AbortController().signal);
    const entry = { value, expiresAt: options.now().getTime() + options.ttlMs };
    current = entry;
    value.catch(() => {
      if (current === entry) current = undefined;
    });
    return value;
  }

  return (signal) => {
    const isFresh = current !== undefined && options.now().getTime() < current.expiresAt;
    return orAborted(current !== undefined && isFresh ? current.value : start(), signal);
  };
}

function orAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new AppError('timeout', 'The request was stopped', { code: 'http.aborted' }));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
