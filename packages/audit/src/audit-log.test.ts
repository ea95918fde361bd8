import type { Database } from '@draftsmith/database';
import { auditLog } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuditQuestion, createAuditLog, listAudit, type RecordedAct } from './index.ts';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const ada = { kind: 'user', id: 'u1', name: 'Ada' } as const;

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let now = NOON;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    now = NOON;
    await database.orm.delete(auditLog);
  });
  afterAll(() => database.close());

  const audit = () => createAuditLog(database.orm, () => new Date(now));
  const actions = async (question: Partial<AuditQuestion> = {}) =>
    (await listAudit(database.orm, { limit: 10, ...question })).items.map(({ action }) => action);

  test('who did what to what, and when', async () => {
    const detail = { role: 'admin', changed: ['name'], rows: 3, done: true };
    await audit().record({ actor: ada, action: 'user.changed', subject: 'u2', detail });
    now += 1;
    await audit().record({ actor: { kind: 'command' }, action: 'data.erased' });
    expect((await listAudit(database.orm, { limit: 10 })).items).toEqual([
      {
        ...{ id: expect.any(String), at: new Date(NOON + 1), actor: { kind: 'command' } },
        ...{ action: 'data.erased', subject: null, detail: {} },
      },
      { id: expect.any(String), at: new Date(NOON), actor: ada, action: 'user.changed', subject: 'u2', detail },
    ]);
  });

  test('an act that is undone leaves no entry', async () => {
    const act = database.orm.transaction(async (tx) => {
      await audit().record({ actor: ada, action: 'user.created' }, tx);
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await actions()).toEqual([]);
  });

  test('what no database can store does not lose the entry', async () => {
    await audit().record({ actor: { ...ada, name: 'A\0\ud800' }, action: 'user.changed', detail: { note: '\0' } });
    expect(await actions()).toEqual(['user.changed']);
  });

  test('pages hold every entry once, also those of one moment and beside new ones', async () => {
    for (let i = 0; i < 7; i++) {
      if (i === 3) now += 1_000;
      await audit().record({ actor: { kind: 'system' }, action: 'retention.run', detail: { i } });
    }
    const seen: RecordedAct[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listAudit(database.orm, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.next;
      now += 1_000;
      await audit().record({ actor: { kind: 'system' }, action: 'retention.run', detail: { i: -1 } });
    } while (cursor);
    expect(seen.map(({ detail }) => detail.i).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('by action, its beginning, and time', async () => {
    for (const action of ['user.created', 'user.removed', 'users', 'key.rotated']) {
      await audit().record({ actor: ada, action });
      now += 1_000;
    }
    expect(await actions({ action: 'user' })).toEqual(['user.removed', 'user.created']);
    expect(await actions({ action: 'user.created' })).toEqual(['user.created']);
    expect(await actions({ action: '%' })).toEqual([]);
    expect(await actions({ since: new Date(NOON + 1_000), until: new Date(NOON + 3_000) })).toEqual([
      'users',
      'user.removed',
    ]);
  });

  test.each(['x', '2026-11-22T12:00:00.000Z', 'x_00000000-0000-8000-8000-000000000001', '2026-11-22T12:00:00.000Z_x'])(
    'the cursor %s is refused with what to do',
    async (cursor) => {
      await expect(listAudit(database.orm, { limit: 1, cursor })).rejects.toMatchObject({
        kind: 'invalid',
        message: 'The cursor is not one of ours: reload the list',
      });
    },
  );
});
