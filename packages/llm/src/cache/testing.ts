import { randomBytes } from 'node:crypto';
import { connectRedis, type RedisConnection } from './redis.ts';

/** The Redis that tests may write to. */
const SERVER = process.env.DRAFTSMITH_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** Where Redis answers, else undefined. CI sets DRAFTSMITH_REQUIRE_SERVICES, and then a missing one fails. */
export const redisUrl: string | undefined = await reachable();

async function reachable(): Promise<string | undefined> {
  try {
    const redis = await connect();
    redis.destroy();
    return SERVER;
  } catch (cause) {
    if (process.env.DRAFTSMITH_REQUIRE_SERVICES)
      throw new Error('Redis is required here and does not answer', { cause });
    process.stderr.write('SKIPPED: Redis does not answer (DRAFTSMITH_TEST_REDIS_URL); its tests do not run\n');
    return undefined;
  }
}

function connect(): Promise<RedisConnection> {
  const nothing = (): void => undefined;
  const signal = AbortSignal.timeout(5_000);
  return connectRedis({ url: SERVER, connectMs: 2_000, channel: 'test', onMessage: nothing, onLost: nothing, signal });
}

/** A part of the real Redis that only one test uses; disposing empties it. */
export async function openTestRedis() {
  if (redisUrl === undefined) throw new Error('Redis does not answer; skip the test');
  const redis = await connect();
  const prefix = `draftsmith:test:${randomBytes(6).toString('hex')}:`;
  const keys = async (): Promise<string[]> => {
    const found = (await redis.send('KEYS', `${prefix}*`)) as string[];
    return found.map((key) => key.slice(prefix.length)).sort();
  };
  return {
    url: redisUrl,
    prefix,
    keys,
    /** One command as it is; `~` at the beginning of an argument stands for the prefix. */
    send: (...command: string[]) => redis.send(...command.map((word) => word.replace(/^~/, prefix))),
    async [Symbol.asyncDispose]() {
      for (const key of await keys()) await redis.send('UNLINK', prefix + key);
      redis.destroy();
    },
  };
}
