import type { Database } from '@draftsmith/database';
import {
  auditLog,
  budgetHolds,
  completions,
  deliveries,
  draftPeople,
  drafts,
  rateLimits,
} from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPeopleIndex } from '../people-index.ts';
import { createPeopleNotes } from '../people-notes.ts';
import { ANNA, aDraft, aPrompt, draftId, NOON, secondsAfter } from '../testing.ts';
import { parseRetention } from './parse-retention.ts';
import { type RetentionDeps, readRetention, runRetention } from './run-retention.ts';

const DAY = 24 * 60 * 60;
const MIDNIGHT = new Date('2026-11-22T00:00:00.000Z');

test.each([
  [undefined, { drafts: 180, proposals: 180, records: 730, deliveries: 30, audit: 1095 }],
  [
    ' drafts = 0 , audit=forever,proposals=7',
    { drafts: 0, proposals: 7, records: 730, deliveries: 30, audit: 'forever' },
  ],
])('%j is read as %j', (text, retention) => {
  expect(parseRetention(text)).toEqual(retention);
});

test.each([
  [
    'drafts',
    'kinds with their days, such as drafts=180,proposals=180,records=730,deliveries=30,audit=1095, or forever',
  ],
  ['mails=3', 'kinds with their days'],
  ['constructor=3', 'kinds with their days'],
  ['drafts=-1', 'kinds with their days'],
  ['drafts=1,drafts=2', 'drafts once'],
  ['texts=30', 'no texts: prompts and answers have DRAFTSMITH_KEEP_TEXTS_DAYS'],
  ['deliveries=6', 'deliveries to be kept for 7 to 36500 days, or forever'],
  ['audit=0', 'audit to be kept for 30 to 36500 days'],
])('%s is refused: expected %s', (text, expected) => {
  expect(() => parseRetention(text)).toThrow(`DRAFTSMITH_RETENTION: expected ${expected}`);
});

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let recorded: unknown[];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    recorded = [];
    for (const table of [completions, deliveries, drafts, auditLog, rateLimits, budgetHolds])
      await database.orm.delete(table);
  });
  afterAll(() => database.close());

  const depsOf = (setting = ''): RetentionDeps => ({
    orm: database.orm,
    retention: parseRetention(setting),
    texts: { days: 30, count: async () => 4, purge: async () => 4 },
    record: async (removed) => void recorded.push(removed),
  });
  const draftsThat = async (days: number[]) => {
    const rows = days.map((ago, i) => aDraft(i + 1, { receivedAt: secondsAfter(MIDNIGHT, -ago * DAY) }));
    await database.orm.insert(drafts).values(rows);
  };
  const all = () => database.orm.select().from(drafts).orderBy(asc(drafts.id));

  test('words end with the last of their days, and whom they are about goes with them; figures stay', async () => {
    await draftsThat([0, 2, 3]);
    const { note } = createPeopleNotes(database, createPeopleIndex(Buffer.alloc(32, 7)), () => NOON);
    for (const n of [1, 2, 3]) await note(draftId(n), [ANNA]);
    const deps = depsOf('drafts=3');
    expect((await readRetention(deps, NOON)).find(({ kind }) => kind === 'drafts')).toEqual({
      ...{ kind: 'drafts', days: 3, due: 1 },
    });
    expect(await runRetention(deps, NOON)).toMatchObject({ drafts: 1, records: 0 });
    expect(
      (await all()).map(({ about, content, forgottenWhy }) => [about === null, content === null, forgottenWhy]),
    ).toEqual([
      [false, false, null],
      [false, false, null],
      [true, true, 'retention'],
    ]);
    expect((await all())[2]).toMatchObject({ state: 'drafted', outcome: { kind: 'drafted' }, costUsd: '0.01000000' });
    expect(new Set((await database.orm.select().from(draftPeople)).map((row) => row.draftId))).toEqual(
      new Set([draftId(1), draftId(2)]),
    );
    expect(recorded).toEqual([{ drafts: 1 }]);
    // A day's work is done once: at its second look there is nothing to do, and nothing on record.
    expect(await runRetention(deps, secondsAfter(NOON, 3_600))).toMatchObject({ drafts: 0 });
    expect(recorded).toHaveLength(1);
    expect(await runRetention(deps, secondsAfter(MIDNIGHT, DAY))).toMatchObject({ drafts: 1 });
  });

  test('with no day at all, words go once the draft is done; for ever is for ever', async () => {
    await database.orm.insert(drafts).values([aDraft(1), aDraft(2, { state: 'working' })]);
    expect(await runRetention(depsOf('drafts=forever,records=forever'), secondsAfter(NOON, 999 * DAY))).toMatchObject({
      drafts: 0,
      records: 0,
    });
    expect(await runRetention(depsOf('drafts=0'), NOON)).toMatchObject({ drafts: 1 });
    expect((await all()).map(({ forgottenWhy }) => forgottenWhy)).toEqual(['retention', null]);
  });

  test('records, deliveries, audit and what ended by itself go in their time', async () => {
    await draftsThat([0, 10]);
    for (const n of [1, 2]) await aPrompt(database.orm, n);
    const [old, late] = [secondsAfter(MIDNIGHT, -30 * DAY), secondsAfter(MIDNIGHT, -29 * DAY)];
    const delivery = { connector: 'z', account: 'a' };
    await database.orm.insert(deliveries).values([
      { ...delivery, deliveryId: '1', receivedAt: old },
      { ...delivery, deliveryId: '2', receivedAt: late },
    ]);
    const act = { actorKind: 'system', action: 'x', detail: {} } as const;
    await database.orm.insert(auditLog).values([
      { ...act, id: draftId(1), at: old },
      { ...act, id: draftId(2), at: late },
    ]);
    await database.orm.insert(rateLimits).values([
      { key: 'over', count: 1, windowEndsAt: NOON },
      { key: 'not', count: 1, windowEndsAt: secondsAfter(NOON, 1) },
    ]);
    const hold = { owner: draftId(9), windows: ['w'], expiresAt: secondsAfter(NOON, -63 * DAY) };
    await database.orm.insert(budgetHolds).values([
      { ...hold, id: draftId(1), state: 'released' },
      { ...hold, id: draftId(2), state: 'held' },
    ]);
    const deps = depsOf('records=5,deliveries=30,audit=30');
    const due = await readRetention(deps, NOON);
    expect(due.map(({ kind, days, due }) => [kind, days, due])).toEqual([
      ['texts', 30, 4],
      ['drafts', 180, 0],
      ['proposals', 180, 0],
      ['records', 5, 1],
      ['deliveries', 30, 1],
      ['audit', 30, 1],
      ['ended', null, 2],
    ]);
    const removed = await runRetention(deps, NOON);
    expect(removed).toEqual({ texts: 4, drafts: 0, proposals: 0, records: 1, deliveries: 1, audit: 1, ended: 2 });
    expect(recorded).toEqual([{ records: 1, deliveries: 1, audit: 1 }]);
    expect(await all()).toHaveLength(1);
    expect(await database.orm.select().from(completions)).toHaveLength(2);
    expect(await runRetention(depsOf('records=1'), secondsAfter(NOON, 2 * DAY))).toMatchObject({ records: 3 });
    expect(await database.orm.select().from(completions)).toEqual([]);
  });

  test('a backlog goes batch by batch, also beside another process', async () => {
    const rows = Array.from({ length: 1_234 }, (_, i) => aDraft(i, { receivedAt: secondsAfter(NOON, -400 * DAY) }));
    await database.orm.insert(drafts).values(rows);
    const runs = await Promise.all([1, 2].map(() => runRetention(depsOf(), NOON)));
    const last = await runRetention(depsOf(), NOON);
    expect([...runs, last].reduce((sum, run) => sum + run.drafts, 0)).toBe(1_234);
    const gone = await Promise.all([1, 2].map(() => runRetention(depsOf('records=1'), NOON)));
    expect([...gone, await runRetention(depsOf('records=1'), NOON)].reduce((sum, run) => sum + run.records, 0)).toBe(
      1_234,
    );
  });

  test('what a run removed before it broke is on record', async () => {
    await draftsThat([400]);
    const { orm } = database;
    const broken = new Proxy(orm, {
      get: (target, name, receiver) =>
        name === 'delete'
          ? () => {
              throw new Error('gone');
            }
          : Reflect.get(target, name, receiver),
    });
    await expect(runRetention({ ...depsOf(), orm: broken }, NOON)).rejects.toThrow('gone');
    expect(recorded).toEqual([{ drafts: 1 }]);
  });
});
