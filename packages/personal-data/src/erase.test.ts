import type { Database, Orm } from '@draftsmith/database';
import {
  accountPolicies,
  attempts,
  completions,
  deliveries,
  draftPeople,
  drafts,
  erasures,
} from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { createJobQueue } from '@draftsmith/jobs';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EraseDeps, erase, findErasable } from './erase.ts';
import { createPeopleIndex } from './people-index.ts';
import { createPeopleNotes } from './people-notes.ts';
import { clearLatePrompts } from './prompts.ts';
import {
  ANNA,
  aDraft,
  anAttempt,
  aPrompt,
  draftId,
  NOON,
  openPlain,
  openPlainVersion,
  secondsAfter,
} from './testing.ts';

/** The queue's warnings are not these tests' business. */
const SILENT = { child: () => SILENT, error() {}, warn() {}, info() {}, debug() {} } as never;
const index = createPeopleIndex(Buffer.alloc(32, 7));

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let jobs: ReturnType<typeof createJobQueue>;
  let acts: unknown[];
  let purges: number;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
    jobs = createJobQueue({ database, logger: SILENT });
    await jobs.start();
  });
  afterAll(async () => {
    await jobs.stop({ timeoutMs: 1_000 });
    await database.close();
  });

  const depsOf = (changed: Partial<EraseDeps> = {}): EraseDeps => ({
    orm: database.orm,
    index,
    open: openPlain,
    openVersion: openPlainVersion,
    purgeAnswers: async () => {
      purges += 1;
      return undefined;
    },
    record: async (detail) => void acts.push(detail),
    now: () => NOON,
    ...changed,
  });

  /** Anna's noted draft with a note, her draft from before there were notes, one under way, and one of Ben's. */
  beforeEach(async () => {
    acts = [];
    purges = 0;
    const { orm } = database;
    for (const table of [completions, deliveries, drafts, erasures]) await orm.delete(table);
    await orm.execute("delete from pgboss.job where name = 'draft'");
    const benWords = {
      about: '{"subject":"Broken","customerName":"Ben"}',
      content: '{"text":"Dear Ben","citations":[]}',
    };
    await orm
      .insert(drafts)
      .values([
        aDraft(1, { artefactId: 'n1', url: 'https://acme.example/1', attempts: [anAttempt('quotes Anna')] }),
        aDraft(2, { state: 'failed', outcome: { kind: 'failed', message: 'x', detail: 'Anna' } }),
        aDraft(3, { state: 'working', outcome: null, content: null, finishedAt: null }),
        aDraft(4, benWords),
      ]);
    const { note } = createPeopleNotes(database, index, () => NOON);
    await Promise.all([note(draftId(1), [ANNA]), note(draftId(3), [ANNA]), note(draftId(4), [{ name: 'Ben' }])]);
    for (const n of [1, 2, 4]) await aPrompt(orm, n);
    const seen = (n: number) => ({ connector: 'zendesk', account: 'acme', deliveryId: `d${n}`, receivedAt: NOON });
    await orm
      .insert(deliveries)
      .values([1, 3, 4].map((n) => ({ ...seen(n), resourceType: 'ticket', resourceId: String(n) })));
    const job = { connector: 'zendesk', account: 'acme', resourceType: 'ticket' };
    await orm.transaction((tx) =>
      jobs.enqueue(
        'draft',
        [3, 4].map((n) => ({ ...job, resourceId: String(n), deliveryId: `d${n}` })),
        tx,
      ),
    );
  });

  const asked = { emails: ['ANNA@example.org'], phones: [], names: ['Weber, Anna'], accountNumbers: [] };

  /** All that is stored, but for when and marks. */
  async function everything() {
    const { orm } = database;
    return {
      drafts: await orm.select().from(drafts).orderBy(asc(drafts.id)),
      people: await orm.select().from(draftPeople).orderBy(asc(draftPeople.digest)),
      completions: await orm.select().from(completions).orderBy(asc(completions.reference)),
      attempts: await orm.select().from(attempts).orderBy(asc(attempts.completionId)),
      deliveries: await orm.select().from(deliveries).orderBy(asc(deliveries.deliveryId)),
      jobs: await jobs.open('draft'),
    };
  }

  test('a look says what would go, where, and changes nothing', async () => {
    const before = await everything();
    const report = await findErasable(depsOf(), asked);
    expect(await everything()).toEqual(before);
    expect([await database.orm.select().from(erasures), acts, purges]).toEqual([[], [], 0]);
    expect(report).toMatchObject({ kind: 'erase', done: false, person: asked });
    expect(report.drafts.map(({ id, foundBy }) => [id, foundBy])).toEqual([
      [draftId(1), ['email', 'name']],
      [draftId(2), ['words']],
      [draftId(3), ['email', 'name']],
    ]);
    expect(report.places.map(({ place, found, erased }) => [place, found, erased])).toEqual([
      ['drafts', 3, 0],
      ['proposals', 0, 0],
      ['people', 4, 0],
      ['prompts', 2, 0],
      ['jobs', 1, 0],
      ['deliveries', 2, 0],
      ['answers', null, 0],
      ['knowledge', 0, 0],
      ['policies', 0, 0],
      ['users', 0, 0],
      ['logs', null, 0],
    ]);
  });

  test('all of one person goes, of others nothing, and figures stay', async () => {
    const before = await everything();
    const report = await erase(depsOf(), asked);
    const after = await everything();
    for (const n of [0, 1, 2])
      expect(after.drafts[n]).toMatchObject({ about: null, content: null, forgottenAt: NOON, forgottenWhy: 'request' });
    expect(after.drafts[0]).toMatchObject({ state: 'drafted', costUsd: '0.01000000', artefactId: 'n1' });
    expect(after.drafts.slice(1, 3).map(({ state, outcome }) => [state, outcome])).toEqual(
      Array(2).fill(['skipped', { kind: 'skipped', reason: 'erased' }]),
    );
    expect(after.drafts[3]).toEqual(before.drafts[3]);
    expect(after.people.map((row) => row.draftId)).toEqual([draftId(4)]);
    expect(after.completions.map(({ prompt, answer, inputTokens }) => [prompt, answer, inputTokens])).toEqual([
      [null, null, 10],
      [null, null, 10],
      ['prompt 4', 'answer 4', 10],
    ]);
    expect(after.attempts.map(({ detail, host }) => [detail, host]).sort()).toEqual([
      [null, 'api.example.com'],
      [null, 'api.example.com'],
      ['declined 4', 'api.example.com'],
    ]);
    expect(after.deliveries.map(({ resourceId }) => resourceId)).toEqual([null, null, '4']);
    expect(after.jobs).toBe(1);
    expect(JSON.stringify({ ...after, people: [] })).not.toMatch(/anna|weber/i);
    expect([acts, purges]).toEqual([[{ drafts: 3, proposals: 0 }], 1]);
    expect(report).toMatchObject({
      done: true,
      outside: {
        notes: [{ connector: 'zendesk', account: 'acme', resourceType: 'ticket', resourceId: '1', noteId: 'n1' }],
        recipients: [{ provider: 'openai', host: 'api.example.com', region: 'eu', calls: 2 }],
      },
    });
    expect(report.places.find(({ place }) => place === 'drafts')).toMatchObject({ found: 3, erased: 3 });
    expect((await erase(depsOf(), asked)).drafts).toEqual([]);
  });

  test.each([1, 2, 3])('killed at step %i and run again, it ends the same', async (step) => {
    let steps = 0;
    const orm = new Proxy(database.orm, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (name !== 'transaction') return value;
        return (work: (tx: Orm) => Promise<unknown>) =>
          target.transaction(async (tx) => {
            await work(tx as unknown as Orm);
            steps += 1;
            if (steps === step) throw new Error('killed');
          });
      },
    });
    const purgeAnswers = async () => {
      if (step === 3) throw new Error('killed');
      return undefined;
    };
    await expect(erase(depsOf({ orm, purgeAnswers }), asked)).rejects.toThrow('killed');
    const again = await erase(depsOf(), asked);
    expect(again.drafts.map(({ id }) => id)).toEqual([1, 2, 3].map(draftId));
    expect(again.outside.notes).toHaveLength(1);
    const killed = await everything();
    expect(killed.people).toHaveLength(1);
    expect(killed.drafts.slice(0, 3).every(({ about, content }) => about === null && content === null)).toBe(true);
    expect(acts).toContainEqual({ drafts: 3, proposals: 0 });
  });

  test('what was written late is met by the mark, and prompts that came late go with the next look', async () => {
    await erase(depsOf(), asked);
    await database.orm.insert(drafts).values(aDraft(5, { state: 'working', receivedAt: secondsAfter(NOON, -1) }));
    await aPrompt(database.orm, 5);
    expect(await createPeopleNotes(database, index, () => NOON).note(draftId(5), [ANNA])).toBe('erased');
    expect(await clearLatePrompts(database.orm)).toBe(1);
    expect(await clearLatePrompts(database.orm)).toBe(0);
    const left = (await everything()).completions.filter(({ prompt }) => prompt !== null);
    expect(left.map(({ reference }) => reference)).toEqual([draftId(4)]);
  });

  test('a cache that could not be reached is said, and drafts whose key is gone are counted', async () => {
    const unreached = 'Redis does not answer';
    const open: EraseDeps['open'] = (row) => {
      if (row.id === draftId(2)) throw new AppError('invalid', 'no key', { code: 'sealing.key-missing' });
      return openPlain(row);
    };
    const report = await erase(depsOf({ purgeAnswers: async () => unreached, open }), asked);
    expect(report.places.find(({ place }) => place === 'answers')?.remark).toBe(unreached);
    expect(report.places[0]?.remark).toMatch(/1 could not be searched/);
  });

  test('lists of words that name the person are told, and left to the admin who made them', async () => {
    const policyOf = (deny: string[]) => ({ privacy: { allow: [], deny, regions: [] } });
    const shared = { connector: 'zendesk', revision: 1, updatedAt: NOON };
    await database.orm.delete(accountPolicies);
    await database.orm.insert(accountPolicies).values([
      { ...shared, account: 'acme', value: policyOf(['Ben', 'Ánna Weber']) },
      { ...shared, account: 'other', value: policyOf(['Ben']) },
      { ...shared, account: 'third', value: policyOf(['Anna@Example.org']) },
    ]);
    const { places } = await erase(depsOf(), asked);
    const place = places.find((one) => one.place === 'policies');
    expect(place).toMatchObject({
      found: 2,
      erased: 0,
      remark: expect.stringContaining('zendesk/acme, zendesk/third'),
    });
    expect(await database.orm.$count(accountPolicies)).toBe(3);
    await database.orm.delete(accountPolicies);
  });

  test.each([
    [{ emails: ['anna'], phones: [], names: [], accountNumbers: [] }, 'Expected an e-mail address such as'],
    [{ emails: [], phones: ['12'], names: [], accountNumbers: [] }, 'Expected a phone number of at least six digits'],
    [{ emails: [], phones: [], names: [], accountNumbers: [] }, 'Expected an e-mail address, phone number, name'],
  ])('nobody is found by %j, and that is said', async (nobody, message) => {
    await expect(erase(depsOf(), nobody)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(message),
    });
    expect(await database.orm.select().from(erasures)).toEqual([]);
  });
});
