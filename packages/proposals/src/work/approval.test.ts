import { DEFAULT_POLICY, type DealContext, type ProposalSettings } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { proposals } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCrm, type FakeCrm } from '../fake-crm.ts';
import { createOperationStore } from '../store/operation-store.ts';
import { aStoredVersion } from '../store/testing.ts';
import { createWriteStore } from '../store/write-store.ts';
import {
  aContent,
  aDeal,
  aDealAsWritten,
  aModel,
  aRequest,
  aTry,
  aVersion,
  DEAL,
  NOON,
  SETTINGS,
  somePorts,
  wordsOf,
} from '../testing.ts';
import { createProposalProcessor } from './process-operation.ts';

const sealer = testSealer();
const PRICES = aContent().prices;
const ASKING = { quotes: true, approvalAbove: '1000', approver: '9' };

let database: Database;
let deal: DealContext;
let crm: FakeCrm;
let ports: ReturnType<typeof somePorts>;
let now: Date;
beforeAll(async () => {
  database = await openTestDatabase(testBackends.at(-1) ?? 'pglite');
});
beforeEach(async () => {
  now = NOON;
  deal = aDealAsWritten();
  crm = aCrm(() => deal);
  ports = somePorts({ ...SETTINGS, quotes: true });
  await database.orm.delete(proposals);
  await aStoredVersion({ database, sealer });
});
afterAll(() => database.close());

const decide = (changed: Partial<ProposalSettings>) => {
  ports.decided = { ...SETTINGS, ...changed };
};
const process = () =>
  createProposalProcessor({
    ...{ database, sealer, now: () => now, ...ports, logger: silentLogger, models: aModel() },
    ...{ connectionOf: () => crm.connection, policyOf: async () => DEFAULT_POLICY },
    people: { note: async () => 'noted' },
    documents: { docx: () => Uint8Array.of(1), pdf: async () => Uint8Array.of(2) },
  });
async function run(what: 'attach' | 'quote', more: { version?: number; confirmed?: true } = {}): Promise<string> {
  const store = createOperationStore(database, sealer, () => now);
  const words = wordsOf(aRequest({ what, version: 1, ...more }));
  const { operation } = await store.start({ resource: DEAL, userId: '12', words }, async () => {});
  await process()({ operationId: operation.id }, aTry({ lastTry: true }));
  const ended = await store.find(DEAL, operation.id);
  return ended?.problem?.code ?? ended?.state ?? 'gone';
}
const asked = () => [...crm.notes.values()].map(({ approval }) => approval?.approver ?? null);

test.each([
  ['the note was not written', ['fine', 'fine', 'down'], [0, 0]],
  ['the task was not made', ['fine', 'fine', 'fine', 'down'], [1, 0]],
] as const)('above the threshold nothing is quoted where %s; attached again it asks, once', async (_, faults, left) => {
  decide(ASKING);
  crm.faults = [...faults];
  expect(await run('attach')).toBe('source-down');
  expect([crm.notes.size, crm.tasks.size]).toEqual(left);
  expect(await run('quote')).toBe('approval');
  expect(await run('attach')).toBe('done');
  expect([crm.notes.size, crm.tasks.size]).toEqual([1, 1]);
  expect(await run('quote')).toBe('done');
});

test('what was attached before there was a threshold, or an approver, asked nobody: attached again it does', async () => {
  expect(await run('attach')).toBe('done');
  expect(asked()).toEqual([null]);
  decide({ ...ASKING, approver: '' });
  expect(await run('quote')).toBe('approval');
  expect(await run('attach')).toBe('done');
  expect(crm.notes.size).toBe(2);
  expect([...crm.notes.values()][1]).toHaveProperty('approval');
  decide(ASKING);
  expect(await run('quote')).toBe('approval');
  expect(await run('attach')).toBe('done');
  // The note asks already; the files are those that are there.
  expect([crm.notes.size, crm.files.size, crm.tasks.size]).toEqual([2, 2, 1]);
  expect(await run('quote')).toBe('done');
});

