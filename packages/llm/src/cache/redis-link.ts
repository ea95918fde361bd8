import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { Clock } from '../clock.ts';
import { checkRedisUrl, connectRedis, loadClient, nonsense, type RedisConnection } from './redis.ts';

export interface LinkOptions {
  url: string;
  channel: string;
  /** A key that a new connection writes: a server that takes no writes is of no use here. */
  probeKey: string;
  /** The longest that a caller waits for Redis, in milliseconds. */
  commandMs: number;
  clock: Clock;
  logger: Logger;
  onMessage: (message: string) => void;
  /** A connection stands, before anybody is served through it; messages of the time without one are lost. */
  onUp: (redis: RedisConnection) => Promise<void>;
  onDown: () => void;
}

/** The way to Redis. Its every trouble is `undefined` to the caller, within the limit, and then at once for a while. */
export interface RedisLink {
  /** @param work whatever it throws, a reply that makes no sense included, costs the connection. */
  ask<T>(work: (redis: RedisConnection) => Promise<T>): Promise<T | undefined>;
  close(): void;
}

export const CONNECT_MS = 3_000;
/** A connection that died without a word is found by this, and with it the messages that did not come. */
export const HEARTBEAT_MS = 5_000;
export const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

export function openRedisLink(options: LinkOptions): RedisLink {
  const { url, channel, probeKey, commandMs, clock, logger, onMessage } = options;
  checkRedisUrl(url);
  let redis: RedisConnection | undefined;
  let failures = 0;
  let reported = false;
  let stopTimer = (): void => undefined;
  const closing = new AbortController();
  // In no limit: it is this machine that takes its time, once, and a short-lived process would never get further.
  let loading: Promise<unknown> | undefined = loadClient()
    .catch(() => undefined)
    .finally(() => {
      loading = undefined;
    });
  // Only the first attempt is waited for, so that a short-lived process has any use of what is shared.
  let first: Promise<void> | undefined = connect().finally(() => {
    first = undefined;
  });

  async function connect(): Promise<void> {
    const late = new AbortController();
    const signal = AbortSignal.any([late.signal, closing.signal]);
    const stop = clock.after(CONNECT_MS, () => late.abort(tooLate()));
    let fresh: RedisConnection | undefined;
    try {
      const onLost = (cause: Error): void => (fresh ? fail(fresh, cause) : undefined);
      fresh = await connectRedis({ url, connectMs: CONNECT_MS, channel, onMessage, onLost, signal });
      const greeted = Promise.all([probe(fresh), options.onUp(fresh)]);
      await within(clock, commandMs, greeted);
      signal.throwIfAborted();
      serve(fresh);
    } catch (cause) {
      fresh?.destroy();
      retry(cause);
    } finally {
      stop();
    }
  }

  function serve(fresh: RedisConnection): void {
    redis = fresh;
    if (reported) logger.info('The shared cache answers again');
    reported = false;
    stopTimer = clock.after(HEARTBEAT_MS, beat);
  }

  async function beat(): Promise<void> {
    const alive = await ask(probe);
    if (!alive || closing.signal.aborted) return;
    failures = 0;
    stopTimer = clock.after(HEARTBEAT_MS, beat);
  }

  async function probe(connection: RedisConnection): Promise<true> {
    const reply = await connection.send('SET', probeKey, '1', 'PX', String(HEARTBEAT_MS));
    if (reply !== 'OK') throw nonsense();
    return true;
  }

  async function ask<T>(work: (redis: RedisConnection) => Promise<T>): Promise<T | undefined> {
    let used: RedisConnection | undefined;
    if (loading) await loading;
    try {
      return await within(clock, commandMs, start());
    } catch (cause) {
      if (used) fail(used, cause);
      // One caller has waited for the first connection in vain; that is enough.
      else first = undefined;
      return undefined;
    }
    async function start(): Promise<T | undefined> {
      if (first) await first;
      used = redis;
      return used && work(used);
    }
  }

  /** A connection that failed once may answer the wrong question next: another one takes its place. */
  function fail(connection: RedisConnection, cause: unknown): void {
    connection.destroy();
    if (redis !== connection) return;
    redis = undefined;
    options.onDown();
    retry(cause);
  }

  function retry(cause: unknown): void {
    stopTimer();
    if (closing.signal.aborted) return;
    if (!reported) logger.warn('The shared cache does not answer: this process goes on without it', why(cause));
    reported = true;
    stopTimer = clock.after(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++), () => void connect());
  }

  return {
    ask,
    close() {
      closing.abort();
      stopTimer();
      redis?.destroy();
      redis = undefined;
      options.onDown();
    },
  };
}

async function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const stop = clock.after(ms, () => reject(tooLate()));
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
}

function tooLate(): AppError {
  return new AppError('timeout', 'Redis did not answer in time', { code: 'llm.redis-timeout' });
}

/** The kind of trouble alone: what a strange server says may be anything. */
function why(cause: unknown): { reason: string } {
  if (!(cause instanceof Error)) return { reason: 'unknown' };
  const { code } = cause as { code?: unknown };
  const reply = /^[A-Z]{2,20}(?= |$)/.exec(cause.message)?.[0];
  return { reason: typeof code === 'string' ? code : (reply ?? cause.constructor.name) };
}
