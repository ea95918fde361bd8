import { rateLimits } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';

describe.each(testBackends)('rate limits on %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let limiter: RateLimiter;
  let now: Date;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(rateLimits);
    now = new Date('2026-01-01T00:00:00Z');
    limiter = createRateLimiter(database.orm, { max: 3, windowMs: 60_000 }, () => now);
  });
  afterAll(() => database.close());

  const take = async (...keys: string[]) => (await limiter.take(keys)).allowed;
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  it('allows so many in a window and says how long to wait', async () => {
    expect([await take('a'), await take('a'), await take('a'), await take('a')]).toEqual([true, true, true, false]);
    later(20_000);
    expect(await limiter.take(['a'])).toEqual({ allowed: false, retryAfterMs: 40_000, first: false });
    expect(await take('b')).toBe(true);
  });

  it('begins anew after the window, which refused attempts do not prolong', async () => {
    for (let i = 0; i < 5; i += 1) {
      await take('a');
      later(10_000);
    }
    later(10_000);
    expect([await take('a'), await take('a'), await take('a'), await take('a')]).toEqual([true, true, true, false]);
  });

  it('allows exactly the maximum of any number at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => take('a')));
    expect(results.filter(Boolean)).toHaveLength(3);
  });

  it('stops at the first key that is used up: a blocked network uses up nobody else’s attempts', async () => {
    for (let i = 0; i < 3; i += 1) await take('network');
    for (let i = 0; i < 5; i += 1) expect(await take('network', 'person')).toBe(false);
    expect([await take('person'), await take('person'), await take('person')]).toEqual([true, true, true]);
  });

  it('forgets attempts that were given back, and never counts below none', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect(await take('a')).toBe(true);
      await limiter.giveBack(['a', 'unknown']);
      await limiter.giveBack(['a']);
    }
    expect([await take('a'), await take('a'), await take('a'), await take('a')]).toEqual([true, true, true, false]);
  });

  it('keeps no rows of windows that are over', async () => {
    await take('a');
    await take('b');
    later(60_000);
    await take('c');
    expect((await database.orm.select().from(rateLimits)).map(({ key }) => key)).toEqual(['c']);
  });
});
