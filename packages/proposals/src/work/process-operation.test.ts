import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, type DealContext, type ProposalRequest, type ProposalSettings } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { proposalOperations, proposals } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import type { Completer } from '@draftsmith/llm';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCrm, type FakeCrm } from '../fake-crm.ts';
import { createOperationStore } from '../store/operation-store.ts';
import { findProposal } from '../store/proposal-row.ts';
import { createVersionStore } from '../store/version-store.ts';
import { createWriteStore } from '../store/write-store.ts';
import { aDeal, aModel, aRequest, aTry, DEAL, NOON, REP, SETTINGS, somePorts, TEMPLATE, wordsOf } from '../testing.ts';
import { renderedOf } from '../view.ts';
import { createProposalProcessor, type ProposalProcessorDeps } from './process-operation.ts';

const sealer = testSealer();
const SUMMARY = '{{customer.company}} wants a faster website before the season begins.';
const SOLUTION = 'We rebuild the website for {{total.once.gross}}.';

// What differs between the engines is in the stores, which are tested on each.
describe.each(testBackends.slice(-1))('what is asked for on a deal (%s)', (backend) => {
  let database: Database;
  let deal: DealContext;
  let crm: FakeCrm;
  let ports: ReturnType<typeof somePorts>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    deal = aDeal();
    crm = aCrm(() => deal);
    ports = somePorts();
    await database.orm.delete(proposals);
  });
  afterAll(() => database.close());

  const store = () => createOperationStore(database, sealer, () => NOON);
  const versions = () => createVersionStore(database, sealer, () => NOON);
  const decide = (changed: Partial<ProposalSettings>) => {
    ports.decided = { ...SETTINGS, ...changed };
  };
  const processor = (model: Completer = aModel(), more: Partial<ProposalProcessorDeps> = {}) =>
    createProposalProcessor({
      ...{ database, sealer, now: () => NOON, ...ports, logger: silentLogger },
      connectionOf: () => crm.connection,
      policyOf: async () => DEFAULT_POLICY,
      people: { note: async () => 'noted' },
      models: model,
      documents: { docx: () => Uint8Array.of(1), pdf: async () => Uint8Array.of(2) },
      ...more,
    });
  async function start(request: ProposalRequest, { preparing = false, callbackId = '' } = {}): Promise<string> {
    const words = wordsOf(request, { preparing });
    const given = { resource: DEAL, userId: REP.id, words, ...(callbackId && { callbackId }) };
    return (await store().start(given, async () => {})).operation.id;
  }
  const ended = (id: string) => store().find(DEAL, id);
  async function run(asked: Parameters<typeof aRequest>[0], model?: Completer, more?: Partial<ProposalProcessorDeps>) {
    const operationId = await start(aRequest(asked));
    expect(await processor(model, more)({ operationId }, aTry({ lastTry: true }))).toEqual({ kind: 'done' });
    return ended(operationId);
  }
  const generate = (model?: Completer) => run({ what: 'generate', choices: {} }, model);
  const list = async () => versions().list((await findProposal(database.orm, DEAL))?.id ?? '');
  async function sectionsOf(number: number) {
    const row = (await list()).find((one) => one.number === number);
    const words = row && versions().open(row);
    return Object.fromEntries(
      (words ? renderedOf(words) : []).map(({ kind, paragraphs, writtenBy }) => [
        kind,
        { text: paragraphs.map(({ text }) => text).join('\n'), writtenBy },
      ]),
    );
  }

  test('a proposal is written, proven and kept; what a model makes up is not in it', async () => {
    const model = aModel(() => ({ summary: SUMMARY, solution: `${SOLUTION} You save 40 % each year.` }));
    expect(await generate(model)).toMatchObject({ state: 'done', version: 1, problem: null });
    expect(model.requests[0]).toMatchObject({ user: 'crm:acme:12' });
    const [row] = await list();
    expect(row).toMatchObject({ how: 'generate', revision: 'r1', modelWritten: true, model: 'm', locale: 'en-GB' });
    expect(row?.refused).toBeGreaterThan(0);
    const { summary, solution, pricing } = await sectionsOf(1);
    expect(summary).toEqual({
      text: 'Northwind Ltd wants a faster website before the season begins.',
      writtenBy: 'model',
    });
    expect(solution?.text).toBe('We rebuild the website for €2,345.60.');
    expect(pricing?.writtenBy).toBe('template');
    expect(crm.calls).toEqual(['gather']);
  });

  test('without a model the suite writes itself; in the language of the contact', async () => {
    deal = aDeal({ contacts: [{ id: '501', name: 'Юлия Смирнова', decides: true, locale: 'ru' }] });
    expect(await generate()).toMatchObject({ state: 'done', version: 1 });
    expect(await list()).toMatchObject([{ locale: 'ru-RU', modelWritten: false, costUsd: '0.00000000' }]);
    expect((await sectionsOf(1)).solution?.text).toMatch(/\p{Script=Cyrillic}/u);
  });

  test("the company's own terms stand as they are, figures and all, to the document", async () => {
    ports.template = { ...TEMPLATE, terms: 'Payable within 30 days.\n- ISO 27001 applies to {{customer.company}}' };
    expect(await generate(aModel(() => ({ summary: SUMMARY, solution: SOLUTION })))).toMatchObject({ version: 1 });
    expect((await sectionsOf(1)).terms?.text).toContain('30 days.\nISO 27001 applies to Northwind Ltd');
    expect(await run({ what: 'attach', version: 1 })).toMatchObject({ state: 'done' });
  });

  test('a history that is too long is read by what the deal is about', async () => {
    deal = aDeal({ activitiesLeft: 4_000 });
    await generate();
    expect(crm.calls).toEqual(['gather', 'gather']);
    const [any, own] = crm.budgets;
    expect(any?.characters).toBe(own?.characters);
    expect([any?.relevant.includes('hosting'), own?.relevant.includes('hosting')]).toEqual([false, true]);
  });

  test('what blocks is said, and nothing is written', async () => {
    deal = aDeal({ lineItems: [], links: { lineItems: 'https://crm.example/items' } });
    expect(await generate()).toMatchObject({
      state: 'failed',
      problem: { code: 'gaps', gaps: [{ code: 'no-line-items', url: 'https://crm.example/items' }] },
    });
    deal = aDeal();
    expect(await run({ what: 'generate', choices: { templateId: 'gone' } })).toMatchObject({
      problem: { code: 'no-template' },
    });
    crm.deal = () => ({ kind: 'skip', reason: 'deleted' });
    expect(await generate()).toMatchObject({ problem: { code: 'not-found' } });
    expect(await generateErased()).toMatchObject({ problem: { code: 'not-found' } });
    expect(await list()).toEqual([]);
  });
  const generateErased = () =>
    run({ what: 'generate', choices: {} }, undefined, { people: { note: async () => 'erased' } });

  test('one section is written anew, all others stay as they are; that of a person only when they say so', async () => {
    await generate(aModel(() => ({ summary: SUMMARY, solution: SOLUTION })));
    const asked = { what: 'regenerate', section: 'solution', steer: 'stress speed' } as const;
    const model = aModel(() => ({ solution: 'We make the website quick.' }));
    deal = aDeal({ lineItems: deal.lineItems.slice(0, 1), revision: 'r2' });
    expect(await run({ ...asked, version: 1 }, model)).toMatchObject({ state: 'done', version: 2 });
    expect(JSON.stringify(model.requests)).toContain('stress speed');
    const [before, after] = [await sectionsOf(1), await sectionsOf(2)];
    expect(after).toEqual({ ...before, solution: { text: 'We make the website quick.', writtenBy: 'model' } });
    // Figures are those of the version, not of the deal as it stands.
    expect(await list()).toMatchObject([{ revision: 'r1', how: 'regenerate', total: (await list())[1]?.total }, {}]);

    await run({ what: 'edit', version: 2, section: 'solution', text: 'We do it well.' });
    expect(await run({ ...asked, version: 3 }, model)).toMatchObject({ problem: { code: 'edited' } });
    expect(await run({ ...asked, version: 3, force: true }, model)).toMatchObject({ version: 4 });
    expect(await run({ ...asked, version: 9 }, model)).toMatchObject({ problem: { code: 'no-version' } });
  });

  test('what a person typed is named where nothing holds it, and kept when it is meant; figures that they left stay bound', async () => {
    await generate(aModel(() => ({ summary: SUMMARY, solution: SOLUTION })));
    const edit = (text: string, confirmed?: true) =>
      run({ what: 'edit', version: 1, section: 'solution', text, ...(confirmed && { confirmed }) });
    const kept = await edit('We rebuild it quickly.\n- The price is €2,345.60.');
    expect(kept).toMatchObject({ state: 'done', version: 2 });
    const [row] = await list();
    const solution =
      row &&
      versions()
        .open(row)
        ?.content.sections.find(({ kind }) => kind === 'solution');
    expect(solution).toMatchObject({
      writtenBy: 'person',
      paragraphs: [{ text: 'We rebuild it quickly.' }, { text: 'The price is {{total.once.gross}}.', bullet: true }],
    });
    expect(row?.edited.solution?.changed).toBeGreaterThan(0);
    const odd = 'We rebuild it for €2,000.00 by Friday.';
    const asked = await edit(odd);
    expect(asked).toMatchObject({ state: 'failed', problem: { code: 'unbound' } });
    expect(asked?.problem?.words?.join(' ')).toContain('2,000.00');
    expect(await edit(odd, true)).toMatchObject({ state: 'done', version: 3 });
    expect((await sectionsOf(3)).solution).toEqual({ text: odd, writtenBy: 'person' });
    expect(await run({ what: 'attach', version: 3 })).toMatchObject({ state: 'done' });
    // Meant once is meant: it is not asked again.
    expect(await run({ what: 'edit', version: 3, section: 'solution', text: `${odd}\nWith pleasure.` })).toMatchObject({
      version: 4,
    });
    const same = (await sectionsOf(1)).summary?.text ?? '';
    expect(await run({ what: 'edit', version: 1, section: 'summary', text: same })).toMatchObject({ version: 1 });
  });

  test('a step back is a new version with the old content', async () => {
    await generate(aModel(() => ({ summary: SUMMARY, solution: SOLUTION })));
    await run({ what: 'edit', version: 1, section: 'solution', text: 'We do it well.' });
    expect(await run({ what: 'restore', version: 1 })).toMatchObject({ version: 3 });
    const [newest, , first] = await list();
    expect(newest).toMatchObject({
      number: 3,
      how: 'restore',
      hash: first?.hash,
      costUsd: '0.00000000',
      edited: first?.edited,
    });
  });

  test('a version is attached as files and a note; above the threshold somebody is asked', async () => {
    decide({ approvalAbove: '1000', approver: '9' });
    await generate(aModel(() => ({ summary: SUMMARY, solution: SOLUTION })));
    expect(await run({ what: 'attach', version: 1 })).toMatchObject({ state: 'done', version: 1 });
    const [row] = await list();
    const name = `website-relaunch-proposal-v1-${row?.hash.slice(0, 8)}`;
    expect([...crm.files.keys()]).toEqual([`${name}.pdf`, `${name}.docx`]);
    expect([...crm.notes.values()]).toMatchObject([
      {
        ...{ language: 'en', version: 1, total: row?.total, byName: 'Rita Rep', modelWritten: true },
        summary: [{ text: expect.stringContaining('Northwind Ltd'), sources: [{ title: 'Call with Priya' }] }],
        approval: { approver: 'Olga Owner', above: '€1,000.00' },
      },
    ]);
    expect([...crm.tasks.values()]).toEqual([expect.stringContaining('version 1')]);
    const writes = await createWriteStore(database.orm, () => NOON).of(row?.proposalId ?? '');
    expect(writes.map(({ kind, state, artefactIds }) => [kind, state, artefactIds.length]).sort()).toEqual([
      ['approval', 'done', 1],
      ['attach', 'done', 3],
    ]);
    // Asked again by somebody else: still one of each.
    await run({ what: 'attach', version: 1 });
    expect([crm.files.size, crm.notes.size, crm.tasks.size]).toEqual([2, 1, 1]);
    decide({ approvalAbove: '1000000', locales: ['ru-RU'] });
    await run({ what: 'restore', version: 1 });
    await run({ what: 'attach', version: 2 });
    expect([...crm.notes.values()].at(-1)).toMatchObject({ language: 'ru', version: 2 });
    expect([...crm.notes.values()].at(-1)).not.toHaveProperty('approval');
    expect(crm.tasks.size).toBe(1);
  });

  test('draft quotes: only where they are switched on, approved ones first, and one whose sum differs is said to', async () => {
    await generate();
    const quote = () => run({ what: 'quote', version: 1 });
    expect(await quote()).toMatchObject({ problem: { code: 'quotes-off' } });
    decide({ quotes: true, approvalAbove: '1' });
    expect(await quote()).toMatchObject({ problem: { code: 'approval' } });
    expect(crm.quotes.size).toBe(0);
    decide({ quotes: true });
    crm.quoteKind = 'differs';
    expect(await quote()).toMatchObject({
      problem: { code: 'gaps', gaps: [{ code: 'amount-differs', url: 'https://crm.example/q1' }] },
    });
    expect(await quote()).toMatchObject({ state: 'done', version: 1 });
    expect([...crm.quotes.values()]).toMatchObject([
      { expiresOn: '2026-12-23', locale: 'en-GB', prices: { currency: 'EUR' } },
    ]);
  });

  test('what was prepared is not prepared again while the deal stays as it is; whoever waits is told', async () => {
    const prepare = async (callbackId: string, choices = {}) => {
      const operationId = await start(aRequest({ what: 'generate', choices }), { preparing: true, callbackId });
      await processor()({ operationId }, aTry());
      return ended(operationId);
    };
    expect(await prepare('one')).toMatchObject({ state: 'done', version: 1, callbacks: [] });
    expect(await prepare('two')).toMatchObject({ state: 'done', version: 1 });
    deal = aDeal({ revision: 'r2' });
    expect(await prepare('three')).toMatchObject({ state: 'done', version: 2 });
    deal = aDeal({ revision: 'r3', lineItems: [] });
    expect(await prepare('four')).toMatchObject({ state: 'failed', problem: { code: 'gaps' } });
    expect(crm.told).toEqual(['one true', 'two true', 'three true', 'four false']);
    // What there is has another language or template than what is asked for: once.
    deal = aDeal({ revision: 'r2' });
    expect(await prepare('five', { locale: 'en-GB', templateId: 'standard' })).toMatchObject({ version: 2 });
    for (const version of [3, 3])
      expect(await prepare(`de ${version}`, { locale: 'de-DE' })).toMatchObject({ version });
    expect(await prepare('six', {})).toMatchObject({ version: 3 });
    ports.template = { ...TEMPLATE, id: 'own' };
    for (const version of [4, 4])
      expect(await prepare(`own ${version}`, { templateId: 'own' })).toMatchObject({ version });
  });

  test('who waits is told by a later try, where the first could not; and the work is not done twice', async () => {
    const operationId = await start(aRequest(), { preparing: true, callbackId: 'one' });
    crm.faults = ['fine', 'down', 'lost'];
    expect(await processor()({ operationId }, aTry())).toMatchObject({ kind: 'retry' });
    expect(await ended(operationId)).toMatchObject({ state: 'done', callbacks: ['one'] });
    expect(await processor()({ operationId }, aTry())).toMatchObject({ kind: 'retry' });
    expect(await processor()({ operationId }, aTry())).toEqual({ kind: 'done' });
    expect(await ended(operationId)).toMatchObject({ callbacks: [] });
    expect(crm.told).toEqual(['one true', 'one true']);
    expect(crm.calls.filter((name) => name === 'gather')).toHaveLength(1);
  });

  test('an outage is tried again, and said at the end; a revoked grant at once', async () => {
    const operationId = await start(aRequest());
    crm.faults = ['down', 'down'];
    expect(await processor()({ operationId }, aTry())).toMatchObject({ kind: 'retry' });
    expect(await ended(operationId)).toMatchObject({ state: 'running', step: 'reading' });
    await processor()({ operationId }, aTry({ lastTry: true }));
    expect(await ended(operationId)).toMatchObject({ problem: { code: 'source-down', retryable: true } });
    expect(await run({ what: 'generate', choices: {} }, undefined, { connectionOf: () => undefined })).toMatchObject({
      problem: { code: 'not-connected' },
    });
  });

  test('killed between its version and its end, the same job makes no other and asks no model', async () => {
    const model = aModel(() => ({ summary: SUMMARY, solution: SOLUTION }));
    const operationId = await start(aRequest());
    await processor(model)({ operationId }, aTry());
    const asked = model.requests.length;
    await database.orm
      .update(proposalOperations)
      .set({ state: 'running' })
      .where(eq(proposalOperations.id, operationId));
    await processor(model)({ operationId }, aTry());
    expect(await list()).toHaveLength(1);
    expect(await ended(operationId)).toMatchObject({ state: 'done', version: 1 });
    expect(model.requests).toHaveLength(asked);
  });

  test('an operation that was forgotten with its deal is done', async () => {
    expect(await processor()({ operationId: randomUUID() }, aTry())).toEqual({ kind: 'done' });
    expect(crm.calls).toEqual([]);
  });
});
