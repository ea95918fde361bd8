import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import {
  completions,
  erasures,
  proposalOperations,
  proposalPeople,
  proposals,
  proposalVersions,
  proposalWrites,
} from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import {
  createPeopleIndex,
  type EraseDeps,
  erase,
  forgetSource,
  parseRetention,
  runRetention,
} from '@draftsmith/personal-data';
import { testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anOperation, aStoredVersion } from '../store/testing.ts';
import { createVersionStore } from '../store/version-store.ts';
import { createWriteStore } from '../store/write-store.ts';
import { aContent, aSection, aVersion, DEAL, NOON, secondsAfter } from '../testing.ts';
import { eraseProposals } from './erase.ts';
import { exportProposals } from './export.ts';
import { clearLateProposalPrompts, createForgetProposalsOf } from './forget.ts';
import { createProposalPeople } from './people.ts';
import { countDueProposals, forgetDueProposals } from './retention.ts';

const sealer = testSealer();
const index = createPeopleIndex(Buffer.alloc(32, 7));
const DAY = 24 * 60 * 60;
const PRIYA = { reference: 'contact:501', name: 'Priya Raman', email: 'priya@example.com' };
const asked = { emails: ['Priya@Example.com'], phones: [], names: ['Priya Raman'], accountNumbers: [] };
const on = (id: string) => ({ ...DEAL, id });

