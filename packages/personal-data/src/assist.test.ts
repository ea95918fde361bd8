import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import {
  assistOperations,
  draftRatings,
  drafts,
  draftVersions,
  erasures,
  insertions,
} from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EraseDeps, erase } from './erase.ts';
import { exportPerson } from './export.ts';
import { createPeopleIndex } from './people-index.ts';
import { createPeopleNotes } from './people-notes.ts';
import { parseRetention } from './retention/parse-retention.ts';
import { runRetention } from './retention/run-retention.ts';
import { ANNA, aDraft, draftId, NOON, openPlain, openPlainVersion, secondsAfter } from './testing.ts';

const DAY = 24 * 60 * 60;
const asked = { emails: ['anna@example.org'], phones: [], names: ['Anna Weber'], accountNumbers: [] };
const ben = {
  about: '{"subject":"Broken","customerName":"Ben"}',
  content: '{"text":"Dear Ben","citations":[],"check":null}',
};

/** What agents made beside tickets is about customers as well. */
describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  afterAll(() => database.close());

  /** A draft about Anna; one about Ben with a later text that names Anna; one about Ben alone. */
  beforeEach(async () => {
    const { orm } = database;
    for (const table of [drafts, erasures, assistOperations]) await orm.delete(table);
    await orm.insert(drafts).values([aDraft(1), aDraft(2, ben), aDraft(3, ben)]);
    await createPeopleNotes(database, createPeopleIndex(Buffer.alloc(32, 7)), () => NOON).note(draftId(1), [ANNA]);
    await orm
      .insert(draftVersions)
      .values([
        version(1, 2, '{"text":"Dear Anna, soon"}'),
        version(2, 2, '{"text":"Dear Ben","steer":"tell him that Anna Weber paid"}'),
        version(3, 2, '{"text":"Dear Ben"}'),
      ]);
    await orm.insert(draftRatings).values([rating(1, 'Anna is angry'), rating(3, 'Ben is angry')]);
    await orm.insert(insertions).values([1, 3].map((n) => insertion(n)));
    await orm.insert(assistOperations).values([operation('1'), operation('3'), operation('9')]);
  });

  const deps = (): EraseDeps => ({
    ...{ orm: database.orm, index: createPeopleIndex(Buffer.alloc(32, 7)), now: () => NOON },
    ...{ open: openPlain, openVersion: openPlainVersion },
    ...{ purgeAnswers: async () => undefined, record: async () => {} },
  });

  test('an erasure finds later texts too, and takes them, requests and remarks along; figures stay', async () => {
    const report = await erase(deps(), asked);
    expect(report.drafts.map(({ id, foundBy }) => [id, foundBy])).toEqual([
      [draftId(1), ['email', 'name']],
      [draftId(2), ['words']],
    ]);
    const { orm } = database;
    expect((await orm.select().from(draftVersions)).map((row) => row.draftId)).toEqual([draftId(3)]);
    expect((await orm.select().from(assistOperations)).map((row) => row.resourceId).sort()).toEqual(['3', '9']);
    const ratings = await orm.select().from(draftRatings);
    expect(ratings.map((row) => [row.draftId, row.comment]).sort()).toEqual([
      [draftId(1), null],
      [draftId(3), 'Ben is angry'],
    ]);
    expect(await orm.select().from(insertions)).toHaveLength(2);
  });

  test('an export holds them, without who the agents are', async () => {
    const reading = { read: openPlain, readVersion: openPlainVersion };
    const result = await exportPerson({ ...deps(), ...reading, readComment: ({ comment }) => comment }, asked);
    expect(
      result.drafts.map(({ id, versions, ratings, insertions: used }) => ({ id, versions, ratings, used })),
    ).toMatchObject([
      {
        id: draftId(1),
        versions: [{ number: 2, how: 'shorter', words: ['Dear Anna, soon'], wordsRemark: null }],
        ratings: [{ version: 2, good: false, reasons: ['other'], comment: 'Anna is angry' }],
        used: [{ version: 2, verdict: 'ok' }],
      },
      { id: draftId(2), versions: [{ number: 2 }], ratings: [], used: [] },
    ]);
    expect(JSON.stringify(result)).not.toContain('agent-12');
  });

  test('they go with the words of their draft, operations after a day, and the rest with its record', async () => {
    const { orm } = database;
    const run = (setting: string, now: Date) =>
      runRetention(
        {
          orm,
          ...{ retention: parseRetention(setting), record: async () => {} },
          texts: { days: 30, count: async () => 0, purge: async () => 0 },
        },
        now,
      );
    expect(await run('drafts=forever,records=forever', secondsAfter(NOON, DAY - 60))).toMatchObject({ ended: 0 });
    expect(await run('drafts=forever,records=forever', secondsAfter(NOON, DAY + 60))).toMatchObject({ ended: 3 });
    expect(await orm.select().from(draftVersions)).toHaveLength(3);
    expect(await run('drafts=1,records=forever', secondsAfter(NOON, 2 * DAY))).toMatchObject({ drafts: 3 });
    expect(await orm.select().from(draftVersions)).toEqual([]);
    expect((await orm.select().from(draftRatings)).map(({ comment }) => comment)).toEqual([null, null]);
    await run('records=1', secondsAfter(NOON, 3 * DAY));
    expect(await orm.select().from(draftRatings)).toEqual([]);
    expect(await orm.select().from(insertions)).toEqual([]);
  });
});

function version(n: number, number: number, content: string): typeof draftVersions.$inferInsert {
  return {
    ...{ draftId: draftId(n), number, content, operationId: randomUUID(), how: 'shorter', agentId: 'agent-12' },
    ...{ language: 'en', provider: 'openai', model: 'm', modelWritten: true, costUsd: '0.01', createdAt: NOON },
  };
}

function rating(n: number, comment: string): typeof draftRatings.$inferInsert {
  const rated = { good: false, reasons: ['other'], ratedAt: NOON };
  return { ...rated, draftId: draftId(n), version: 2, agentId: 'agent-12', comment };
}

function insertion(n: number): typeof insertions.$inferInsert {
  return { id: randomUUID(), draftId: draftId(n), version: 2, agentId: 'agent-12', verdict: 'ok', at: NOON };
}

function operation(resourceId: string): typeof assistOperations.$inferInsert {
  return {
    ...{ id: randomUUID(), connector: 'zendesk', account: 'acme', resourceType: 'ticket', resourceId },
    ...{ requestId: randomUUID(), what: 'translate', agentId: 'agent-12', request: 'sealed', result: 'sealed' },
    ...{ step: 'done', state: 'done', createdAt: NOON },
  };
}
