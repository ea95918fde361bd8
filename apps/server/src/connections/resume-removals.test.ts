import { AppError } from '@draftsmith/errors';
import type { Installation } from '@draftsmith/installations';
import { silentLogger } from '@draftsmith/logger';
import { expect, test } from 'vitest';
import { resumeRemovals } from './resume-removals.ts';

const NOON = new Date('2026-11-22T12:00:00.000Z');

test('removals that broke off are ended, each for itself; those under way are left to whoever is at it', async () => {
  const row = (account: string, state: Installation['state'], minutesAgo: number) =>
    ({
      ...{ connector: 'zendesk', account, state },
      updatedAt: new Date(NOON.getTime() - minutesAgo * 60_000),
    }) as Installation;
  const rows = [
    row('broken', 'removing', 6),
    row('also-broken', 'removing', 600),
    row('under-way', 'removing', 1),
    row('ready', 'ready', 600),
  ];
  const asked: unknown[] = [];
  await resumeRemovals(
    {
      installations: { list: async () => rows },
      remove: async (key, actor) => {
        asked.push([key.account, actor]);
        if (key.account === 'broken') throw new AppError('unavailable', 'The database does not answer');
        return { left: [] };
      },
      logger: silentLogger,
    },
    NOON,
  );
  expect(asked).toEqual([
    ['broken', { kind: 'system' }],
    ['also-broken', { kind: 'system' }],
  ]);
});
