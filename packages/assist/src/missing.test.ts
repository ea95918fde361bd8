import type { drafts } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { createMissing } from './missing.ts';
import { aConnection, aContext, NOON } from './testing.ts';

const row = {
  ...{ id: 'd', connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', finishedAt: NOON },
} as typeof drafts.$inferSelect;

test('whoever looks while the source system is away sees the ticket, and it is asked again for the next', async () => {
  let away = true;
  const missingOf = createMissing({
    connectionOf: () =>
      aConnection(async () => {
        if (away) throw new AppError('unavailable', 'The source system is away');
        return { kind: 'context', context: aContext() };
      }),
    similar: async () => [],
  });
  const nothing = { questions: [], similar: [] };
  expect(await Promise.all([missingOf(row), missingOf(row)])).toEqual([nothing, nothing]);
  away = false;
  expect((await missingOf(row)).questions).toHaveLength(1);
});
