import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftIdOf } from './draft-id.ts';
import { createDraftStore, type DraftRow, type DraftStore } from './draft-store.ts';

let tickets = 0;

/** A job for a ticket of its own. */
function rowOf(name: string, resourceId = `t${++tickets}`): DraftRow {
  const ids = { resourceId, deliveryId: `${resourceId}-${name}` };
  const job = { connector: 'zendesk', account: 'acme', resourceType: 'ticket', ...ids };
  return { id: draftIdOf(job), ...job, state: 'working', receivedAt: new Date() };
}

const failed = { kind: 'failed' as const };

describe.each(testBackends)('claims (%s)', (backend) => {
  let database: Database;
  let store: DraftStore;

  beforeAll(async () => {
    database = await openTestDatabase(backend);
    store = createDraftStore(database);
  });
  afterAll(() => database.close());

  const stored = async (id: string) => (await database.orm.select().from(drafts).where(eq(drafts.id, id)))[0];

  test('of all jobs for one message one gets it, also at the same time', async () => {
    const rows = ['a', 'b', 'c'].map((delivery) => ({ ...rowOf(delivery, 'same-time'), revision: 'm1' }));
    const claims = await Promise.all(rows.map((row) => store.claim(row)));
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'taken', 'taken']);
  });

  test('the next try of a job goes on with its own row', async () => {
    const row = rowOf('again');
    await store.claim({ ...row, revision: 'm1' });
    expect(await store.claim({ ...row, revision: 'm1' })).toEqual({ kind: 'claimed', id: row.id });
  });

  test('a job that comes again after its draft was written is over', async () => {
    const row = rowOf('finished');
    await store.claim({ ...row, revision: 'm1' });
    await store.save({ ...row, revision: 'm1', state: 'drafted', text: 'the note' });
    expect(await store.claim({ ...row, revision: 'm1' })).toEqual({ kind: 'taken', by: row.id, unfinished: false });
    expect(await stored(row.id)).toMatchObject({ state: 'drafted', text: 'the note' });
  });

  test('a try that failed before it had read anything keeps its claim', async () => {
    const [first, second] = [rowOf('first', 'outage'), rowOf('second', 'outage')];
    await store.claim({ ...first, revision: 'm1', subject: 'Refund' });
    await store.save({ ...first, outcome: failed });
    expect(await stored(first.id)).toMatchObject({ revision: 'm1', subject: 'Refund' });
    expect(await store.claim({ ...second, revision: 'm1' })).toMatchObject({ kind: 'taken', by: first.id });
  });

  test('a job whose message was taken meanwhile is told that it left a row behind', async () => {
    const [first, second] = [rowOf('first', 'two-rows'), rowOf('second', 'two-rows')];
    await store.save({ ...second, outcome: failed });
    await store.claim({ ...first, revision: 'm1' });
    expect(await store.claim({ ...second, revision: 'm1' })).toEqual({
      kind: 'taken',
      by: first.id,
      unfinished: true,
    });
  });

  test('work that failed for good is taken over, and a killed successor takes it up again', async () => {
    const [first, second] = [rowOf('first', 'taken-over'), rowOf('second', 'taken-over')];
    await store.claim({ ...first, revision: 'm1' });
    await store.save({ ...first, revision: 'm1', state: 'failed', outcome: failed });
    await store.save({ ...second, outcome: failed });
    const claimed = { kind: 'claimed', id: first.id };
    expect(await store.claim({ ...second, revision: 'm1' })).toEqual(claimed);
    expect(await store.claim({ ...second, revision: 'm1' })).toEqual(claimed);
    expect(await stored(second.id)).toBeUndefined();
  });

  test('a NUL in what customers write fails nobody', async () => {
    const row = rowOf('nul');
    await store.save({ ...row, subject: 'a\0b', outcome: { kind: 'skipped', detail: 'c\0d' } });
    expect(await stored(row.id)).toMatchObject({ subject: 'ab', outcome: { detail: 'cd' } });
  });
});
