import type { Logger } from '@draftsmith/logger';
import { expect } from 'vitest';
import type { AnswerStore } from '../answer-store.ts';
import { type AnswerStoreOptions, createAnswerStore } from '../create-store.ts';
import { openTestRedis } from '../testing.ts';

interface SharedStoresOptions extends Partial<AnswerStoreOptions> {
  limits?: Partial<NonNullable<AnswerStoreOptions['redis']>>;
}

/**
 * Stores as of several processes on one Redis. Their limits are far away: only a broken test would meet them. A command's
 * limit is further than any step of the clock: a reply that is on its way while a test moves the clock is not late.
 */
export async function openSharedStores({ limits, ...options }: SharedStoresOptions = {}) {
  const redis = await openTestRedis();
  const stores: AnswerStore<string>[] = [];
  const { url, prefix, keys } = redis;
  const far = { url, prefix, commandMs: 3_600_000, leaseMs: 60_000, waitMs: 60_000 };
  return {
    ...redis,
    newStore({ url, logger }: { url?: string; logger?: Logger } = {}): AnswerStore<string> {
      const memory = { maxBytes: 1_000_000, ttlMs: 60_000 };
      const way = { ...far, ...limits, ...(url && { url }) };
      const store = createAnswerStore<string>({ memory, redis: way, ...options, ...(logger && { logger }) });
      stores.push(store);
      return store;
    },
    /** The name of the only key of this kind. */
    async only(kind: string): Promise<string> {
      const found = (await keys()).filter((name) => name.includes(`:${kind}`));
      expect(found).toHaveLength(1);
      return `~${found[0]}`;
    },
    appears: (kind: string) => expect.poll(keys).toContainEqual(expect.stringContaining(`:${kind}`)),
    disappears: (kind: string) => expect.poll(keys).not.toContainEqual(expect.stringContaining(`:${kind}`)),
    async [Symbol.asyncDispose]() {
      for (const store of stores) await store.close();
      await redis[Symbol.asyncDispose]();
    },
  };
}
