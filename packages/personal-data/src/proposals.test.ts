import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import {
  completions,
  deliveries,
  drafts,
  erasures,
  proposalOperations,
  proposalPeople,
  proposals,
  proposalVersions,
} from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createJobQueue } from '@draftsmith/jobs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EraseDeps, erase, findErasable } from './erase.ts';
import { exportPerson } from './export.ts';
import { createPeopleIndex } from './people-index.ts';
import type { ReportedProposal } from './proposals.ts';
import { parseRetention } from './retention/parse-retention.ts';
import { type RetentionDeps, readRetention, runRetention } from './retention/run-retention.ts';
import { NOON, openPlain, openPlainVersion, secondsAfter } from './testing.ts';

const SILENT = { child: () => SILENT, error() {}, warn() {}, info() {}, debug() {} } as never;
const DAY = 24 * 60 * 60;
const asked = { emails: ['anna@example.org'], phones: [], names: [], accountNumbers: [] };
const [ANNAS, BENS] = ['00000000-0000-8000-8000-0000000000a1', '00000000-0000-8000-8000-0000000000b1'];
const deal = (resourceId: string) => ({ connector: 'crm', account: 'acme', resourceType: 'deal', resourceId });
const of = (id: string, resourceId: string) => ({ id, ...deal(resourceId), askedAt: NOON });

const FOUND: ReportedProposal = {
  ...{ ...deal('77'), id: ANNAS, askedAt: NOON.toISOString(), foundBy: ['email'], url: 'https://crm.example/77' },
  written: [{ kind: 'attach', artefactIds: ['n1', 'f1'], url: null }],
};

