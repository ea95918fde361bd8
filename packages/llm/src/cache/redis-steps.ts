import { randomBytes } from 'node:crypto';
import type { CacheKey } from './answer-store.ts';
import { nonsense, type RedisConnection } from './redis.ts';
import { FORGET, LOOK, RENEW, type Script, SETTLE } from './redis-scripts.ts';
import type { SealedAnswer } from './sealed-answer.ts';
import { beginning, channelOf, encode, encodeNews, redisKeys } from './wire.ts';

// The scripts with their arguments and replies. Every reply repeats the token that went out with it: a connection that
// is out of step, and hands one caller the reply to another, is found out by that.

/** Where answers lie, and for how many milliseconds. */
export interface Place {
  prefix: string;
  ttlMs: number;
  /** Of a maker's lock, unless it is renewed. */
  leaseMs: number;
}

export interface Looked {
  /** `answer`: it is there; `lead`: the caller has the lock; `wait`: somebody else has. */
  kind: 'answer' | 'lead' | 'wait';
  /** Of the account, when it was looked. */
  generation: string;
  text?: string;
  /** Milliseconds that the answer is good for yet. */
  ttlMs?: number;
}

/** What a maker needs to keep its answer; the token opens the lock only if the maker got it. */
export interface Making {
  key: CacheKey;
  token: string;
  generation: string;
}

export async function look(redis: RedisConnection, place: Place, { key, token }: Omit<Making, 'generation'>) {
  const { answer, lock, generation } = redisKeys(place.prefix, key);
  const args = [token, String(place.leaseMs), randomToken(), String(place.ttlMs), beginning(key)];
  return readLooked(await run(redis, LOOK, { keys: [answer, lock, generation], args }));
}

function readLooked([kind, generation, text, ttl]: unknown[]): Looked {
  if (typeof generation !== 'string') throw nonsense();
  if (kind === 'lead' || kind === 'wait') return { kind, generation };
  if (kind !== 'answer' || typeof text !== 'string' || !/^-?\d+$/.test(String(ttl))) throw nonsense();
  return { kind, generation, text, ttlMs: Number(ttl) };
}

export async function settle(redis: RedisConnection, place: Place, making: Making, answer?: SealedAnswer) {
  const { key, token, generation } = making;
  const keys = redisKeys(place.prefix, key);
  const value = answer ? encode(key, generation, answer) : '';
  const news = (['kept', 'none'] as const).map((kind) => encodeNews({ kind, key }));
  const args = [token, generation, value, String(place.ttlMs), channelOf(place.prefix), ...news];
  await run(redis, SETTLE, { keys: [keys.answer, keys.lock, keys.generation], args });
}

export async function renew(redis: RedisConnection, place: Place, { key, token }: Making): Promise<void> {
  await run(redis, RENEW, { keys: [redisKeys(place.prefix, key).lock], args: [token, String(place.leaseMs)] });
}

export async function forget(redis: RedisConnection, { prefix }: Place, account: string): Promise<void> {
  const { generation } = redisKeys(prefix, { account, digest: '' });
  const news = encodeNews({ kind: 'purged', account });
  await run(redis, FORGET, { keys: [generation], args: [randomToken(), channelOf(prefix), news] });
}

/** Removes one page of an account's answers; gives the cursor of the next page, `0` after the last. */
export async function sweep(redis: RedisConnection, { prefix }: Place, { account, cursor }: Page): Promise<string> {
  const { allAnswers } = redisKeys(prefix, { account, digest: '' });
  const reply = await redis.send('SCAN', cursor, 'MATCH', allAnswers, 'COUNT', '1000');
  const [next, found] = Array.isArray(reply) ? reply : [];
  if (typeof next !== 'string' || !Array.isArray(found)) throw nonsense();
  if (found.length > 0) await redis.send('UNLINK', ...found.map(String));
  return next;
}

interface Page {
  account: string;
  cursor: string;
}

/** @param args the token first; what the reply holds after it is returned. */
async function run(
  redis: RedisConnection,
  { lua, sha }: Script,
  { keys, args }: { keys: string[]; args: string[] },
): Promise<unknown[]> {
  const rest = [String(keys.length), ...keys, ...args];
  const reply = await redis.send('EVALSHA', sha, ...rest).catch((error: unknown) => {
    // Redis forgets scripts when it starts anew.
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return redis.send('EVAL', lua, ...rest);
    throw error;
  });
  if (!Array.isArray(reply) || reply[0] !== args[0]) throw nonsense();
  return reply.slice(1);
}

/** Nobody guesses it, no two are the same. */
export function randomToken(): string {
  return randomBytes(16).toString('base64url');
}
