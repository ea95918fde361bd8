import { createAuditLog } from '@draftsmith/audit';
import type { Database } from '@draftsmith/database';
import { auditLog, drafts, installations as table } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createDraftStore } from '@draftsmith/drafting';
import { createInstallations } from '@draftsmith/installations';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConfiguredAccount } from '../accounts.ts';
import { type RemovalsDeps, sweepRemoved } from './watch-removals.ts';

const NOON = new Date('2026-11-22T12:00:00.000Z');
const key = { connector: 'zendesk', account: 'acme' };
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    for (const one of [drafts, auditLog, table]) await database.orm.delete(one);
    const audit = createAuditLog(database.orm, () => NOON);
    await audit.record({ actor: { kind: 'command' }, action: 'connection.removed', subject: 'zendesk/acme' });
  });
  afterAll(() => database.close());

  const sweep = (at: Date, change: Partial<RemovalsDeps> = {}) => {
    const installations = createInstallations(database.orm);
    return sweepRemoved({ orm: database.orm, installations, configured: [], logger: silentLogger, ...change }, at);
  };
  const left = async () => (await database.orm.select().from(drafts)).map(({ account }) => account);
  /** As a job does that was writing when its account was taken away. */
  const draftFor = (account: string, id: string) =>
    createDraftStore(database, testSealer()).save({
      ...{ ...key, account, id, resourceType: 'ticket', resourceId: '7', deliveryId: 'd1', state: 'working' },
      ...{ receivedAt: NOON, subject: 'Refund', text: 'Dear Priya' },
    });

  test('a draft that was under way when its account was taken away leaves nothing', async () => {
    await draftFor('acme', '00000000-0000-4000-8000-000000000001');
    await draftFor('acme2', '00000000-0000-4000-8000-000000000002');
    expect(await sweep(later(1))).toBe(1);
    expect(await left()).toEqual(['acme2']);
    expect(await sweep(later(2))).toBe(0);
  });

  test('an account that is there again keeps what it has, and old removals are over', async () => {
    await draftFor('acme', '00000000-0000-4000-8000-000000000001');
    const configured = [{ descriptor: { id: 'zendesk' }, account: 'acme' }] as unknown as ConfiguredAccount[];
    expect(await sweep(later(1), { configured })).toBe(0);
    expect(await sweep(later(11))).toBe(0);
    await createInstallations(database.orm).begin({ ...key, way: 'oauth', given: {}, connectedBy: null });
    expect(await sweep(later(1))).toBe(0);
    expect(await left()).toEqual(['acme']);
  });
});
