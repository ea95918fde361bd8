import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import { completions, draftPeople, drafts, erasures } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createDraftStore, draftIdOf } from '@draftsmith/drafting';
import { clearLatePrompts, createPeopleIndex, createPeopleNotes, erase } from '@draftsmith/personal-data';
import { testSealer } from '@draftsmith/sealing/testing';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personDeps } from './person-deps.ts';

const sealing = { sealer: testSealer(), peopleKey: createSecretKey(randomBytes(32)) };
const anna = { name: 'Anna Weber', email: 'anna@example.org' };
const asked = { emails: [anna.email], phones: [], names: [], accountNumbers: [] };
const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'd1' };
const STEPS = 6;

describe.each(testBackends)('a draft that is being written on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => clean());
  afterAll(() => database.close());

  async function clean(): Promise<void> {
    for (const table of [completions, drafts, erasures]) await database.orm.delete(table);
  }

  const eraseAnna = () => {
    const parts = { orm: database.orm, sealing, purgeAnswers: async () => undefined };
    return erase(personDeps(parts).erasing, asked);
  };

  /** What a worker does for one draft, with something else between its steps. */
  async function work(between: (step: number) => Promise<unknown>): Promise<void> {
    const store = createDraftStore(database, sealing.sealer);
    const { note } = createPeopleNotes(database, createPeopleIndex(sealing.peopleKey));
    const about = { subject: 'Refund for Anna Weber', customerName: anna.name };
    const row = { ...job, ...about, id: draftIdOf(job), revision: 'r1', state: 'working', receivedAt } as const;
    await between(0);
    await store.claim(row);
    await between(1);
    if ((await note(row.id, [anna])) === 'erased') return;
    await between(2);
    await keepPrompt(row.id);
    await between(3);
    await store.save({ ...row, text: 'Dear Anna Weber', citations: [], check: null });
    await between(4);
    if ((await note(row.id, [anna])) === 'erased') return;
    await between(5);
    await store.save({ ...row, text: 'Dear Anna Weber', state: 'drafted', outcome: { kind: 'drafted' } });
  }
  const receivedAt = new Date(Date.now() - 60_000);

  async function keepPrompt(reference: string): Promise<void> {
    await database.orm.insert(completions).values({
      ...{
        id: randomUUID(),
        reference,
        account: 'acme',
        purpose: 'draft',
        outcome: 'answered',
        prompt: 'p',
        answer: 'a',
      },
      ...{ latencyMs: 1, inputTokens: 1, outputTokens: 1, costUsd: '0', cache: 'miss', createdAt: new Date() },
    });
  }

  async function expectNothingLeft(): Promise<void> {
    await clearLatePrompts(database.orm);
    const rows = await database.orm.select().from(drafts);
    expect(rows.map(({ about, content, forgottenWhy }) => [about, content, forgottenWhy])).toEqual(
      rows.map(() => [null, null, 'request']),
    );
    expect(rows).toHaveLength(1);
    expect(await database.orm.select().from(draftPeople)).toEqual([]);
    const texts = await database.orm.select().from(completions);
    expect(texts.filter(({ prompt, answer }) => prompt !== null || answer !== null)).toEqual([]);
  }

  test.each(Array.from({ length: STEPS }, (_, step) => step))(
    'keeps nothing of somebody who is erased before its step %i',
    async (step) => {
      await work(async (now) => now === step && eraseAnna());
      await expectNothingLeft();
    },
  );

  test('keeps nothing of somebody who is erased beside it, whatever their timing', async () => {
    const turns = fc.array(fc.nat(6), { minLength: STEPS + 1, maxLength: STEPS + 1 });
    const pass = async (count = 0) => {
      for (let i = 0; i < count; i++) await database.orm.execute(sql`select 1`);
    };
    await fc.assert(
      fc.asyncProperty(turns, async ([first, ...waits]) => {
        await clean();
        await Promise.all([work((step) => pass(waits[step])), pass(first).then(eraseAnna)]);
        await expectNothingLeft();
      }),
      { numRuns: 25 },
    );
  });
});
