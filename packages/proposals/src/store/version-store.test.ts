import { randomUUID } from 'node:crypto';
import { proposalOperations, proposals, proposalVersions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aContent, aRequest, aSection, aVersion, DEAL, NOON, secondsAfter, wordsOf } from '../testing.ts';
import { createOperationStore, type Operation } from './operation-store.ts';
import { openDealAbout } from './proposal-row.ts';
import { createVersionStore } from './version-store.ts';

const sealer = testSealer();

describe.each(testBackends)('versions in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => void (await database.orm.delete(proposals)));
  afterAll(() => database.close());

  const store = () => createVersionStore(database, sealer, () => secondsAfter(5));
  const operations = () => createOperationStore(database, sealer, () => NOON);

  /** As many operations as are wanted, all under way: the index that forbids it is not what is tested here. */
  async function underWay(count: number): Promise<Operation[]> {
    const started: Operation[] = [];
    const resource = { ...DEAL, id: randomUUID() };
    for (let n = 0; n < count; n += 1) {
      const given = { resource, userId: null, words: wordsOf(aRequest()) };
      const { operation } = await operations().start(given, async () => {});
      await database.orm
        .update(proposalOperations)
        .set({ state: 'done' })
        .where(eq(proposalOperations.id, operation.id));
      started.push(operation);
    }
    return started;
  }
  async function running(): Promise<Operation> {
    const given = { resource: { ...DEAL, id: randomUUID() }, userId: '12', words: wordsOf(aRequest()) };
    const { operation } = await operations().start(given, async () => {});
    const claimed = await operations().claim(operation.id);
    if (!claimed) throw new Error('Nothing to claim');
    return claimed;
  }
  const only = async () => {
    const [row] = await database.orm.select().from(proposals);
    if (!row) throw new Error('No proposal');
    return row;
  };

  test('the first version says when the deal was asked for, and how it stood; figures are kept beside sealed words', async () => {
    const operation = await running();
    const person = aSection({
      writtenBy: 'person',
      paragraphs: [{ text: 'Anna wants a quick website.', sources: [] }],
    });
    const content = aContent({ sections: [person, aSection({ kind: 'scope', refused: { money: 2, date: 1 } })] });
    const version = aVersion({}, content);
    version.words.baselines.summary = 'Anna wants a faster website.';
    expect(await store().add(operation, version)).toBe(1);
    const [row] = await store().list(operation.proposalId);
    expect(row).toMatchObject({
      ...{ number: 1, total: '€2,345.60', largest: '2345.6', refused: 3, locale: 'en-GB', createdAt: secondsAfter(5) },
      edited: { summary: { words: 5, changed: 1 } },
    });
    expect(row && store().open(row)?.content).toEqual(content);
    expect(await only()).toMatchObject({ lastNumber: 1, askedAt: NOON, stageThen: 'Qualified' });
    expect(openDealAbout(sealer, await only())).toEqual({ dealName: 'Website relaunch' });
    expect(JSON.stringify([row, await only()])).not.toMatch(/Anna|Northwind|Rita|relaunch/);
  });

  test('words open in their place only', async () => {
    const [one, two] = [await running(), await running()];
    for (const operation of [one, two]) await store().add(operation, aVersion());
    const [row] = await store().list(two.proposalId);
    await database.orm
      .update(proposalVersions)
      .set({ content: row?.content ?? '' })
      .where(eq(proposalVersions.proposalId, one.proposalId));
    const [moved] = await store().list(one.proposalId);
    expect(moved && store().open(moved)).toBeUndefined();
  });

  test('whoever adds at once: numbers without holes or doubles, and an operation has one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }), async (asked) => {
        const started = await underWay(5);
        await database.orm.execute('drop index if exists proposal_operations_one_running');
        await database.orm.update(proposalOperations).set({ state: 'running' });
        const numbers = await Promise.all(asked.map((n) => store().add(started[n] as Operation, aVersion())));
        const distinct = new Set(asked).size;
        const stored = await store().list(started[0]?.proposalId ?? '');
        expect(stored.map(({ number }) => number)).toEqual(Array.from({ length: distinct }, (_, i) => distinct - i));
        expect((await only()).lastNumber).toBe(distinct);
        for (const n of new Set(asked)) expect(new Set(numbers.filter((_, i) => asked[i] === n)).size).toBe(1);
        await database.orm.delete(proposals);
      }),
      { numRuns: backend === 'pglite' ? 5 : 12 },
    );
    await database.orm.execute(
      "create unique index proposal_operations_one_running on proposal_operations (proposal_id) where state = 'running'",
    );
  });

  test('a try that was overtaken, or whose deal was forgotten, adds nothing; the number is not lost', async () => {
    const stale = await running();
    const newest = await operations().claim(stale.id);
    await expect(store().add(stale, aVersion())).rejects.toMatchObject({ code: 'proposals.superseded' });
    expect(await only()).toMatchObject({ lastNumber: 0, about: null });
    expect(newest && (await store().add(newest, aVersion()))).toBe(1);
    // Once it stands, every try of the same operation finds it.
    expect(await store().add(stale, aVersion())).toBe(1);
    const gone = await running();
    await database.orm.delete(proposalOperations).where(eq(proposalOperations.id, gone.id));
    await expect(store().add(gone, aVersion())).rejects.toMatchObject({ code: 'proposals.superseded' });
    await database.orm.delete(proposals).where(eq(proposals.id, gone.proposalId));
    await expect(store().add(gone, aVersion())).rejects.toMatchObject({ code: 'proposals.superseded' });
  });
});
