import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { describe, expect, test } from 'vitest';
import { endAbandonedDrafts } from './end-abandoned.ts';

describe.each(testBackends)('on %s', (backend) => {
  test('ends what no job works on any more, and nothing else', async () => {
    const database = await openTestDatabase(backend);
    try {
      const now = new Date('2026-11-20T10:00:00Z');
      const row = (deliveryId: string, minutesAgo: number, state: 'working' | 'drafted' = 'working') => ({
        id: crypto.randomUUID(),
        connector: 'desk',
        account: 'acme',
        resourceType: 'ticket',
        resourceId: '7',
        deliveryId,
        state,
        receivedAt: new Date(now.getTime() - minutesAgo * 60_000),
      });
      await database.orm
        .insert(drafts)
        .values([row('killed', 5), row('retrying', 5), row('new', 0), row('done', 5, 'drafted')]);
      const ended = await endAbandonedDrafts({
        database,
        stillOpen: async (jobs) => jobs.filter(({ deliveryId }) => deliveryId === 'retrying'),
        now: () => now,
      });
      expect(ended).toBe(1);
      const states = Object.fromEntries(
        (await database.orm.select().from(drafts)).map((one) => [one.deliveryId, one.state]),
      );
      expect(states).toEqual({ killed: 'failed', retrying: 'working', new: 'working', done: 'drafted' });
    } finally {
      await database.close();
    }
  });
});