test('once it was asked, a threshold that rises writes no other note', async () => {
  decide(ASKING);
  await run('attach');
  decide({ ...ASKING, approvalAbove: '' });
  expect([await run('attach'), crm.notes.size, crm.tasks.size]).toEqual(['done', 1, 1]);
});

test('a write that another took over cannot end it; the first time counts, and nothing that stands there is forgotten', async () => {
  const { proposalId } = await aStoredVersion({ database, sealer });
  const store = (at: Date) => createWriteStore(database.orm, () => at);
  const [stale, newest] = [false, true].map((asksApproval) => ({
    ...{ proposalId, number: 2, kind: 'attach' as const, asksApproval, idempotencyKey: `asks ${asksApproval}` },
  })) as [Parameters<ReturnType<typeof store>['done']>[0], Parameters<ReturnType<typeof store>['done']>[0]];
  await store(NOON).begin(stale);
  await store(NOON).done(stale, { artefactIds: ['note-1', 'file'] });
  const later = new Date(NOON.getTime() + 60_000);
  await store(later).begin(newest);
  await store(later).done(stale, { artefactIds: ['note-1', 'file'] });
  expect(await store(NOON).of(proposalId)).toMatchObject([{ state: 'writing', asksApproval: true }]);
  await store(later).done(newest, { artefactIds: ['note-2', 'file'], url: 'u' });
  expect(await store(NOON).of(proposalId)).toMatchObject([
    { state: 'done', doneAt: NOON, url: 'u', artefactIds: ['note-2', 'file', 'note-1'] },
  ]);
});

test.each(['attach', 'quote'] as const)('%s asks before prices go out that the deal has no more', async (what) => {
  const [line] = deal.lineItems;
  const was = deal;
  deal = aDeal({ lineItems: line ? [{ ...line, price: '300' }] : [] });
  expect(await run(what)).toBe('outdated');
  expect([crm.notes.size, crm.quotes.size]).toEqual([0, 0]);
  expect(await run(what, { confirmed: true })).toBe('done');
  expect([...crm.quotes.values()].map(({ prices }) => prices)).toEqual(what === 'quote' ? [PRICES] : []);
  // Anything else may change.
  deal = { ...was, revision: 'r2', deal: { ...was.deal, closeDate: '2027-03-01' }, activities: [] };
  expect(await run(what)).toBe('done');
});

test('a proposal whose time is over goes out only when it is meant; its quote is valid as long again', async () => {
  const facts = aContent().facts.concat({
    ...{
      key: 'proposal.valid_until',
      kind: 'date',
      value: '2026-11-30',
      origin: { kind: 'settings', name: 'validDays' },
    },
  });
  await aStoredVersion({ database, sealer }, aVersion({}, aContent({ facts })));
  now = new Date('2026-11-30T20:00:00Z');
  expect(await run('attach', { version: 2 })).toBe('done');
  // In Berlin it is December.
  now = new Date('2026-11-30T23:30:00Z');
  expect(await run('attach', { version: 2 })).toBe('outdated');
  now = new Date('2026-12-24T12:00:00Z');
  expect(await run('quote', { version: 2, confirmed: true })).toBe('done');
  expect([...crm.quotes.values()]).toMatchObject([{ expiresOn: '2027-01-23' }]);
});

test('what has begun to be written is ended, whatever becomes of the prices meanwhile', async () => {
  const store = createOperationStore(database, sealer, () => now);
  const words = wordsOf(aRequest({ what: 'attach', version: 1 }));
  const { operation } = await store.start({ resource: DEAL, userId: '12', words }, async () => {});
  now = new Date(NOON.getTime() + 1_000);
  crm.faults = ['fine', 'lost'];
  expect(await process()({ operationId: operation.id }, aTry())).toMatchObject({ kind: 'retry' });
  deal = aDeal({ lineItems: [] });
  await process()({ operationId: operation.id }, aTry({ lastTry: true }));
  expect(await store.find(DEAL, operation.id)).toMatchObject({ state: 'done', version: 1 });
  expect(crm.notes.size).toBe(1);
});
