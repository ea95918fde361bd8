import type { Database } from '@draftsmith/database';
import { completions, deliveries, drafts, users } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportPerson, type PersonExport } from './export.ts';
import { createPeopleIndex } from './people-index.ts';
import { createPeopleNotes } from './people-notes.ts';
import { ANNA, aDraft, aPrompt, draftId, NOON, openPlain, openPlainVersion } from './testing.ts';

const index = createPeopleIndex(Buffer.alloc(32, 7));
const asked = { emails: ['anna@example.org'], phones: [], names: [], accountNumbers: [] };

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let acts: unknown[];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    acts = [];
    for (const table of [completions, deliveries, drafts]) await database.orm.delete(table);
    const gone = { about: null, content: null, forgottenAt: NOON, forgottenWhy: 'retention' } as const;
    await database.orm
      .insert(drafts)
      .values([aDraft(1), aDraft(2, gone), aDraft(3), aDraft(4, { about: null, content: null })]);
    const { note } = createPeopleNotes(database, index, () => NOON);
    await Promise.all([1, 2, 3].map((n) => note(draftId(n), [ANNA])));
    for (const n of [1, 4]) await aPrompt(database.orm, n);
    const delivery = { connector: 'zendesk', account: 'acme', resourceType: 'ticket', receivedAt: NOON };
    await database.orm
      .insert(deliveries)
      .values([1, 4].map((n) => ({ ...delivery, resourceId: String(n), deliveryId: `d${n}` })));
  });
  afterAll(() => database.close());

  const exported = () =>
    exportPerson(
      {
        orm: database.orm,
        index,
        open: openPlain,
        openVersion: openPlainVersion,
        readVersion: openPlainVersion,
        readComment: ({ comment }) => comment,
        read: (row) => {
          if (row.id === draftId(3)) throw new AppError('invalid', 'The key is gone', { code: 'sealing.key-missing' });
          return openPlain(row);
        },
        record: async (detail) => void acts.push(detail),
        now: () => NOON,
      },
      asked,
    );

  test('all that is stored of one person, opened, and nothing of others', async () => {
    const result = await exported();
    expect(result).toMatchObject({ kind: 'export', at: NOON.toISOString(), person: asked });
    expect(result.drafts.map(({ id, words, wordsRemark }) => [id, words, wordsRemark])).toEqual([
      [draftId(1), { subject: 'Refund', customerName: 'Anna Weber', texts: ['Dear Anna'] }, null],
      [draftId(2), null, 'Forgotten on 2026-11-22T12:00:00.000Z: their time was over'],
      [draftId(3), null, 'The key is gone'],
    ]);
    expect(result.drafts[0]?.completions).toMatchObject([
      { prompt: 'prompt 1', answer: 'answer 1', attempts: [{ host: 'api.example.com', region: 'eu' }] },
    ]);
    expect(result.deliveries.map(({ resourceId }) => resourceId)).toEqual(['1']);
    expect(result.recipients).toMatchObject([{ provider: 'openai', host: 'api.example.com', calls: 1 }]);
    expect(acts).toEqual([{ drafts: 3, proposals: 0 }]);
  });

  test('who signs in here themselves gets that, too, and never a password', async () => {
    await database.orm.delete(users);
    await database.orm.insert(users).values({ id: 'u1', name: 'Anna', email: 'anna@example.org', createdAt: NOON });
    expect((await exported()).users).toEqual([
      { name: 'Anna', email: 'anna@example.org', role: 'viewer', createdAt: NOON },
    ]);
  });

  test('every field is explained', async () => {
    const whole = await exported();
    const explained = Object.keys(whole.fields).flatMap(pathsIn);
    const unexplained = fieldsOf(whole).filter(
      (field) => !explained.includes(field) && !explained.includes(`${field.replace(/\.[^.]+$/, '')}.*`),
    );
    expect(unexplained).toEqual([]);
  });
});

/** `drafts.state, outcome` stands for two fields, `..., all else` for those that have no line of their own. */
function pathsIn(line: string): string[] {
  const [first = '', ...others] = line.split(', ');
  const folder = first.replace(/[^.]+$/, '');
  return [first, ...others.map((name) => (name === 'all else' ? `${first}.*` : `${folder}${name}`))];
}

function fieldsOf({ person: _, at: __, kind: ___, fields: ____, notStored: _____, ...data }: PersonExport): string[] {
  const below = (name: string, value: unknown): string[] => {
    const rows = Array.isArray(value) ? value : [];
    const inner = rows.flatMap((row: object) =>
      Object.entries(row).flatMap(([key, one]) => below(`${name}.${key}`, one)),
    );
    return DEEP.has(name) ? [name, ...inner] : [name];
  };
  return [...new Set(Object.entries(data).flatMap(([name, value]) => below(name, value)))];
}

/** Lists whose rows have fields of their own; the rest is explained as a whole. */
const DEEP = new Set(['drafts', 'drafts.completions', 'drafts.completions.attempts']);
