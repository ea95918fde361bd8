import type { Database } from '@draftsmith/database';
import { draftPeople, drafts, erasures } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPeopleIndex } from './people-index.ts';
import { createPeopleNotes } from './people-notes.ts';
import { aDraft, draftId, NOON, secondsAfter } from './testing.ts';

const index = createPeopleIndex(Buffer.alloc(32, 7));
const anna = { name: 'Anna Weber', email: 'anna@example.org' };

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(erasures);
    await database.orm.delete(drafts);
  });
  afterAll(() => database.close());

  const notes = () => createPeopleNotes(database, index, () => NOON);
  const mark = (at: Date, until: Date) =>
    database.orm.insert(erasures).values(index.digestsOf([anna]).map(({ digest }) => ({ digest, at, until })));
  const rowOf = async (n: number) =>
    (
      await database.orm
        .select()
        .from(drafts)
        .where(eq(drafts.id, draftId(n)))
    )[0];

  test('whom a draft is about is kept once, and a draft that is gone troubles no other', async () => {
    await database.orm.insert(drafts).values([aDraft(1), aDraft(2)]);
    const { note } = notes();
    const noted = [note(draftId(1), [anna, anna]), note(draftId(9), [anna]), note(draftId(2), [{ name: 'Ben' }])];
    expect(await Promise.all(noted)).toEqual(['noted', 'noted', 'noted']);
    expect(await note(draftId(1), [anna])).toBe('noted');
    const rows = await database.orm.select().from(draftPeople);
    expect(rows.filter((row) => row.draftId === draftId(1)).map(({ kind }) => kind)).toEqual(['email', 'name']);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/anna|ben/i);
  });

  test('a draft of somebody who was erased meanwhile ends, and what it knew goes', async () => {
    await database.orm.insert(drafts).values([aDraft(1, { state: 'working', outcome: null }), aDraft(2)]);
    await mark(secondsAfter(NOON, -10), secondsAfter(NOON, 10));
    const { note } = notes();
    expect(await Promise.all([note(draftId(1), [anna]), note(draftId(2), [{ name: 'Ben' }])])).toEqual([
      'erased',
      'noted',
    ]);
    expect(await rowOf(1)).toMatchObject({
      state: 'skipped',
      outcome: { kind: 'skipped', reason: 'erased' },
      about: null,
      content: null,
      forgottenAt: NOON,
      forgottenWhy: 'request',
    });
    expect((await rowOf(2))?.forgottenAt).toBeNull();
    expect(await database.orm.select().from(draftPeople)).toHaveLength(1);
  });

  test('a draft that was erased for its words stays so, whomever it is about', async () => {
    await database.orm.insert(drafts).values(aDraft(1, { forgottenAt: NOON, forgottenWhy: 'request' }));
    await database.orm.insert(drafts).values(aDraft(2, { forgottenAt: NOON, forgottenWhy: 'retention' }));
    expect(await notes().note(draftId(1), [anna])).toBe('erased');
    expect(await notes().note(draftId(2), [anna])).toBe('noted');
  });

  test('what the source system took away is told as such, unless it was erased on request before', async () => {
    await database.orm.insert(drafts).values(aDraft(1, { forgottenAt: NOON, forgottenWhy: 'source' }));
    await database.orm.insert(drafts).values(aDraft(2, { forgottenAt: NOON, forgottenWhy: 'request', revision: 'r2' }));
    const { connector, account, resourceType, resourceId } = aDraft(2);
    const digest = `${connector}/${account}/${resourceType}:${resourceId}`;
    await database.orm.insert(erasures).values({ digest, at: NOON, until: secondsAfter(NOON, 10) });
    expect(await notes().note(draftId(1), [anna])).toBe('removed');
    expect(await notes().note(draftId(2), [anna])).toBe('erased');
    expect((await rowOf(2))?.forgottenWhy).toBe('request');
  });

  test('a message that came after the erasure is a new matter, and a mark that is over stops nobody', async () => {
    await database.orm.insert(drafts).values([aDraft(1), aDraft(2, { receivedAt: secondsAfter(NOON, -30) })]);
    await mark(secondsAfter(NOON, -61), secondsAfter(NOON, 10));
    expect(await notes().note(draftId(1), [anna])).toBe('noted');
    await database.orm.update(erasures).set({ at: NOON, until: NOON });
    expect(await notes().note(draftId(2), [anna])).toBe('noted');
  });
});
