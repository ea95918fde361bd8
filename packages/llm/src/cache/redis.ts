import { AppError } from '@draftsmith/errors';

/** One connection that is used until its first trouble and never mends itself: what follows a failure is decided above. */
export interface RedisConnection {
  /** Sends one command and gives its reply as it came. Waits as long as Redis does: the caller has the clock. */
  send(...command: string[]): Promise<unknown>;
  destroy(): void;
}

export interface ConnectOptions {
  url: string;
  /** Milliseconds until the TCP or TLS connection must stand. */
  connectMs: number;
  channel: string;
  onMessage: (message: string) => void;
  /** The connection broke, or the other side says what is no Redis protocol; at most once, never after `destroy`. */
  onLost: (cause: Error) => void;
  /** Ends an attempt that takes too long, at whatever stage. */
  signal: AbortSignal;
}

/** @throws AppError `invalid` for what is no address of Redis; its text is not quoted, a password may be in it. */
export function checkRedisUrl(url: string): void {
  const { protocol, hostname, pathname } = URL.parse(url) ?? {};
  if (/^rediss?:$/.test(protocol ?? '') && hostname && /^\/?\d*$/.test(pathname ?? '')) return;
  const expected = 'redis://host:6379/0, or rediss://user:password@host:6379/0 over TLS';
  throw new AppError('invalid', `The address of Redis must look like ${expected}`, { code: 'llm.redis-url' });
}

/** Connected, subscribed to the channel, and in RESP3, so that commands and messages share the one connection. */
export async function connectRedis(options: ConnectOptions): Promise<RedisConnection> {
  const { url, connectMs, channel, onMessage, onLost, signal } = options;
  const { createClient } = await loadClient();
  signal.throwIfAborted();
  const client = createClient({
    url,
    RESP: 3,
    name: 'draftsmith-cache',
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    socket: { connectTimeout: connectMs, reconnectStrategy: false },
    // Its own limit ends as soon as a command is written, so it bounds nothing that hangs.
    commandOptions: { timeout: 0 },
  });
  let destroyed = false;
  const destroy = (): void => {
    destroyed = true;
    client.destroy();
  };
  const giveUp = (): void => destroy();
  client.on('error', (cause: Error) => {
    if (destroyed) return;
    destroy();
    onLost(cause);
  });
  // The client forgets a socket that is still connecting when it is destroyed: then it would stay open.
  client.on('connect', () => {
    if (destroyed) client.destroy();
  });
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await client.connect();
    await client.subscribe(channel, onMessage);
    signal.throwIfAborted();
  } catch (cause) {
    destroy();
    throw cause;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
  return { send: (...command) => client.sendCommand(command), destroy };
}

/** Loaded where a cache is shared: an application that shares none need not install it. */
export async function loadClient(): Promise<typeof import('redis')> {
  try {
    return await import('redis');
  } catch (cause) {
    const message = 'A cache that processes share needs the npm package redis: install it beside this one';
    throw new AppError('invalid', message, { code: 'llm.redis-missing', cause });
  }
}

/** What came back is no reply to what was asked. */
export function nonsense(): AppError {
  return new AppError('unavailable', 'Redis answered what makes no sense here', { code: 'llm.redis-nonsense' });
}
