import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, type DealContext, type ProposalRequest } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { proposals } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createProposals } from './create-proposals.ts';
import { aCrm, type FakeCrm } from './fake-crm.ts';
import { aStoredVersion } from './store/testing.ts';
import { createWriteStore } from './store/write-store.ts';
import {
  aContent,
  aDeal,
  aDealAsWritten,
  aModel,
  aRequest,
  aSection,
  aTry,
  aVersion,
  DEAL,
  NOON,
  REP,
  SETTINGS,
  secondsAfter,
  somePorts,
} from './testing.ts';
import { createProposalProcessor } from './work/process-operation.ts';

const sealer = testSealer();

// What differs between the engines is in the stores, which are tested on each.
describe.each(testBackends.slice(-1))('beside a deal (%s)', (backend) => {
  let database: Database;
  let deal: DealContext;
  let crm: FakeCrm;
  let ports: ReturnType<typeof somePorts>;
  let world: { now: Date; jobs: string[]; jobOpen: boolean; connected: boolean };
  let suite: ReturnType<typeof createProposals>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    deal = aDeal();
    crm = aCrm(() => deal);
    ports = somePorts();
    world = { now: NOON, jobs: [], jobOpen: true, connected: true };
    suite = aSuite();
    await database.orm.delete(proposals);
  });
  afterAll(() => database.close());

  /** As another process has it: it remembers nothing. */
  const aSuite = () =>
    createProposals({
      ...{ database, sealer, ...ports, now: () => world.now },
      connectionOf: () => (world.connected ? crm.connection : undefined),
      enqueue: async (id) => void world.jobs.push(id),
      isOpen: async () => world.jobOpen,
    });
  const start = (asked?: Parameters<typeof aRequest>[0], requestId?: string) =>
    suite.start(DEAL, aRequest(asked, requestId), REP);
  const work = async () => {
    const process = createProposalProcessor({
      ...{ database, sealer, now: () => world.now, ...ports, logger: silentLogger, models: aModel() },
      ...{ connectionOf: () => crm.connection, policyOf: async () => DEFAULT_POLICY },
      people: { note: async () => 'noted' },
    });
    for (const operationId of world.jobs.splice(0)) await process({ operationId }, aTry({ lastTry: true }));
  };
  const problem = (code: string) => ({ ok: false, problem: { code } });

  test('a view says what a proposal would use and what is missing, and reads the deal once for all who look', async () => {
    deal = aDeal({ company: undefined as never, activitiesLeft: 11 });
    const seen = await suite.view(DEAL, REP);
    expect(seen).toMatchObject({
      ok: true,
      value: {
        ...{ dealId: '77', dealName: 'Website relaunch', running: null, versions: [], quotes: false },
        uses: {
          ...{ contact: 'Priya Raman', company: null, lineItems: 2, activities: 12, currency: 'EUR' },
          ...{ total: '€2,345.60 + €99.00 per month', owner: 'Olga Owner' },
        },
        gaps: [{ code: 'no-company', severity: 'warns', url: 'https://crm.example/deals/77' }],
        templates: [{ id: 'standard', locale: null }],
        locales: ['en-GB', 'ru-RU', 'de-DE'],
        defaults: { locale: 'en-GB', tone: 'neutral', templateId: 'standard' },
      },
    });
    expect(await suite.view(DEAL, { ...REP, locale: 'ru-RU' })).toMatchObject({
      value: { uses: { total: expect.stringMatching(/^2\s345,60\s€ \+ 99,00\s€ в месяц$/) } },
    });
    expect(crm.calls).toEqual(['gather']);
    world.now = secondsAfter(6);
    await Promise.all([suite.view(DEAL, REP), suite.view(DEAL, REP)]);
    expect(crm.calls).toEqual(['gather', 'gather']);
  });

  test.each([
    ['unavailable', undefined, 'source-down'],
    ['rate-limited', undefined, 'source-down'],
    ['auth', 'installations.reconnect', 'reconnect'],
    ['permission', undefined, 'permission'],
    ['not-found', undefined, 'not-found'],
  ] as const)('a source system that answers %s: %s, %s', async (kind, code, expected) => {
    crm.deal = () => {
      throw new AppError(kind, 'x', { ...(code && { code }), cause: new Error('socket') });
    };
    expect(await suite.view(DEAL, REP)).toMatchObject(problem(expected));
    world.connected = false;
    expect(await suite.view(DEAL, REP)).toMatchObject(problem('not-connected'));
    expect(await start()).toMatchObject(problem('not-connected'));
    expect(world.jobs).toEqual([]);
  });

  test('a bug of ours is thrown, not said to a rep', async () => {
    crm.deal = () => {
      throw new TypeError('x is not a function');
    };
    await expect(suite.view(DEAL, REP)).rejects.toThrow(TypeError);
  });

  test('the same request is the same operation, whichever process it meets; others wait until it is done', async () => {
    const requestId = randomUUID();
    const first = await start(undefined, requestId);
    if (!first.ok) throw new Error(first.problem.code);
    expect(first.value).toMatchObject({ what: 'generate', state: 'running', step: 'queued', version: null });
    suite = aSuite();
    expect(await start(undefined, requestId)).toEqual(first);
    expect(await start()).toMatchObject(problem('busy'));
    expect(await suite.view(DEAL, REP)).toMatchObject({ value: { running: { id: first.value.id } } });
    await work();
    expect(await suite.operation(DEAL, first.value.id)).toMatchObject({ value: { state: 'done', version: 1 } });
    expect(await suite.operation({ ...DEAL, id: '78' }, first.value.id)).toMatchObject(problem('not-found'));
    expect(await suite.operation(DEAL, '1; drop table')).toMatchObject(problem('not-found'));
    expect(await start(undefined, requestId)).toMatchObject({ value: { state: 'done', version: 1 } });
    expect(await suite.view(DEAL, REP)).toMatchObject({
      value: { running: null, versions: [{ number: 1, byName: 'Rita Rep', how: 'generate', approval: 'not-needed' }] },
    });
    expect(await start()).toMatchObject({ ok: true });
  });

  test('what is known to come to nothing is said before anything is queued', async () => {
    deal = aDeal({ contacts: [] });
    await suite.view(DEAL, REP);
    const gaps = await start();
    expect(gaps).toMatchObject({ problem: { code: 'gaps', gaps: [{ code: 'no-contact', severity: 'blocks' }] } });
    expect(await start({ what: 'generate', choices: { templateId: 'gone' } })).toMatchObject(problem('no-template'));
    expect(await start({ what: 'attach', version: 1 })).toMatchObject(problem('no-version'));
    const edited = aContent({ sections: [aSection({ writtenBy: 'person' })] });
    await aStoredVersion({ database, sealer }, aVersion({}, edited));
    const again = { what: 'regenerate', version: 1, section: 'summary' } as const;
    expect(await start(again)).toMatchObject(problem('edited'));
    expect(await start({ what: 'quote', version: 1 })).toMatchObject(problem('quotes-off'));
    ports.decided = { ...SETTINGS, quotes: true, approvalAbove: '2000' };
    expect(await start({ what: 'quote', version: 1 })).toMatchObject(problem('approval'));
    ports.decided = { ...SETTINGS, quotes: true };
    // The deal as it was looked at just now has other prices than the version.
    expect(await start({ what: 'quote', version: 1 })).toMatchObject(problem('outdated'));
    expect(await start({ what: 'attach', version: 1 })).toMatchObject(problem('outdated'));
    expect(world.jobs).toEqual([]);
    expect(await start({ ...again, force: true })).toMatchObject({ ok: true });
    // What was seen before somebody mended it is not held against them.
    await work();
    deal = aDeal();
    world.now = secondsAfter(10);
    expect(await start()).toMatchObject({ ok: true });
  });

  test('an operation whose last try was killed does not hold the deal for ever, and who waits for it is told', async () => {
    const started = await suite.prepare({ resource: DEAL, key: 'workflow-1', callbackId: 'waiting' });
    world.jobs.length = 0;
    world.now = secondsAfter(61);
    expect(await start()).toMatchObject(problem('busy'));
    world.jobOpen = false;
    expect(await start()).toMatchObject({ ok: true });
    const id = 'operationId' in started ? started.operationId : '';
    expect(await suite.operation(DEAL, id)).toMatchObject({
      value: { state: 'failed', problem: { code: 'broke-off' } },
    });
    expect(world.jobs).toContain(id);
    await work();
    expect(crm.told).toEqual(['waiting false']);
  });

  test('a stage prepares a proposal where an admin said so, once; a workflow joins whatever is under way', async () => {
    const moved = { resource: DEAL, key: 'event-1', stage: 's2' };
    expect(await suite.prepare({ ...moved, key: 'event-0', stage: 's1' })).toEqual({ kind: 'ignored' });
    const first = await suite.prepare(moved);
    expect(first.kind).toBe('started');
    expect(await suite.prepare(moved)).toEqual({ ...first, kind: 'known' });
    const action = { resource: DEAL, key: 'action-1', callbackId: 'c1' };
    expect(await suite.prepare(action)).toEqual({ ...first, kind: 'joined' });
    await work();
    expect(crm.told).toEqual(['c1 true']);
    expect(await suite.prepare(action)).toEqual({ ...first, kind: 'known' });
    const second = await suite.prepare({ ...action, key: 'action-2', callbackId: 'c2', choices: { locale: 'de-DE' } });
    expect(second.kind).toBe('started');
    await work();
    // Nothing changed in the deal, but there is none in that language.
    expect(await suite.view(DEAL, REP)).toMatchObject({
      value: {
        versions: [
          { number: 2, locale: 'de-DE', byName: null },
          { number: 1, locale: 'en-GB' },
        ],
      },
    });
    expect(crm.told).toEqual(['c1 true', 'c2 true']);
  });

  test('a version is shown with what it rests on, and compared with another', async () => {
    const { proposalId } = await aStoredVersion({ database, sealer });
    const changed = aContent({
      sections: [
        ...aContent().sections.slice(0, 2),
        aSection({
          ...{ kind: 'solution', title: 'Our proposal', writtenBy: 'person' },
          paragraphs: [{ text: 'We rebuild the whole website for {{total.once.gross}}.', sources: [] }],
        }),
      ],
      facts: aContent().facts.map((fact) => (fact.kind === 'money' ? { ...fact, value: '2000.00' } : fact)),
    });
    await aStoredVersion({ database, sealer }, aVersion({ how: 'edit' }, changed));
    const writes = createWriteStore(database.orm, () => NOON);
    const write = { proposalId, number: 1, kind: 'attach', idempotencyKey: 'key' } as const;
    await writes.begin(write);
    expect(await suite.version(DEAL, 1)).toMatchObject({ value: { attached: null, outdated: false } });
    await writes.done(write, { artefactIds: ['n', 'f'], url: 'https://crm.example/n' });
    expect(await suite.version(DEAL, 1)).toMatchObject({
      value: {
        ...{ number: 1, title: 'Website relaunch', total: '€2,345.60', refused: 0, costUsd: '0.01000000' },
        attached: { at: NOON.toISOString(), url: 'https://crm.example/n' },
        writer: { provider: 'openai', model: 'm', modelWritten: true },
        sections: [
          { kind: 'cover', editable: false },
          { kind: 'summary', editable: true, paragraphs: [{ text: 'Northwind Ltd wants a faster website.' }] },
          { kind: 'solution', editable: true, paragraphs: [{ text: 'We rebuild the website for €2,345.60.' }] },
        ],
      },
    });
    expect(await suite.diff(DEAL, 1, 2)).toEqual({
      ok: true,
      value: {
        ...{ from: 1, to: 2 },
        sections: [
          {
            ...{ kind: 'solution', title: 'Our proposal' },
            parts: [
              { kind: 'same', text: 'We rebuild the ' },
              { kind: 'added', text: 'whole ' },
              { kind: 'same', text: 'website for ' },
              { kind: 'removed', text: '€2,345.60' },
              { kind: 'added', text: '€2,000.00' },
              { kind: 'same', text: '.' },
            ],
          },
        ],
        figures: [{ label: 'total.once.gross', before: '€2,345.60', after: '€2,000.00' }],
      },
    });
    expect(await suite.version(DEAL, 3)).toMatchObject(problem('no-version'));
    expect(await suite.diff(DEAL, 1, 9)).toMatchObject(problem('no-version'));
    expect(await suite.version({ ...DEAL, account: 'globex' }, 1)).toMatchObject(problem('no-version'));
  });

  test('a version whose prices are no longer those of the deal is marked, from what was read already', async () => {
    deal = aDealAsWritten();
    await aStoredVersion({ database, sealer });
    const outdated = async () => {
      const [view, version] = [await suite.view(DEAL, REP), await suite.version(DEAL, 1)];
      return [view.ok && view.value.versions.map((one) => one.outdated), version.ok && version.value.outdated];
    };
    expect(await outdated()).toEqual([[false], false]);
    deal = aDeal();
    world.now = secondsAfter(6);
    expect(await outdated()).toEqual([[true], true]);
    expect(await start({ what: 'attach', version: 1, confirmed: true })).toMatchObject({ ok: true });
    expect(crm.calls).toEqual(['gather', 'gather']);
    // Nobody looked at the deal: nothing is known, and nothing is read for it.
    world.now = secondsAfter(20);
    expect(await suite.version(DEAL, 1)).toMatchObject({ value: { outdated: false } });
    expect(crm.calls).toEqual(['gather', 'gather']);
  });

  test('above the threshold it counts as attached once whoever must agree was asked', async () => {
    const { proposalId } = await aStoredVersion({ database, sealer });
    ports.decided = { ...SETTINGS, approvalAbove: '1000', approver: '9' };
    const writes = createWriteStore(database.orm, () => NOON);
    const wrote = async (write: { kind: 'attach' | 'approval'; idempotencyKey: string; asksApproval?: boolean }) => {
      const whole = { ...write, proposalId, number: 1 };
      await writes.begin(whole);
      await writes.done(whole, { artefactIds: ['n'] });
      const seen = await suite.version(DEAL, 1);
      return seen.ok && [seen.value.approval, seen.value.attached !== null];
    };
    expect(await wrote({ kind: 'attach', idempotencyKey: 'before' })).toEqual(['asked', false]);
    expect(await wrote({ kind: 'attach', idempotencyKey: 'asks', asksApproval: true })).toEqual(['asked', false]);
    expect(await wrote({ kind: 'approval', idempotencyKey: 'task' })).toEqual(['asked', true]);
  });

  test('words whose key is gone are said to be missing, and nothing breaks', async () => {
    await aStoredVersion({ database, sealer: testSealer() });
    expect(await suite.version(DEAL, 1)).toMatchObject(problem('no-version'));
    expect(await suite.view(DEAL, REP)).toMatchObject({ value: { versions: [{ number: 1, byName: null }] } });
    const request: ProposalRequest = aRequest({ what: 'restore', version: 1 });
    await suite.start(DEAL, request, REP);
    await work();
    expect(await suite.start(DEAL, request, REP)).toMatchObject({ value: { problem: { code: 'no-version' } } });
  });
});
