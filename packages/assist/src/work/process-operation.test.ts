import { randomUUID } from 'node:crypto';
import type { AssistRequest, Gathered } from '@draftsmith/contracts';
import { assistOperations, drafts, draftVersions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { openContent } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import type { Completer, NoCompletion } from '@draftsmith/llm';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOperationStore } from '../store/operation-store.ts';
import { createVersionStore } from '../store/version-store.ts';
import { aCompleter, aConnection, aContext, aDraft, aTry, BEN, NOON, TEXT, TICKET, workDeps } from '../testing.ts';
import { createAssistProcessor } from './process-operation.ts';
import type { WorkDeps } from './work.ts';

const sealer = testSealer();
const ANSWER = 'Dear [PERSON_1],\n\nA refund takes 5 working days after we receive the goods [1].\n\nKind regards';
const NOBODY: NoCompletion = {
  ...{ kind: 'exhausted', attempts: [], skipped: [], detail: 'Nobody there', retryable: true },
};

describe.each(testBackends)('what an agent asked for (%s)', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let gathered: () => Gathered;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    gathered = () => ({ kind: 'context', context: aContext() });
    for (const table of [drafts, assistOperations]) await database.orm.delete(table);
  });
  afterAll(() => database.close());

  const store = () => createOperationStore(database, sealer, () => NOON);
  const versions = () => createVersionStore(database, sealer, () => NOON);
  const rows = () => database.orm.select().from(drafts);
  async function start(revise: AssistRequest['revise'], base?: AssistRequest['base']): Promise<string> {
    const request = { requestId: randomUUID(), revise, ...(base && { base }) };
    const { operation } = await store().start({ resource: TICKET, agent: BEN, request }, async () => {});
    return operation.id;
  }
  const processor = (completer: Completer, more: Partial<WorkDeps> = {}) =>
    createAssistProcessor({
      ...workDeps(
        aConnection(() => gathered()),
        completer,
        more,
      ),
      ...{ database, sealer, now: () => NOON },
    });
  const ended = (id: string) => store().find(TICKET, id);
  async function run(completer: Completer, revise: AssistRequest['revise'], more: Partial<WorkDeps> = {}) {
    const operationId = await start(revise);
    const verdict = await processor(completer, more)({ operationId }, aTry({ lastTry: true }));
    expect(verdict).toEqual({ kind: 'done' });
    return ended(operationId);
  }

  test('a draft that the rules did not want is written into its row, once', async () => {
    const row = await aDraft(database, sealer, {
      ...{ words: null, state: 'skipped', outcome: { kind: 'skipped', reason: 'rules', detail: 'brand' } },
    });
    const model = aCompleter(() => ANSWER);
    expect(await run(model, { kind: 'draft' })).toMatchObject({ state: 'done', step: 'done' });
    const [filled, ...others] = await rows();
    expect(others).toEqual([]);
    expect(filled).toMatchObject({ id: row.id, state: 'drafted', outcome: { kind: 'drafted' }, provider: 'openai' });
    expect(filled && openContent(sealer, filled).text).toBe(
      'Dear Priya Raman,\n\nA refund takes 5 working days after we receive the goods.\n\nKind regards',
    );
    expect(await run(model, { kind: 'draft' })).toMatchObject({ state: 'done' });
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({ user: 'desk:acme:12', account: 'acme', connector: 'desk' });
  });

  test('what a job is working on is left to it', async () => {
    await aDraft(database, sealer, { words: null, state: 'working', outcome: null });
    const model = aCompleter(() => ANSWER);
    expect(await run(model, { kind: 'draft' })).toMatchObject({ state: 'done' });
    expect(model.requests).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'working', content: null }]);
  });

  test('killed after the answer, the same job ends with one draft, and asks what a cache can answer', async () => {
    const operationId = await start({ kind: 'draft' });
    const [model, dead] = [aCompleter(() => ANSWER), new AbortController()];
    // It stops breathing once the answer is there: nothing after it happens.
    const dying = processor(model, { people: { note: async () => (model.requests.length > 0 ? NEVER : 'noted') } });
    void dying({ operationId }, aTry({ signal: dead.signal }));
    await expect.poll(() => model.requests.length).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'working', content: null }]);

    await processor(model)({ operationId }, aTry());
    expect(await rows()).toMatchObject([{ state: 'drafted' }]);
    expect(await ended(operationId)).toMatchObject({ state: 'done' });
    expect(JSON.stringify(model.requests[1]?.messages)).toBe(JSON.stringify(model.requests[0]?.messages));
    expect(model.caches).toEqual([undefined, undefined]);
  });

  test('killed after its version was written, the same job writes no other', async () => {
    const row = await aDraft(database, sealer);
    const operationId = await start({ kind: 'regenerate' });
    const model = aCompleter(() => ANSWER.replace('A refund', 'Your refund'));
    const running = processor(model);
    await running({ operationId }, aTry());
    await database.orm.update(assistOperations).set({ state: 'running' });
    await running({ operationId }, aTry());
    expect((await versions().of(row)).map(({ number }) => number)).toEqual([1, 2]);
    expect(await ended(operationId)).toMatchObject({ state: 'done' });
    expect(model.requests).toHaveLength(1);
  });

  test('an outage is tried again, and said at the end', async () => {
    await aDraft(database, sealer);
    const operationId = await start({ kind: 'regenerate' });
    const down = processor(aCompleter(() => NOBODY));
    expect(await down({ operationId }, aTry())).toMatchObject({ kind: 'retry' });
    expect(await ended(operationId)).toMatchObject({ state: 'running' });
    expect(await down({ operationId }, aTry({ lastTry: true }))).toEqual({ kind: 'done' });
    expect(await ended(operationId)).toMatchObject({ failure: { code: 'unreachable', retryable: true } });

    gathered = () => {
      throw new AppError('unavailable', 'Zendesk does not answer');
    };
    expect(
      await run(
        aCompleter(() => ANSWER),
        { kind: 'summarise', into: 'en' },
      ),
    ).toMatchObject({
      failure: { code: 'source-down', retryable: true },
    });
  });

  test('a draft on demand that came to nothing says why in its row, as a job does', async () => {
    gathered = () => ({ kind: 'context', context: aContext({ sources: [] }) });
    expect(
      await run(
        aCompleter(() => ANSWER),
        { kind: 'draft' },
      ),
    ).toMatchObject({ state: 'done' });
    expect(await rows()).toMatchObject([{ state: 'skipped', outcome: { kind: 'skipped', reason: 'no-source' } }]);
    const steered = await run(
      aCompleter(() => 'Dear [PERSON_1], it was sent.'),
      {
        ...{ kind: 'regenerate', steer: 'it was sent' },
      },
    );
    expect(steered).toMatchObject({ state: 'done' });
    expect(await rows()).toMatchObject([{ state: 'drafted', outcome: { kind: 'drafted' } }]);
  });

  test('when the customer wrote again, a new draft is made of the new message, and the old one is not reworded', async () => {
    const old = await aDraft(database, sealer, { revision: 'c0' });
    const model = aCompleter(() => ANSWER);
    expect(await run(model, { kind: 'warmer' })).toMatchObject({ failure: { code: 'newer-message' } });
    expect(await run(model, { kind: 'regenerate' })).toMatchObject({ state: 'done' });
    expect((await rows()).map(({ revision, state }) => [revision, state]).sort()).toEqual([
      ['c0', 'drafted'],
      ['c1', 'drafted'],
    ]);
    expect(await versions().of(old)).toHaveLength(1);
  });

  test('a reworded text must say the same: the model gets a second chance, and no third', async () => {
    const row = await aDraft(database, sealer);
    const wrong = 'Dear [PERSON_1],\n\nYour refund takes 9 working days after we receive the goods.\n\nKind regards';
    const right = 'Dear [PERSON_1],\n\nWe are glad to help. A refund takes 5 working days after we receive the goods.';
    const model = aCompleter(({ messages }) => (messages[0]?.text.includes('earlier try') ? right : wrong));
    expect(await run(model, { kind: 'warmer' })).toMatchObject({ state: 'done' });
    expect(model.caches).toEqual(['on', 'off']);
    expect(model.requests[1]?.messages[0]?.text).toContain('"5 working days"');
    const [, second] = await versions().of(row);
    // Both were paid for.
    expect(second).toMatchObject({ number: 2, costUsd: '0.00400000', made: { how: 'warmer' } });

    expect(
      await run(
        aCompleter(() => wrong),
        { kind: 'more-formal' },
      ),
    ).toMatchObject({
      failure: { code: 'facts-changed' },
    });
    expect(await versions().of(row)).toHaveLength(2);
  });

  test('the text on screen is reworded, be it the newest or not', async () => {
    const row = await aDraft(database, sealer);
    const model = aCompleter(({ messages }) => {
      const text = messages[0]?.text ?? '';
      return text.includes('First')
        ? 'Dear [PERSON_1],\n\nFirst, hello. A refund takes 5 working days after we receive the goods.'
        : ANSWER;
    });
    await run(
      aCompleter(() => 'First of all: a refund takes 5 working days after we receive the goods.'),
      {
        kind: 'regenerate',
      },
    );
    const operationId = await start({ kind: 'warmer' }, { id: row.id, version: 1 });
    await processor(model)({ operationId }, aTry());
    expect(model.requests[0]?.messages[0]?.text).not.toContain('First');
    const gone = await start({ kind: 'warmer' }, { id: row.id, version: 9 });
    await processor(model)({ operationId: gone }, aTry());
    expect(await ended(gone)).toMatchObject({ failure: { code: 'no-text' } });
  });

  test('whoever is erased while the model writes is not brought back', async () => {
    await aDraft(database, sealer);
    for (const revise of [{ kind: 'regenerate' }, { kind: 'shorter' }] as const) {
      const model = aCompleter(() => ANSWER.replace('A refund', 'Your refund').replace(' [1]', ''));
      const people = { note: async () => (model.requests.length > 0 ? ('erased' as const) : ('noted' as const)) };
      expect(await run(model, revise, { people })).toMatchObject({ failure: { code: 'erased' } });
    }
    expect(await database.orm.select().from(draftVersions)).toEqual([]);
    await database.orm.delete(drafts);
    await aDraft(database, sealer, { words: null, state: 'skipped', forgottenAt: NOON, forgottenWhy: 'request' });
    const model = aCompleter(() => ANSWER);
    expect(await run(model, { kind: 'draft' })).toMatchObject({ failure: { code: 'erased' } });
    expect(model.requests).toEqual([]);
  });

  test.each([
    ['closed', 'closed'],
    ['agent-wrote-last', 'nothing-to-answer'],
    ['spam', 'nothing-to-answer'],
  ] as const)('a ticket that is left alone (%s): %s', async (reason, code) => {
    gathered = () => ({ kind: 'skip', reason });
    expect(
      await run(
        aCompleter(() => ANSWER),
        { kind: 'draft' },
      ),
    ).toMatchObject({ failure: { code } });
    expect(await rows()).toEqual([]);
  });

  test('a translation is read, not kept as a version; without a draft on screen it is that of the message', async () => {
    const row = await aDraft(database, sealer);
    const model = aCompleter(() => 'Возврат занимает 5 дней, [PERSON_1]. Подробности: https://evil.example/x');
    const operationId = await start({ kind: 'translate', into: 'ru' }, { id: row.id, version: 1 });
    await processor(model)({ operationId }, aTry());
    const { result } = (await ended(operationId)) ?? {};
    expect(result?.language).toBe('ru');
    expect(result?.text).toContain('5 дней');
    expect(result?.text).not.toContain('evil.example');
    expect(model.requests[0]?.messages[0]?.text).toContain('| A refund takes 5 working days');
    await run(model, { kind: 'translate', into: 'ru' });
    expect(model.requests[1]?.messages[0]?.text).toContain('How long does a refund take');
    expect(await versions().of(row)).toHaveLength(1);
    expect(JSON.stringify(model.requests)).not.toMatch(/Priya|Raman|Ben/);
    expect(TEXT).toContain('Priya');
  });

  test('an operation that has ended, or was forgotten, is done', async () => {
    const model = aCompleter(() => ANSWER);
    expect(await processor(model)({ operationId: randomUUID() }, aTry())).toEqual({ kind: 'done' });
    expect(model.requests).toEqual([]);
  });
});

const NEVER = new Promise<'noted'>(() => {});