describe.each(testBackends)('people in proposals on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    for (const table of [proposals, erasures, completions]) await database.orm.delete(table);
  });
  afterAll(() => database.close());

  const people = (now = NOON) => createProposalPeople(database.orm, index, () => now);
  const find = () => ({ orm: database.orm, index, sealer });
  const erasing = (): EraseDeps => ({
    ...{ orm: database.orm, index, now: () => secondsAfter(60), purgeAnswers: async () => undefined },
    open: () => ({ subject: '', customerName: null, texts: [] }),
    ...{ openVersion: () => [], record: async () => {} },
    elsewhere: [(person, at) => eraseProposals(find(), person, at)],
  });
  const forgetting = () => ({
    ...{ orm: database.orm, index, now: () => secondsAfter(61) },
    elsewhere: [createForgetProposalsOf({ orm: database.orm, index, now: () => secondsAfter(61) })],
  });
  const gone = (resourceType: string, resourceId: string) => ({
    ...{ connector: DEAL.connector, account: DEAL.account, resourceType, resourceId },
  });
  const withWords = async () => {
    const rows = await database.orm.select().from(proposalVersions);
    const left = new Set(rows.filter(({ content }) => content !== null).map(({ proposalId }) => proposalId));
    const deals = await database.orm.select().from(proposals);
    return deals.flatMap(({ id, resourceId }) => (left.has(id) ? resourceId : [])).sort();
  };

  /** One that notes Priya, one that merely mentions her, one about somebody else. */
  async function three() {
    const noted = await aStoredVersion({ database, sealer, resource: on('1') });
    await people().note(noted, [PRIYA]);
    const mentioned = aContent({
      sections: [aSection({ paragraphs: [{ text: 'As Priya Raman said, speed matters.', sources: [] }] })],
    });
    await aStoredVersion({ database, sealer, resource: on('2') }, aVersion({}, mentioned));
    await aStoredVersion({ database, sealer, resource: on('3') });
    const writes = createWriteStore(database.orm, () => NOON);
    const write = { proposalId: noted.proposalId, number: 1, kind: 'attach', idempotencyKey: 'key' } as const;
    await writes.begin(write);
    await writes.done(write, { artefactIds: ['n1', 'f1'], url: 'https://crm.example/n1' });
    await aPrompt(noted.proposalId);
    return noted;
  }
  const aPrompt = (reference: string) =>
    database.orm.insert(completions).values({
      ...{ id: randomUUID(), connector: 'crm', account: 'acme', purpose: 'proposal', outcome: 'answered', reference },
      ...{ prompt: 'p', answer: 'a', textsUntil: NOON, latencyMs: 1, inputTokens: 1, outputTokens: 1 },
      ...{ costUsd: '0.01', cache: 'miss', createdAt: NOON },
    });

  test('an erasure finds them by digest and by words, and takes the words; what stands in the source system stays known', async () => {
    await three();
    await erase(erasing(), asked);
    expect(await withWords()).toEqual(['3']);
    const rows = await database.orm.select().from(proposals);
    expect(rows.filter(({ about }) => about === null).map(({ forgottenWhy }) => forgottenWhy)).toEqual([
      'request',
      'request',
    ]);
    expect(await database.orm.select().from(proposalPeople)).toEqual([]);
    expect((await database.orm.select().from(proposalWrites)).map(({ artefactIds }) => artefactIds)).toEqual([
      ['n1', 'f1'],
    ]);
    expect((await database.orm.select().from(completions)).map(({ prompt, costUsd }) => [prompt, costUsd])).toEqual([
      [null, '0.010000000000'],
    ]);
    // Again, as after a kill: there is nothing left to do.
    await erase(erasing(), asked);
    expect(await withWords()).toEqual(['3']);
  });

  test('an export holds all that is stored, without who the reps are', async () => {
    await three();
    const exported = await exportProposals(find(), asked);
    expect(exported.map(({ resourceId, foundBy }) => [resourceId, foundBy])).toEqual(
      expect.arrayContaining([
        ['1', ['email', 'name']],
        ['2', ['words']],
      ]),
    );
    const [first] = exported.filter(({ resourceId }) => resourceId === '1');
    expect(first).toMatchObject({
      dealName: 'Website relaunch',
      versions: [{ number: 1, how: 'generate', content: { title: 'Website relaunch' } }],
      writes: [{ kind: 'attach', artefactIds: ['n1', 'f1'] }],
    });
    expect(JSON.stringify(exported)).not.toContain('Rita');
  });

  test('whoever is erased while a proposal is written is not brought back, whichever came first', async () => {
    const late = await anOperation({ database, sealer, resource: on('1') });
    await erase(erasing(), asked);
    expect(await people(secondsAfter(61)).note(late, [PRIYA])).toBe('erased');
    const early = await anOperation({ database, sealer, resource: on('2') });
    expect(await people().note(early, [{ email: 'other@example.com' }])).toBe('noted');
    await database.orm.delete(erasures);
    await people().note(early, [PRIYA]);
    await erase(erasing(), asked);
    const versions = createVersionStore(database, sealer, () => NOON);
    await expect(versions.add(early, aVersion())).rejects.toMatchObject({ code: 'proposals.superseded' });
    // What is asked for afterwards is a new matter.
    const after = await anOperation({ database, sealer, resource: on('2'), at: secondsAfter(120) });
    expect(await people(secondsAfter(120)).note(after, [PRIYA])).toBe('noted');
    expect(await versions.add(after, aVersion())).toBe(1);
  });

  test.each([
    ['contact', '501', ['2', '3']],
    ['deal', '1', ['2', '3']],
    ['contact', '999', ['1', '2', '3']],
  ])('a source system that takes away %s %s leaves %j', async (type, id, left) => {
    await three();
    await forgetSource(forgetting(), gone(type, id), secondsAfter(60));
    expect(await withWords()).toEqual(left);
    await forgetSource(forgetting(), gone(type, id), secondsAfter(60));
    expect(await withWords()).toEqual(left);
    const under = await anOperation({ database, sealer, resource: on('1') });
    const removed = left.includes('1') ? 'noted' : 'removed';
    expect(await people(secondsAfter(62)).note(under, [PRIYA])).toBe(removed);
    const elsewhere = await anOperation({ database, sealer, resource: { ...on('1'), account: 'globex' } });
    expect(await people(secondsAfter(62)).note(elsewhere, [PRIYA])).toBe('noted');
  });

  test('a prompt that came after its proposal was forgotten goes too, for a day', async () => {
    const { proposalId } = await three();
    await erase(erasing(), asked);
    await aPrompt(proposalId);
    await clearLateProposalPrompts(database.orm, secondsAfter(2 * DAY));
    const prompts = async () => (await database.orm.select().from(completions)).flatMap(({ prompt }) => prompt ?? []);
    expect(await prompts()).toEqual(['p']);
    await clearLateProposalPrompts(database.orm, secondsAfter(3_600));
    expect(await prompts()).toEqual([]);
  });

  test('each version goes in its time, whom it was about with the last of them; figures stay until their own', async () => {
    const { orm } = database;
    const first = await aStoredVersion({ database, sealer });
    await aStoredVersion({ database, sealer, at: secondsAfter(10 * DAY) });
    await people().note(first, [PRIYA]);
    const run = async (days: number) => {
      const [now, before] = [secondsAfter(99 * DAY), secondsAfter(days * DAY)];
      const due = await countDueProposals(orm, before);
      expect(await forgetDueProposals(orm, before, now)).toBe(due);
      const rows = await orm.select().from(proposalVersions).orderBy(proposalVersions.number);
      return [due, ...rows.map(({ content }) => content !== null)];
    };
    expect(await run(0)).toEqual([0, true, true]);
    expect(await run(5)).toEqual([1, false, true]);
    expect(await orm.select().from(proposalPeople)).not.toEqual([]);
    expect(await run(11)).toEqual([1, false, false]);
    expect(await run(11)).toEqual([0, false, false]);
    expect(await orm.select().from(proposalPeople)).toEqual([]);
    const [deal] = await orm.select().from(proposals);
    expect(deal).toMatchObject({ about: null, forgottenWhy: 'retention', lastNumber: 2 });
    const retention = (now: Date) =>
      runRetention(
        {
          ...{ orm, record: async () => {}, retention: parseRetention('drafts=forever,records=20') },
          texts: { days: 30, count: async () => 0, purge: async () => 0 },
        },
        now,
      );
    expect(await retention(secondsAfter(19 * DAY))).toMatchObject({ records: 0 });
    expect(await retention(secondsAfter(31 * DAY))).toMatchObject({ records: 1 });
    expect(await orm.select().from(proposalVersions)).toEqual([]);
  });

  test('what somebody works on is left alone; operations end after a day', async () => {
    const { orm } = database;
    const { proposalId } = await aStoredVersion({ database, sealer });
    await people().note(await anOperation({ database, sealer }), [PRIYA]);
    expect(await forgetDueProposals(orm, secondsAfter(DAY), secondsAfter(DAY))).toBe(0);
    const retention = { orm, record: async () => {}, retention: parseRetention('drafts=forever,records=forever') };
    const texts = { days: 30, count: async () => 0, purge: async () => 0 };
    await runRetention({ ...retention, texts }, secondsAfter(DAY - 60));
    expect(await orm.select().from(proposalOperations)).toHaveLength(2);
    await runRetention({ ...retention, texts }, secondsAfter(DAY + 60));
    expect(await orm.select().from(proposalOperations)).toEqual([]);
    expect(await orm.select().from(proposals).where(eq(proposals.id, proposalId))).toHaveLength(1);
    // Asked for and never written: whom it would have been about goes, too.
    await people().note(await anOperation({ database, sealer, resource: on('9') }), [PRIYA]);
    await orm.delete(proposalOperations);
    expect(await forgetDueProposals(orm, secondsAfter(DAY), secondsAfter(DAY))).toBe(2);
    expect(await orm.select().from(proposalPeople)).toEqual([]);
  });
});
