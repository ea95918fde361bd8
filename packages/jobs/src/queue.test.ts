import type { Database } from '@draftsmith/database';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobPayload } from './catalogue.ts';
import { createJobQueue, type JobContext, type JobQueue } from './queue.ts';

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
