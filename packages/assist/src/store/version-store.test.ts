import { randomUUID } from 'node:crypto';
import { drafts, draftVersions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aDraft, BEN, NOON, TEXT } from '../testing.ts';
import { createVersionStore, type NewVersion, versionsOf } from './version-store.ts';

const sealer = testSealer();

const version = (draftId: string, text: string, operationId: string = randomUUID()): NewVersion => ({
  ...{ draftId, operationId, agentId: BEN.id, byName: BEN.name, how: 'shorter', steer: null, costUsd: '0.002' },
  draft: { text, language: 'en', citations: [], provider: 'openai', model: 'm', modelWritten: true },
});

describe.each(testBackends)('versions in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => void (await database.orm.delete(drafts)));
  afterAll(() => database.close());
  const store = () => createVersionStore(database, sealer, () => NOON);

  test('the draft is version 1, and keeps what it was', async () => {
    const row = await aDraft(database, sealer);
    expect(await store().add(version(row.id, 'Short.'))).toBe(2);
    const [first, second] = await store().of(row);
    expect(first).toMatchObject({ number: 1, text: TEXT, made: null, costUsd: '0.01000000' });
    expect(second).toMatchObject({ number: 2, text: 'Short.', made: { how: 'shorter', byName: 'Ben Agent' } });
    expect(await versionsOf(database, sealer, row.id)).toEqual([
      { version: 1, text: TEXT, language: 'en' },
      { version: 2, text: 'Short.', language: 'en' },
    ]);
    expect(await versionsOf(database, sealer, randomUUID())).toEqual([]);
  });

  test('words rest sealed, and open in their place only', async () => {
    const row = await aDraft(database, sealer);
    await store().add(version(row.id, 'Priya is mentioned.'));
    await store().add(version(row.id, 'Another.'));
    const [one, two] = await database.orm.select().from(draftVersions);
    expect(JSON.stringify([one, two])).not.toMatch(/Priya|Ben Agent/);
    await database.orm
      .update(draftVersions)
      .set({ content: two?.content ?? '' })
      .where(eq(draftVersions.number, 2));
    expect((await store().of(row)).map(({ number }) => number)).toEqual([1, 3]);
  });

  test('whoever adds at once: each number has one text, and an operation has one number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }), async (asked) => {
        const row = await aDraft(database, sealer, { revision: randomUUID() });
        const operations = Array.from({ length: 5 }, () => randomUUID());
        const numbers = await Promise.all(
          asked.map((n, i) => store().add(version(row.id, `text ${i}`, operations[n] ?? ''))),
        );
        const distinct = new Set(asked).size;
        const stored = await store().of(row);
        expect(stored.map(({ number }) => number)).toEqual(Array.from({ length: distinct + 1 }, (_, i) => i + 1));
        for (const operation of new Set(asked))
          expect(new Set(numbers.filter((_, i) => asked[i] === operation)).size).toBe(1);
        expect(new Set(numbers).size).toBe(distinct);
      }),
      { numRuns: 15 },
    );
  });

  test('words that were forgotten get no later version', async () => {
    for (const row of [
      await aDraft(database, sealer, { words: null, forgottenAt: NOON, forgottenWhy: 'request' }),
      { id: randomUUID() },
    ])
      await expect(store().add(version(row.id, 'Late.'))).rejects.toMatchObject({ code: 'assist.forgotten' });
    expect(await database.orm.select().from(draftVersions)).toEqual([]);
  });
});