/** Who keeps proposals is another package: here it is played by what the tests give. */
describe.each(testBackends)('proposals beside drafts, on %s', (backend) => {
  let database: Database;
  let jobs: ReturnType<typeof createJobQueue>;
  let said: unknown[];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
    jobs = createJobQueue({ database, logger: SILENT });
    await jobs.start();
  });
  afterAll(async () => {
    await jobs.stop({ timeoutMs: 1_000 });
    await database.close();
  });
  beforeEach(async () => {
    said = [];
    const { orm } = database;
    for (const table of [completions, deliveries, drafts, erasures, proposals]) await orm.delete(table);
    await orm.insert(proposals).values([of(ANNAS, '77'), of(BENS, '78')]);
    await orm.insert(proposalPeople).values([ANNAS, BENS].map((proposalId) => person(proposalId)));
    await orm.insert(completions).values([ANNAS, BENS].map((reference) => prompt(reference)));
    await orm.execute("delete from pgboss.job where name = 'prepare'");
    const both = ['77', '78'].map((id) => ({ ...deal(id), deliveryId: `d${id}` }));
    await orm.insert(deliveries).values(both.map((one) => ({ ...one, receivedAt: NOON })));
    await orm.transaction((tx) => jobs.enqueue('prepare', both, tx));
  });

  const deps = (): EraseDeps => ({
    ...{ orm: database.orm, index: createPeopleIndex(Buffer.alloc(32, 7)), now: () => NOON },
    ...{ open: openPlain, openVersion: openPlainVersion, purgeAnswers: async () => undefined },
    record: async (detail) => void said.push(detail),
    findProposals: async () => ({ found: [FOUND], unreadable: 2 }),
    elsewhere: [async (_, at) => void said.push(`erased there at ${at.toISOString()}`)],
  });

  test('a look names them, where they are, and what stands in the source system', async () => {
    const report = await findErasable(deps(), asked);
    expect(report.proposals).toEqual([FOUND]);
    const places = new Map(report.places.map(({ place, found, remark }) => [place, { found, remark }]));
    expect(['proposals', 'people', 'prompts', 'jobs', 'deliveries'].map((place) => places.get(place as never))).toEqual(
      Array(5).fill(expect.objectContaining({ found: 1 })),
    );
    expect(places.get('proposals')?.remark).toMatch(/2 could not be searched: the key/);
    expect(report.outside.artefacts).toEqual([{ ...deal('77'), kind: 'attach', artefactIds: ['n1', 'f1'], url: null }]);
    expect(said).toEqual([]);
  });

  test('an erasure takes waiting preparations and notices of the deal along, and asks for the words to go', async () => {
    const report = await erase(deps(), asked);
    expect(report.places.find(({ place }) => place === 'proposals')).toMatchObject({ found: 1, erased: 1 });
    expect(said).toEqual([`erased there at ${NOON.toISOString()}`, { drafts: 0, proposals: 1 }]);
    expect(await jobs.open('prepare')).toBe(1);
    const left = await database.orm.select().from(deliveries);
    expect(left.map(({ resourceId }) => resourceId).sort()).toEqual(['78', null]);
  });

  test('an export holds them with what models were asked, and their fields are explained', async () => {
    const exported = await exportPerson(
      {
        ...deps(),
        ...{ read: openPlain, readVersion: openPlainVersion, readComment: ({ comment }) => comment },
        exportProposals: { read: async () => [{ id: ANNAS, dealName: 'Relaunch' }], fields: { 'proposals.id': 'x' } },
      },
      asked,
    );
    expect(exported.proposals).toMatchObject([{ id: ANNAS, dealName: 'Relaunch', completions: [{ prompt: 'p' }] }]);
    expect(exported.fields).toMatchObject({ proposals: expect.any(String), 'proposals.id': 'x' });
    expect(said).toEqual([{ drafts: 0, proposals: 1 }]);
  });

  describe('in their time', () => {
    const retention = (setting: string): RetentionDeps => ({
      ...{ orm: database.orm, retention: parseRetention(setting), record: async (what) => void said.push(what) },
      texts: { days: 30, count: async () => 0, purge: async () => 0 },
      proposals: {
        count: async (before) => (before > NOON ? 1 : 0),
        forget: async (before) => (before > NOON ? 1 : 0),
      },
    });

    test('words go by days of their own', async () => {
      const due = async (setting: string, now: Date) =>
        (await readRetention(retention(setting), now)).find(({ kind }) => kind === 'proposals');
      expect(await due('', secondsAfter(NOON, 179 * DAY))).toMatchObject({ days: 180, due: 0 });
      expect(await due('', secondsAfter(NOON, 180 * DAY))).toMatchObject({ days: 180, due: 1 });
      expect(await due('proposals=forever', secondsAfter(NOON, 999 * DAY))).toMatchObject({ days: 'forever', due: 0 });
      const run = await runRetention(retention('proposals=0,records=forever'), NOON);
      expect(run).toMatchObject({ proposals: 1, drafts: 0 });
      expect(said).toEqual([{ proposals: 1 }]);
    });

    test('a deal’s record goes with the last of its versions, and not while somebody works on it', async () => {
      const { orm } = database;
      await orm.insert(proposalVersions).values([version(ANNAS, NOON), version(BENS, secondsAfter(NOON, 5 * DAY))]);
      const left = async (days: number) => {
        await runRetention(retention('records=10'), secondsAfter(NOON, days * DAY));
        return (await orm.select().from(proposals)).map(({ resourceId }) => resourceId).sort();
      };
      expect(await left(9)).toEqual(['77', '78']);
      expect(await left(10)).toEqual(['78']);
      await orm.insert(proposalOperations).values(operation(BENS));
      expect(await left(15)).toEqual(['78']);
      await orm.update(proposalOperations).set({ state: 'done' });
      expect(await left(15)).toEqual([]);
    });
  });
});

function person(proposalId: string): typeof proposalPeople.$inferInsert {
  return { proposalId, kind: 'email', digest: 'x' };
}

function prompt(reference: string): typeof completions.$inferInsert {
  return {
    ...{ id: randomUUID(), connector: 'crm', account: 'acme', purpose: 'proposal', outcome: 'answered', reference },
    ...{ prompt: 'p', answer: 'a', textsUntil: NOON, latencyMs: 1, inputTokens: 1, outputTokens: 1 },
    ...{ costUsd: '0.01', cache: 'miss', createdAt: NOON },
  };
}

function version(proposalId: string, createdAt: Date): typeof proposalVersions.$inferInsert {
  return {
    ...{ proposalId, number: 1, operationId: randomUUID(), how: 'generate', revision: 'r1', hash: 'h', locale: 'en' },
    ...{ total: '1', largest: '1', provider: 'p', model: 'm', modelWritten: true, costUsd: '0', completions: [] },
    ...{ refused: 0, edited: {}, createdAt },
  };
}

function operation(proposalId: string): typeof proposalOperations.$inferInsert {
  return {
    ...{ id: randomUUID(), proposalId, requestId: 'r', what: 'attach', request: 'sealed', step: 'noting' },
    ...{ state: 'running', createdAt: NOON, expiresAt: secondsAfter(NOON, 99 * DAY) },
  };
}
