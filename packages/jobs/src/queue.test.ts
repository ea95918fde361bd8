import type { Database } from '@draftsmith/database';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobPayload } from './catalogue.ts';
import { createJobQueue, type JobQueue } from './queue.ts';
import type { JobContext } from './verdict.ts';

const job = (resourceId: string): JobPayload<'draft'> => ({
  connector: 'z',
  account: 'a',
  resourceType: 'ticket',
  resourceId,
  deliveryId: `d${resourceId}`,
});

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let queue: JobQueue;
  beforeEach(async () => {
    database = await openTestDatabase(backend);
    queue = createJobQueue({ database, logger: silentLogger, retryDelaySeconds: 0 });
    await queue.start();
  });
  afterEach(async () => {
    await queue.stop({ timeoutMs: 2_000 });
    await database.close();
  });

  async function states(): Promise<string[]> {
    const { rows } = (await database.orm.execute(sql`select state::text as state from pgboss.job`)) as unknown as {
      rows: { state: string }[];
    };
    return rows.map(({ state }) => state).sort();
  }

  test('a job exists exactly if its transaction does, and is worked once', async () => {
    const seen: string[] = [];
    await queue.work('draft', 4, async ({ resourceId }) => {
      seen.push(resourceId);
      return { kind: 'done' };
    });
    await expect(
      database.orm.transaction(async (tx) => {
        await queue.enqueue('draft', [job('lost')], tx);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await database.orm.transaction((tx) => queue.enqueue('draft', [job('1'), job('2')], tx));
    await expect.poll(() => queue.open('draft')).toBe(0);
    expect(seen.sort()).toEqual(['1', '2']);
  });

  test('a retry and a bug come again; the handler knows its last try', async () => {
    const tries: JobContext['lastTry'][] = [];
    await queue.work('draft', 1, async (_, { lastTry }) => {
      tries.push(lastTry);
      if (tries.length === 1) throw new Error('a bug');
      return tries.length < 9 ? { kind: 'retry', message: 'not yet' } : { kind: 'done' };
    });
    await database.orm.transaction((tx) => queue.enqueue('draft', [job('1')], tx));
    await expect.poll(() => tries.length, { timeout: 20_000 }).toBe(9);
    expect(tries).toEqual([...Array(8).fill(false), true]);
  });

  test('a job whose turn has not come keeps its age and its tries, however often it is put back', async () => {
    const tries: JobContext[] = [];
    await queue.work('draft', 1, async (_, context) => {
      tries.push(context);
      if (tries.length <= 12) return { kind: 'later', afterMs: 60_000, message: 'full' };
      return tries.length <= 14 ? { kind: 'retry', message: 'down' } : { kind: 'done' };
    });
    await database.orm.transaction((tx) => queue.enqueue('draft', [job('1')], tx));
    await expect.poll(() => tries.length, { timeout: 20_000 }).toBe(15);
    await expect.poll(() => queue.open('draft')).toBe(0);
    expect(new Set(tries.map(({ enqueuedAt }) => enqueuedAt.getTime())).size).toBe(1);
    expect(tries.filter(({ lastTry, mayWait }) => lastTry || !mayWait)).toEqual([]);
    expect(await states()).toEqual(['completed']);
  });

  test('a job waits as long as it was told, with the tries that it had', async () => {
    const patient = createJobQueue({ database, logger: silentLogger });
    await patient.start();
    const { promise: put, resolve } = Promise.withResolvers<void>();
    await patient.work('draft', 1, async () => {
      resolve();
      return { kind: 'later', afterMs: 55_000, message: 'full' };
    });
    await database.orm.transaction((tx) => patient.enqueue('draft', [job('1')], tx));
    await put;
    await expect.poll(states).toEqual(['created']);
    expect(await patient.waiting('draft')).toBe(1);
    const { rows } = (await database.orm.execute(sql`
      select retry_limit - retry_count as left, extract(epoch from start_after - started_on)::float8 as pause
      from pgboss.job`)) as unknown as { rows: { left: number; pause: number }[] };
    expect(rows[0]?.left).toBe(9);
    expect(rows[0]?.pause).toBeGreaterThanOrEqual(55);
    await patient.stop({ timeoutMs: 2_000 });
  });

  test('after a day each try counts, so that nothing circles for ever', async () => {
    const tries: JobContext[] = [];
    await database.orm.transaction((tx) => queue.enqueue('draft', [job('1')], tx));
    await database.orm.execute(sql`update pgboss.job set created_on = now() - interval '25 hours'`);
    await queue.work('draft', 1, async (_, context) => {
      tries.push(context);
      return { kind: 'later', afterMs: 1, message: 'full' };
    });
    await expect.poll(() => queue.open('draft'), { timeout: 20_000 }).toBe(0);
    expect(await states()).toEqual(['failed']);
    expect(tries.map(({ lastTry }) => lastTry)).toEqual([...Array(8).fill(false), true]);
    expect(tries.every(({ mayWait }) => !mayWait)).toBe(true);
  });

  test('a batch that ends late does not end the next try of a job that it put back', async () => {
    const gates = { slow: Promise.withResolvers<void>(), again: Promise.withResolvers<void>() };
    const seen: string[] = [];
    await database.orm.transaction((tx) => queue.enqueue('draft', [job('slow'), job('quick')], tx));
    await queue.work('draft', 2, async ({ resourceId }) => {
      seen.push(resourceId);
      if (resourceId === 'slow') await gates.slow.promise;
      else if (seen.filter((one) => one === 'quick').length === 1)
        return { kind: 'later', afterMs: 1, message: 'full' };
      else await gates.again.promise;
      return { kind: 'done' };
    });
    await expect.poll(() => seen.toSorted(), { timeout: 5_000 }).toEqual(['quick', 'quick', 'slow']);
    gates.slow.resolve();
    await expect.poll(states, { timeout: 5_000 }).toEqual(['active', 'completed']);
    gates.again.resolve();
    await expect.poll(states, { timeout: 5_000 }).toEqual(['completed', 'completed']);
  });

  test('slow jobs that come one by one hold nobody up, up to the limit', async () => {
    const started: string[] = [];
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    let most = 0;
    let running = 0;
    await queue.work('draft', 12, async ({ resourceId }) => {
      started.push(resourceId);
      running += 1;
      most = Math.max(most, running);
      await end;
      running -= 1;
      return { kind: 'done' };
    });
    const ids = Array.from({ length: 12 }, (_, i) => String(i));
    for (const id of ids) {
      await database.orm.transaction((tx) => queue.enqueue('draft', [job(id)], tx));
      await expect.poll(() => started, { timeout: 5_000 }).toContain(id);
    }
    await database.orm.transaction((tx) => queue.enqueue('draft', ['a', 'b', 'c'].map(job), tx));
    finish();
    await expect.poll(() => queue.open('draft'), { timeout: 5_000 }).toBe(0);
    expect(started).toHaveLength(15);
    expect(most).toBeLessThanOrEqual(12);
  });

  test('a payload that holds more than identifiers is refused', async () => {
    const withBody = { ...job('1'), body: 'text' } as JobPayload<'draft'>;
    await expect(database.orm.transaction((tx) => queue.enqueue('draft', [withBody], tx))).rejects.toThrow();
  });
});

test('what was running when an embedded process died is taken up at the next start', async () => {
  const database = await openTestDatabase('pglite');
  const dying = createJobQueue({ database, logger: silentLogger });
  await dying.start();
  await database.orm.transaction((tx) => dying.enqueue('draft', [job('1')], tx));
  await database.orm.execute(sql`update pgboss.job set state = 'active', started_on = now()`);
  await dying.stop({ timeoutMs: 100 });

  const next = createJobQueue({ database, logger: silentLogger });
  await next.start();
  const worked = new Promise<string>((done) => {
    void next.work('draft', 1, async ({ resourceId }) => {
      done(resourceId);
      return { kind: 'done' };
    });
  });
  await expect(worked).resolves.toBe('1');
  await expect.poll(() => next.open('draft')).toBe(0);
  await next.stop({ timeoutMs: 1_000 });
  await database.close();
});
