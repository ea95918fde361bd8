import type { Database } from '@draftsmith/database';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countJobsOf, hasOpenJobOf, removeJobsOf, removeJobsOfAccount } from './jobs-of.ts';
import { createJobQueue, type JobQueue } from './queue.ts';

const resource = (resourceId: string) => ({ connector: 'z', account: 'a', resourceType: 'ticket', resourceId });

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let queue: JobQueue;
  beforeEach(async () => {
    database = await openTestDatabase(backend);
    queue = createJobQueue({ database, logger: silentLogger, retryDelaySeconds: 0 });
  });
  afterEach(async () => {
    await queue.stop({ timeoutMs: 2_000 });
    await database.close();
  });

  const enqueue = (...ids: string[]) =>
    database.orm.transaction((tx) =>
      queue.enqueue(
        'draft',
        ids.map((id, i) => ({ ...resource(id), deliveryId: `d${i}` })),
        tx,
      ),
    );

  test('jobs of some resources are counted and removed, others stay', async () => {
    await queue.start();
    await enqueue('1', '1', '2', '12');
    const wanted = [resource('1'), resource('2'), { ...resource('12'), account: 'b' }];
    expect(await countJobsOf(database.orm, 'draft', wanted)).toBe(3);
    expect(await removeJobsOf(database.orm, 'draft', wanted)).toBe(3);
    expect(await removeJobsOf(database.orm, 'draft', wanted)).toBe(0);
    expect(await queue.open('draft')).toBe(1);
    expect(await removeJobsOf(database.orm, 'draft', [])).toBe(0);
  });

  test('all jobs of an account go, those of others stay', async () => {
    expect(await removeJobsOfAccount(database.orm, { connector: 'z', account: 'a' })).toBe(0);
    await queue.start();
    await enqueue('1', '2');
    await database.orm.transaction((tx) =>
      queue.enqueue(
        'knowledge',
        ['a', 'b'].map((account) => ({ connector: 'z', account, kind: 'article' as const })),
        tx,
      ),
    );
    expect(await removeJobsOfAccount(database.orm, { connector: 'z', account: 'a' })).toBe(3);
    expect(await queue.open('knowledge')).toBe(1);
  });

  test('whether one is still to be done is told of each resource', async () => {
    expect(await hasOpenJobOf(database.orm, 'draft', resource('1'))).toBe(false);
    await queue.start();
    await enqueue('1');
    expect(await hasOpenJobOf(database.orm, 'draft', resource('1'))).toBe(true);
    expect(await hasOpenJobOf(database.orm, 'draft', resource('12'))).toBe(false);
    expect(await hasOpenJobOf(database.orm, 'draft', { ...resource('1'), account: 'b' })).toBe(false);
    expect(await hasOpenJobOf(database.orm, 'reply', resource('1'))).toBe(false);
    await queue.work('draft', 1, async () => ({ kind: 'done' }));
    await expect.poll(() => hasOpenJobOf(database.orm, 'draft', resource('1'))).toBe(false);
  });

  test('what is being worked on ends without another try, and finished jobs are forgotten', async () => {
    await queue.start();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    const tries: string[] = [];
    await queue.work('draft', 2, async ({ resourceId }) => {
      tries.push(resourceId);
      if (resourceId === '2') return { kind: 'done' };
      begin();
      await end;
      return { kind: 'retry', message: 'again' };
    });
    await enqueue('2');
    await expect.poll(() => queue.open('draft')).toBe(0);
    await enqueue('1');
    await begun;
    expect(await removeJobsOf(database.orm, 'draft', [resource('1'), resource('2')])).toBe(2);
    finish();
    await enqueue('2');
    await expect.poll(() => tries).toEqual(['2', '1', '2']);
    expect(await queue.open('draft')).toBeLessThanOrEqual(1);
  });

  test('a database that no server ever used has none', async () => {
    expect(await countJobsOf(database.orm, 'draft', [resource('1')])).toBe(0);
    expect(await removeJobsOf(database.orm, 'draft', [resource('1')])).toBe(0);
  });
});
