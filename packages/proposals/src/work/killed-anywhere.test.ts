import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, type ProposalRequest } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { proposals } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { type WritingDeps, writeProposal, writeSection } from '@draftsmith/proposal-writing';
import { testSealer } from '@draftsmith/sealing/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCrm, type FakeCrm } from '../fake-crm.ts';
import { createOperationStore } from '../store/operation-store.ts';
import { findProposal } from '../store/proposal-row.ts';
import { aStoredVersion } from '../store/testing.ts';
import { createVersionStore } from '../store/version-store.ts';
import { createWriteStore } from '../store/write-store.ts';
import { aDealAsWritten, aModel, aRequest, aTry, DEAL, NOON, REP, SETTINGS, somePorts, wordsOf } from '../testing.ts';
import { createProposalProcessor, type ProposalProcessorDeps } from './process-operation.ts';

const sealer = testSealer();

type Through = <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) => typeof work;

/** Stops whoever calls through it at its nth place, until it is let go: before a look, before or after an effect. */
function killer(at: number) {
  const [hit, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let places = 0;
  const stop = async (): Promise<void> => {
    hit.resolve();
    await go.promise;
  };
  const pass = async (): Promise<void> => {
    places += 1;
    if (places === at) await stop();
  };
  const looks: Through =
    (work) =>
    async (...args) => {
      await pass();
      return work(...args);
    };
  const does: Through =
    (work) =>
    async (...args) => {
      await pass();
      const value = await work(...args);
      await pass();
      return value;
    };
  return { hit: hit.promise, release: () => go.resolve(), looks, does, places: () => places };
}

const REQUESTS = {
  generate: () => aRequest(),
  regenerate: () => aRequest({ what: 'regenerate', version: 1, section: 'solution', force: true }),
  edit: () => aRequest({ what: 'edit', version: 1, section: 'solution', text: 'We do it well.' }),
  restore: () => aRequest({ what: 'restore', version: 1 }),
  attach: () => aRequest({ what: 'attach', version: 1 }),
  quote: () => aRequest({ what: 'quote', version: 1 }),
};

/** What differs between the engines is in two of them. */
function whats(backend: string) {
  const all = Object.entries(REQUESTS);
  return backend === 'pglite' ? all : all.filter(([what]) => what === 'generate' || what === 'attach');
}

/** Writing takes most of the time, and writes the same each time. */
function once<Input, Value>(work: (input: Input, models: WritingDeps) => Promise<Value>) {
  let written: Promise<Value> | undefined;
  return (input: Input, models: WritingDeps): Promise<Value> => {
    written ??= work(input, models);
    return written;
  };
}

const WRITING = { proposal: once(writeProposal), section: once(writeSection) };

describe.each(testBackends)('killed anywhere (%s)', (backend) => {
  let database: Database;
  let crm: FakeCrm;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  afterAll(() => database.close());

  const ports = somePorts({ ...SETTINGS, quotes: true, approvalAbove: '10', approver: '9' });
  const store = () => createOperationStore(database, sealer, () => NOON);
  const versions = () => createVersionStore(database, sealer, () => NOON);

  /** All that leaves the process goes through it. */
  function depsOf(
    { looks, does }: Pick<ReturnType<typeof killer>, 'looks' | 'does'> = killer(0),
  ): ProposalProcessorDeps {
    const { gather, attach, draftQuote, askApproval, owners, completeAction = async () => {} } = crm.deals;
    const deals = {
      ...crm.deals,
      ...{ gather: looks(gather), owners: looks(owners), attach: does(attach), draftQuote: does(draftQuote) },
      ...{ askApproval: does(askApproval), completeAction: does(completeAction) },
    };
    return {
      ...{ database, sealer, now: () => NOON, logger: silentLogger, models: aModel() },
      settings: { of: looks(ports.settings.of) },
      templates: { list: ports.templates.list, find: looks(ports.templates.find) },
      rateCard: { items: looks(ports.rateCard.items) },
      connectionOf: () => ({ ...crm.connection, deals }),
      policyOf: looks(async () => DEFAULT_POLICY),
      people: { note: does(async () => 'noted' as const) },
      writing: { proposal: looks(WRITING.proposal), section: looks(WRITING.section) },
      documents: { docx: () => Uint8Array.of(1), pdf: looks(async () => Uint8Array.of(2)) },
    };
  }
  async function begin(request: ProposalRequest): Promise<string> {
    const given = { resource: DEAL, userId: REP.id, words: wordsOf(request), callbackId: 'waiting' };
    return (await store().start(given, async () => {})).operation.id;
  }
  /** A deal with a version, and with it attached where a quote is to follow. */
  async function afresh(what: string): Promise<void> {
    await database.orm.delete(proposals);
    crm = aCrm(() => aDealAsWritten());
    await aStoredVersion({ database, sealer });
    if (what !== 'quote') return;
    const operationId = await begin(aRequest({ what: 'attach', version: 1 }));
    await createProposalProcessor(depsOf())({ operationId }, aTry());
  }
  /** What there is, in the suite and in the source system. */
  async function standing(operationId: string) {
    const deal = await findProposal(database.orm, DEAL);
    const rows = await versions().list(deal?.id ?? '');
    const writes = await createWriteStore(database.orm, () => NOON).of(deal?.id ?? '');
    const operation = await store().find(DEAL, operationId);
    return {
      numbers: rows.map(({ number }) => number),
      state: [operation?.state, operation?.version, operation?.callbacks],
      writes: writes.map(({ kind, state, artefactIds }) => `${kind} ${state} ${artefactIds.join()}`).sort(),
      crm: [crm.files, crm.notes, crm.quotes, crm.tasks].map((all) => [...all.keys()]),
      told: [...new Set(crm.told)],
    };
  }

  test.each(whats(backend))(
    '%s: wherever it stops, the next try ends it, and the stale one changes nothing when it wakes',
    async (what, request) => {
      const clean = killer(0);
      await afresh(what);
      const first = await begin(request());
      await createProposalProcessor(depsOf(clean))({ operationId: first }, aTry());
      const wanted = await standing(first);
      expect(wanted.state).toEqual(['done', expect.any(Number), []]);
      expect(wanted.told).toEqual(['waiting true']);

      for (let at = 1; at <= clean.places(); at += 1) {
        await afresh(what);
        const operationId = await begin(request());
        const dying = killer(at);
        const stale = createProposalProcessor(depsOf(dying))({ operationId }, aTry());
        await Promise.race([dying.hit, stale]);
        expect(await createProposalProcessor(depsOf())({ operationId }, aTry())).toEqual({ kind: 'done' });
        expect(await standing(operationId)).toEqual(wanted);
        dying.release();
        await stale;
        expect(await standing(operationId)).toEqual(wanted);
      }
    },
  );

  test('whatever answers are lost, and however many workers are at it at once: one of everything', async () => {
    const faults = fc.array(fc.constantFrom('fine', 'lost', 'down'), { maxLength: 8 });
    const asked = fc.constantFrom('generate', 'attach', 'quote');
    await fc.assert(
      fc.asyncProperty(faults, asked, fc.integer({ min: 1, max: 3 }), async (given, what, workers) => {
        await afresh(what);
        const before = (await findProposal(database.orm, DEAL))?.lastNumber ?? 0;
        const operationId = await begin(
          what === 'generate' ? aRequest() : aRequest({ what, version: 1 }, randomUUID()),
        );
        crm.faults = [...given];
        const process = createProposalProcessor(depsOf());
        for (let n = 0; n <= given.length + 1; n += 1)
          await Promise.all(Array.from({ length: workers }, () => process({ operationId }, aTry())));
        const operation = await store().find(DEAL, operationId);
        expect(operation).toMatchObject({ state: 'done', callbacks: [], problem: null });
        const deal = await findProposal(database.orm, DEAL);
        const numbers = (await versions().list(deal?.id ?? '')).map(({ number }) => number);
        const count = before + (what === 'generate' ? 1 : 0);
        expect(numbers).toEqual(Array.from({ length: count }, (_, i) => count - i));
        const isFiled = what !== 'generate';
        expect([crm.notes.size, crm.files.size, crm.tasks.size]).toEqual(isFiled ? [1, 2, 1] : [0, 0, 0]);
        expect(crm.quotes.size).toBe(what === 'quote' ? 1 : 0);
      }),
      { numRuns: 6 },
    );
  });
});
