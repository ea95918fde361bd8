import type { Database } from '@draftsmith/database';
import { rateWindows } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAllowance, sweepRateWindows } from './index.ts';
import { takeCalls } from './rate-windows.ts';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const { signal } = new AbortController();
const LIMIT = { calls: 3, windowMs: 60_000 };

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let at = NOON;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    at = NOON;
    await database.orm.delete(rateWindows);
  });
  afterAll(() => database.close());

  const process = (account = 'acme') =>
    createAllowance({ orm: database.orm, connector: 'zendesk', account, now: () => new Date(at) });
  const outcome = (taking: Promise<void>) =>
    taking.then(
      () => 'granted',
      (error) => error.code,
    );

  test('processes share a window, and are told when the next one begins', async () => {
    const [one, two] = [process(), process()];
    await one.take('updates', LIMIT, signal);
    at += 10_000;
    await two.take('updates', LIMIT, signal);
    await one.take('updates', LIMIT, signal);
    await expect(two.take('updates', LIMIT, signal)).rejects.toMatchObject({
      kind: 'rate-limited',
      retryable: true,
      retryAfterMs: 50_000,
    });
    at += 50_000;
    await two.take('updates', LIMIT, signal);
    await expect(process('globex').take('updates', LIMIT, signal)).resolves.toBeUndefined();
    await expect(process().take('ticket:1', LIMIT, signal)).resolves.toBeUndefined();
  });

  test('all that come at once, from many processes, get no more than the limit', async () => {
    const limit = { calls: 40, windowMs: 60_000 };
    const processes = Array.from({ length: 6 }, () => process());
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, (_, i) => outcome(processes[i % 6]!.take('requests', limit, signal))),
    );
    const granted = outcomes.filter((one) => one === 'granted').length;
    expect(granted).toBeLessThanOrEqual(40);
    // What a process holds in its block when the others are refused is at most one call of the twentieth part each.
    expect(granted).toBeGreaterThanOrEqual(40 - 6);
    expect(new Set(outcomes)).toEqual(new Set(['granted', 'rate-budget.used-up']));
  });

  test('never more than the limit in any window, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 30_000 }), who: fc.nat(2), calls: fc.nat(25) }), {
          maxLength: 15,
        }),
        async (calls, story) => {
          await database.orm.delete(rateWindows);
          at = NOON;
          const processes = [process(), process(), process()];
          const granted = new Map<number, number>();
          for (const step of story) {
            at += step.wait;
            const take = () => outcome(processes[step.who]!.take('b', { calls, windowMs: 60_000 }, signal));
            const outcomes = await Promise.all(Array.from({ length: step.calls }, take));
            const [window] = await database.orm.select().from(rateWindows);
            const key = window?.startedAt.getTime() ?? 0;
            const some = outcomes.filter((one) => one === 'granted').length;
            granted.set(key, (granted.get(key) ?? 0) + some);
          }
          for (const some of granted.values()) expect(some).toBeLessThanOrEqual(calls);
        },
      ),
      { numRuns: backend === 'pglite' ? 40 : 15 },
    );
  });

  test('a limit that shrinks within a window takes nothing back and grants nothing', async () => {
    const bucket = { connector: 'zendesk', account: 'acme', bucket: 'b' };
    await takeCalls(database.orm, bucket, { calls: 10, windowMs: 1_000 }, 8, new Date(at));
    const smaller = await takeCalls(database.orm, bucket, { calls: 5, windowMs: 1_000 }, 2, new Date(at));
    expect(smaller).toEqual({ retryAfterMs: 1_000 });
    const larger = await takeCalls(database.orm, bucket, { calls: 9, windowMs: 1_000 }, 5, new Date(at));
    expect(larger).toEqual({ calls: 1, endsAt: NOON + 1_000 });
  });

  test('a limit that grows within a window is of use at once', async () => {
    const one = process();
    for (let call = 0; call < 3; call++) await one.take('b', LIMIT, signal);
    await expect(one.take('b', LIMIT, signal)).rejects.toMatchObject({ kind: 'rate-limited' });
    await one.take('b', { ...LIMIT, calls: 5 }, signal);
    await one.take('b', { ...LIMIT, calls: 5 }, signal);
    await expect(one.take('b', { ...LIMIT, calls: 5 }, signal)).rejects.toMatchObject({ kind: 'rate-limited' });
  });

  test('most calls of a large limit ask nobody', async () => {
    let asked = 0;
    const orm = {
      execute: ((query: never) => {
        asked += 1;
        return database.orm.execute(query);
      }) as unknown as Database['orm']['execute'],
    };
    const allowance = createAllowance({ orm, connector: 'zendesk', account: 'acme', now: () => new Date(at) });
    for (let call = 0; call < 200; call++) await allowance.take('requests', { calls: 200, windowMs: 60_000 }, signal);
    expect(asked).toBe(20);
  });

  test('windows that are over are swept', async () => {
    await process().take('ticket:1', LIMIT, signal);
    expect(await sweepRateWindows(database.orm, new Date(at))).toBe(0);
    expect(await sweepRateWindows(database.orm, new Date(at + 60_001))).toBe(1);
  });

  test('who has stopped waiting takes nothing', async () => {
    await expect(process().take('b', LIMIT, AbortSignal.abort())).rejects.toMatchObject({ code: 'http.aborted' });
    expect(await database.orm.select().from(rateWindows)).toEqual([]);
  });
});
