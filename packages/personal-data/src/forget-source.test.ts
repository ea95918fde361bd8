import type { Database, Orm } from '@draftsmith/database';
import { completions, deliveries, draftPeople, drafts, erasures } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetSource, removeMarksOf } from './forget-source.ts';
import { createPeopleIndex } from './people-index.ts';
import { createPeopleNotes } from './people-notes.ts';
import { clearLatePrompts } from './prompts.ts';
import { ANNA, aDraft, aPrompt, draftId, NOON, secondsAfter } from './testing.ts';

const index = createPeopleIndex(Buffer.alloc(32, 7));
const anna = { ...ANNA, reference: 'user:7' };
const ben = { name: 'Ben', reference: 'user:8' };

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  afterAll(() => database.close());
  /** Two drafts of ticket 1, one of them under way; one of ticket 2; and ticket 1 of another account. */
  beforeEach(async () => {
    const { orm } = database;
    for (const table of [completions, drafts, erasures]) await orm.delete(table);
    await orm
      .insert(drafts)
      .values([
        aDraft(1),
        aDraft(2, { resourceId: '1', state: 'working', outcome: null, finishedAt: null }),
        aDraft(3, { resourceId: '2' }),
        aDraft(4, { resourceId: '1', account: 'other' }),
      ]);
    await Promise.all([note(1, [anna]), note(2, [anna]), note(3, [ben]), note(4, [anna])]);
    for (const n of [1, 3]) await aPrompt(orm, n);
  });

  const note = (n: number, people: (typeof anna | typeof ben)[], now = NOON) =>
    createPeopleNotes(database, index, () => now).note(draftId(n), people);
  const depsOf = (changed: object = {}) => ({ orm: database.orm, index, now: () => NOON, ...changed });
  const gone = (resourceType: string, resourceId: string) => ({
    ...{ connector: 'zendesk', account: 'acme', resourceType, resourceId },
  });
  const all = () => database.orm.select().from(drafts).orderBy(asc(drafts.id));
  const forgotten = async () => (await all()).map(({ forgottenWhy }) => forgottenWhy);
  const prompts = async () => {
    const rows = await database.orm.select().from(completions).orderBy(asc(completions.reference));
    return rows.map(({ prompt }) => prompt);
  };

  test('with a ticket go the words of its drafts, here only, and what was under way ends', async () => {
    expect(await forgetSource(depsOf(), gone('ticket', '1'), NOON)).toBe(2);
    expect(await forgotten()).toEqual(['source', 'source', null, null]);
    expect((await all()).slice(0, 2)).toMatchObject([
      { about: null, content: null, state: 'drafted', costUsd: '0.01000000' },
      { about: null, content: null, state: 'skipped', outcome: { kind: 'skipped', reason: 'removed' } },
    ]);
    expect(await prompts()).toEqual([null, 'prompt 3']);
    const people = await database.orm.select().from(draftPeople);
    expect(new Set(people.map((row) => row.draftId))).toEqual(new Set([draftId(3), draftId(4)]));
  });

  test('with a person go the drafts of this account that note them', async () => {
    expect(await forgetSource(depsOf(), gone('user', '7'), NOON)).toBe(2);
    expect(await forgotten()).toEqual(['source', 'source', null, null]);
    expect(JSON.stringify(await database.orm.select().from(erasures))).not.toMatch(/user|anna/i);
  });

  test('a contact is a person as a user is, and no notice says who it was', async () => {
    await note(3, [{ ...ANNA, reference: 'contact:7' }]);
    const told = { ...gone('contact', '7'), deliveryId: 'f1', receivedAt: NOON };
    const { orm } = database;
    await orm.delete(deliveries);
    await orm.insert(deliveries).values([told, { ...told, resourceId: '8', deliveryId: 'f2' }]);
    expect(await forgetSource(depsOf(), gone('contact', '7'), NOON)).toBe(1);
    expect(await forgotten()).toEqual([null, null, 'source', null]);
    expect(JSON.stringify(await orm.select().from(erasures))).not.toMatch(/contact|anna/i);
    const left = await orm.select().from(deliveries);
    expect(left.map(({ resourceId }) => resourceId).sort()).toEqual(['8', null]);
  });

  test('an account that goes takes its marks along, and nobody else’s', async () => {
    await forgetSource(depsOf(), gone('ticket', '1'), NOON);
    await forgetSource(depsOf(), { ...gone('ticket', '1'), account: 'acme-2' }, NOON);
    await removeMarksOf(database.orm, { connector: 'zendesk', account: 'acme' });
    const left = await database.orm.select().from(erasures);
    expect(left.map(({ digest }) => digest)).toEqual(['zendesk/acme-2/ticket:1']);
  });

  test('a draft that is claimed late finds the mark; a later message, and other accounts, do not', async () => {
    await forgetSource(depsOf(), gone('ticket', '1'), NOON);
    await forgetSource(depsOf(), gone('user', '8'), NOON);
    await database.orm
      .insert(drafts)
      .values([
        aDraft(5, { resourceId: '1', state: 'working', outcome: null }),
        aDraft(6, { resourceId: '9', state: 'working', outcome: null }),
        aDraft(7, { resourceId: '1', receivedAt: secondsAfter(NOON, 1) }),
        aDraft(8, { resourceId: '1', account: 'other' }),
      ]);
    await aPrompt(database.orm, 5);
    expect(await Promise.all([note(5, [anna]), note(6, [ben]), note(7, [anna]), note(8, [ben])])).toEqual([
      ...['removed', 'removed', 'noted', 'noted'],
    ]);
    expect((await forgotten()).slice(4)).toEqual(['source', 'source', null, null]);
    expect(await clearLatePrompts(database.orm)).toBe(1);
    // When no such draft can be left, the mark is of no use.
    await database.orm.insert(drafts).values(aDraft(9, { resourceId: '1', revision: 'r99' }));
    expect(await note(9, [anna], secondsAfter(NOON, 25 * 60 * 60))).toBe('noted');
  });

  test('what is unknown is no failure, and what was forgotten before keeps its reason', async () => {
    expect(await forgetSource(depsOf(), gone('ticket', '404'), NOON)).toBe(0);
    expect(await forgetSource(depsOf(), gone('user', '404'), NOON)).toBe(0);
    await database.orm.update(drafts).set({ forgottenAt: NOON, forgottenWhy: 'request' });
    expect(await forgetSource(depsOf(), gone('ticket', '1'), NOON)).toBe(0);
    expect(new Set(await forgotten())).toEqual(new Set(['request']));
  });

  test.each(['after the mark', 'after its batch', 'elsewhere'])(
    'killed %s and run again, it ends the same',
    async (when) => {
      const die = () => {
        throw new Error('killed');
      };
      const orm = new Proxy(database.orm, {
        get(target, name, receiver) {
          if (name === 'transaction' && when === 'after the mark') return die;
          if (name === 'delete' && when === 'after its batch') return die;
          return Reflect.get(target, name, receiver);
        },
      }) as Orm;
      const killed = when === 'elsewhere' ? depsOf({ elsewhere: [async () => die()] }) : depsOf({ orm });
      await expect(forgetSource(killed, gone('user', '7'), NOON)).rejects.toThrow('killed');
      const seen: unknown[] = [];
      const elsewhere = [async (what: unknown) => void seen.push(what)];
      await forgetSource(depsOf({ elsewhere }), gone('user', '7'), NOON);
      expect(await forgotten()).toEqual(['source', 'source', null, null]);
      expect(await prompts()).toEqual([null, 'prompt 3']);
      expect(seen).toEqual([gone('user', '7')]);
      const people = await database.orm.select().from(draftPeople);
      expect(new Set(people.map((row) => row.draftId))).toEqual(new Set([draftId(3), draftId(4)]));
    },
  );
});
