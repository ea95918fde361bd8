import type { Database } from '@draftsmith/database';
import { installations as table } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInstallations } from './index.ts';

const key = { connector: 'zendesk', account: 'acme' };
const connected = { ...key, way: 'oauth', given: {}, connectedBy: null } as const;

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(table));
  afterAll(() => database.close());

  const installations = () => createInstallations(database.orm);

  test('an account that is being removed is not made ready by what was under way', async () => {
    await installations().begin(connected);
    await installations().change(key, { state: 'removing' });
    expect(await installations().change(key, { state: 'ready', connectedAt: new Date() })).toBeUndefined();
    expect(await installations().change(key, { state: 'reconnect' })).toBeUndefined();
    expect(await installations().find(key)).toMatchObject({ state: 'removing', connectedAt: null });
    // Removing can be repeated, and whoever connects it anew has it again.
    expect(await installations().change(key, { state: 'removing' })).toMatchObject({ state: 'removing' });
    expect(await installations().begin(connected)).toMatchObject({ state: 'connecting' });
    expect(await installations().change(key, { state: 'ready' })).toMatchObject({ state: 'ready' });
  });
});
