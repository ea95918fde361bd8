import { randomUUID } from 'node:crypto';
import { proposalOperations, proposals } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problemOf } from '../problems.ts';
import { aRequest, DEAL, NOON, REP, wordsOf } from '../testing.ts';
import { createOperationStore, type NewOperation, type Operation } from './operation-store.ts';

const sealer = testSealer();

describe.each(testBackends)('operations in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let jobs: string[];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    jobs = [];
    await database.orm.delete(proposals);
  });
  afterAll(() => database.close());

  const store = () => createOperationStore(database, sealer, () => NOON);
  const rows = () => database.orm.select().from(proposalOperations);
  const start = (request = aRequest(), { on = DEAL, ...more }: { on?: typeof DEAL } & Partial<NewOperation> = {}) =>
    store().start({ resource: on, userId: REP.id, words: wordsOf(request), ...more }, async (id) => void jobs.push(id));
  const prepare = (requestId: string, callbackId?: string) =>
    start(undefined, {
      ...{ userId: null, words: wordsOf(aRequest(undefined, requestId), { preparing: true, byName: null }) },
      ...(callbackId && { callbackId }),
    });
  const claimed = async ({ id }: Operation): Promise<Operation> => {
    const operation = await store().claim(id);
    if (!operation) throw new Error('Nothing to claim');
    return operation;
  };

  test('a request that comes again is the same operation, also after its end; another one meanwhile is told to wait', async () => {
    const request = aRequest({ what: 'generate', choices: { steer: 'be brief' } });
    const { kind, operation } = await start(request);
    expect([kind, operation.byName, operation.step]).toEqual(['started', 'Rita Rep', 'queued']);
    expect(await start(request)).toMatchObject({ kind: 'known' });
    expect(await start()).toMatchObject({ kind: 'busy', operation: { id: operation.id } });
    expect(await start(aRequest(), { on: { ...DEAL, id: '78' } })).toMatchObject({ kind: 'started' });
    await store().finish(await claimed(operation), 3);
    expect(await start(request)).toMatchObject({
      kind: 'known',
      operation: { state: 'done', step: 'done', version: 3 },
    });
    expect(await start()).toMatchObject({ kind: 'started' });
    expect(jobs).toHaveLength(3);
  });

  test('an automation joins what is under way, and its repeat too; a workflow that waits is remembered until it is told', async () => {
    const { operation } = await start();
    expect(await prepare('automation', 'callback')).toMatchObject({ kind: 'joined', operation: { id: operation.id } });
    expect(await prepare('automation', 'callback')).toMatchObject({ kind: 'known', operation: { id: operation.id } });
    await store().finish(await claimed(operation), 1);
    expect(await store().claim(operation.id)).toMatchObject({ state: 'done', callbacks: ['callback'] });
    await store().told(operation.id, 'callback');
    expect(await store().claim(operation.id)).toMatchObject({ callbacks: [] });
    expect(await prepare('automation', 'callback')).toMatchObject({ kind: 'known' });
    expect(await prepare('later', 'other')).toMatchObject({ kind: 'started', operation: { callbacks: ['other'] } });
  });

  test('whoever starts at once on one deal: one job, and each request one operation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }), async (asked) => {
        jobs = [];
        const on = { ...DEAL, id: randomUUID() };
        const requests = Array.from({ length: 4 }, () => aRequest());
        const results = await Promise.all(asked.map((n) => start(requests[n], { on })));
        expect(new Set(results.map(({ operation }) => operation.id)).size).toBe(1);
        expect(results.filter(({ kind }) => kind === 'started')).toHaveLength(1);
        expect(jobs).toEqual([results[0]?.operation.id]);
        const own = results.find(({ kind }) => kind === 'started')?.operation.requestId;
        results.forEach(({ kind }, i) => {
          expect(kind === 'busy').toBe(requests[asked[i] ?? 0]?.requestId !== own);
        });
      }),
      { numRuns: 15 },
    );
  });

  test('the job that could not be recorded leaves no operation', async () => {
    const given = { resource: DEAL, userId: null, words: wordsOf(aRequest()) };
    const broken = store().start(given, () => Promise.reject(new Error('no queue')));
    await expect(broken).rejects.toThrow('no queue');
    expect(await rows()).toEqual([]);
  });

  test('a try that was overtaken changes nothing any more; an end is an end', async () => {
    const { operation } = await start();
    const [stale, newest] = [await claimed(operation), await claimed(operation)];
    await expect(store().step(stale, 'writing')).rejects.toMatchObject({ code: 'proposals.superseded' });
    expect(await store().fail(stale, problemOf('broke-off'))).toBe(false);
    expect(await store().finish(stale, 9)).toBe(false);
    await store().step(newest, 'checking');
    expect(await store().finish(newest, 1)).toBe(true);
    expect(await store().fail(newest, problemOf('broke-off'))).toBe(false);
    expect(await store().find(DEAL, operation.id)).toMatchObject({ state: 'done', version: 1, problem: null });
    expect(await store().find({ ...DEAL, id: '78' }, operation.id)).toBeUndefined();
  });

  test('words rest sealed, those of a problem too', async () => {
    const { operation } = await start(aRequest({ what: 'edit', version: 1, section: 'summary', text: 'Ask Priya' }));
    await store().fail(await claimed(operation), problemOf('unbound', { words: ['Priya'] }));
    expect(JSON.stringify(await rows())).not.toMatch(/Priya|Rita/);
    expect(await store().find(DEAL, operation.id)).toMatchObject({
      ...{ request: { text: 'Ask Priya' }, problem: { code: 'unbound', words: ['Priya'], retryable: false } },
    });
  });
});
