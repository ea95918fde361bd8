import { cancelled } from '../chain/abort.ts';

export interface Joined<T> {
  value: T;
  /** True for the caller whose request was really made. */
  leader: boolean;
}

interface Flight<T> {
  promise: Promise<T>;
  waiting: number;
  landed: boolean;
  controller: AbortController;
}

/**
 * Identical calls at the same time become one. The work goes on while anybody waits for it: a caller that gives up
 * takes nothing from the others, and the last one to give up ends it.
 */
export function createSingleFlight<T>(): (
  key: string,
  start: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
) => Promise<Joined<T>> {
  const flights = new Map<string, Flight<T>>();

  function takeOff(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => {
      flight.landed = true;
      if (flights.get(key) === flight) flights.delete(key);
    });
    const flight: Flight<T> = { promise, waiting: 0, landed: false, controller };
    flights.set(key, flight);
    return flight;
  }

  return async (key, start, signal) => {
    if (signal?.aborted) throw cancelled();
    const existing = flights.get(key);
    const flight = existing ?? takeOff(key, start);
    flight.waiting++;
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = (): void => reject(cancelled());
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return { value: await Promise.race([flight.promise, left]), leader: existing === undefined };
    } finally {
      signal?.removeEventListener('abort', leave);
      flight.waiting--;
      if (flight.waiting === 0 && !flight.landed) {
        // Nobody must join what is about to be aborted.
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort(cancelled());
      }
    }
  };
}
