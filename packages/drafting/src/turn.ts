const waiting: (() => void)[] = [];
let running = false;

/**
 * Resolves when it is the caller's turn on this thread: one caller for each turn of the event loop, in order of asking.
 *
 * A draft searches, redacts and composes for some milliseconds each, without a pause. When many are under way, their
 * answers arrive together, and all of them in a row would keep webhooks waiting for a tenth of a second. Between two
 * turns the sockets are served.
 */
export function turn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.push(resolve);
  if (!running) {
    running = true;
    setImmediate(next);
  }
  return promise;
}

function next(): void {
  waiting.shift()?.();
  running = waiting.length > 0;
  if (running) setImmediate(next);
}
