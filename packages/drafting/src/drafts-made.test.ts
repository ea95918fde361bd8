import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DraftRow } from './draft-store.ts';
import { countDrafts } from './drafts-made.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const minutes = (count: number) => new Date(NOON + count * 60_000);
let last = 0;

function row(change: Partial<typeof drafts.$inferInsert> = {}): typeof drafts.$inferInsert {
  last += 1;
  return {
    id: `00000000-0000-8000-8000-${String(last).padStart(12, '0')}`,
    connector: 'desk',
    account: 'acme',
    resourceType: 'ticket',
    resourceId: '7',
    revision: `c${last}`,
    deliveryId: `d${last}`,
    state: 'drafted',
    provider: 'p',
    receivedAt: minutes(-10),
    finishedAt: minutes(-9),
    ...change,
  };
}

const working = { state: 'working', provider: null, finishedAt: null } as const;

describe.each(testBackends)('drafts made, in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(drafts));
  afterAll(() => database.close());

  const mine = row({ ...working, receivedAt: minutes(0) });
  const made = async (others: (typeof drafts.$inferInsert)[], about = mine) => {
    await database.orm.insert(drafts).values([mine, ...others]);
    return countDrafts(database, about as DraftRow, minutes(0));
  };

  test('what was written counts, whatever became of it, and nothing that was left alone', async () => {
    const others = [
      row(),
      row({ state: 'skipped' }),
      row({ state: 'failed' }),
      row({ state: 'skipped', provider: null }),
      row({ state: 'failed', provider: null }),
    ];
    expect(await made(others)).toEqual({ onResource: 3, lastHour: 3 });
  });

  test('other resources count for the hour, other accounts never', async () => {
    const others = [
      row({ resourceId: '8' }),
      row({ account: 'other' }),
      row({ connector: 'other', resourceId: '9' }),
      row({ resourceType: 'chat' }),
    ];
    expect(await made(others)).toEqual({ onResource: 0, lastHour: 2 });
  });

  test('an hour is an hour', async () => {
    const others = [
      row({ receivedAt: minutes(-70), finishedAt: minutes(-61) }),
      // Waited for its turn: what counts is when it was written.
      row({ receivedAt: minutes(-70), finishedAt: minutes(-59) }),
      row({ receivedAt: minutes(-3000), finishedAt: minutes(-2999) }),
    ];
    expect(await made(others)).toEqual({ onResource: 3, lastHour: 1 });
  });

  test('of those under way only what came earlier counts: the first of many gets through', async () => {
    const earlier = row({ ...working, receivedAt: minutes(-1) });
    const later = row({ ...working, receivedAt: minutes(1) });
    const unclaimed = row({ ...working, revision: null, receivedAt: minutes(-1) });
    expect(await made([earlier, later, unclaimed])).toEqual({ onResource: 1, lastHour: 1 });
    const counts = await Promise.all(
      [earlier, mine, later].map((one) => countDrafts(database, one as DraftRow, minutes(0))),
    );
    expect(counts.map(({ onResource }) => onResource)).toEqual([0, 1, 2]);
  });
});
