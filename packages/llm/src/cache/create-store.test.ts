import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { answerStoreContract } from './answer-store.contract.ts';
import { createAnswerStore } from './create-store.ts';
import { type Fault, startFakeRedis } from './testing/fake-redis.ts';
import { listening } from './testing/listening.ts';
import { keyOf, makerOf } from './testing/stores.ts';
import { openTestRedis, redisUrl } from './testing.ts';

const memory = { maxBytes: 1_000_000, ttlMs: 60_000 };

describe('memory alone', () => {
  answerStoreContract(async () => {
    const store = createAnswerStore<string>({ memory });
    return { store, [Symbol.asyncDispose]: store.close };
  });

  it('forgets after its time to live, by the clock it was given', async () => {
    const clock = createManualClock();
    const store = createAnswerStore({ memory, clock });
    await store.through(keyOf('d'), makerOf('Hello'));
    await clock.advance(60_000);
    expect(store.peek(keyOf('d'))).toBeDefined();
    await clock.advance(1);
    expect(store.peek(keyOf('d'))).toBeUndefined();
  });
});

describe.skipIf(!redisUrl)('memory and Redis', () => {
  answerStoreContract(async () => {
    const redis = await openTestRedis();
    const store = createAnswerStore<string>({ memory, redis: { url: redis.url, prefix: redis.prefix } });
    return {
      store,
      async [Symbol.asyncDispose]() {
        await store.close();
        await redis[Symbol.asyncDispose]();
      },
    };
  });
});

// Its trouble changes nothing but the time it takes.
const FAULTS: Fault[] = ['hang', 'reset', 'garbage', 'wrong type', '-OOM command not allowed'];
describe.each(FAULTS)('memory and a Redis that answers everything with: %s', (fault) => {
  answerStoreContract(() => withRedisAt(startFakeRedis(() => fault)));
});

describe.each(FAULTS)('memory and a Redis that connects, and answers commands with: %s', (fault) => {
  const faultOf = (command: string) => (command === 'EVALSHA' || command === 'EVAL' ? fault : 'none');
  answerStoreContract(() => withRedisAt(startFakeRedis(faultOf)));
});

describe('memory and no Redis where there should be one', () => {
  answerStoreContract(async () => {
    const { port, close } = await listening(createServer());
    await close();
    return withRedisAt(Promise.resolve({ url: `redis://127.0.0.1:${port}`, close: async () => undefined }));
  });
});

async function withRedisAt(starting: Promise<{ url: string; close: () => Promise<void> }>) {
  const server = await starting;
  const store = createAnswerStore<string>({ memory, redis: { url: server.url, commandMs: 20 } });
  return {
    store,
    async [Symbol.asyncDispose]() {
      await store.close();
      await server.close();
    },
  };
}

it.each(['', 'localhost:6379', 'http://127.0.0.1:6379', 'redis://', 'redis://127.0.0.1/zero', 'rediss:/host'])(
  'refuses an address that is none: %j',
  (url) => {
    expect(() => createAnswerStore({ memory, redis: { url } })).toThrow(/must look like redis:/);
  },
);

it('does not quote an address that it refuses: a password may be in it', () => {
  expect(() => createAnswerStore({ memory, redis: { url: 'redis://:topsecret@host:port' } })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('topsecret') }),
  );
});
