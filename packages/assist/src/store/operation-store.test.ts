import { randomUUID } from 'node:crypto';
import type { AssistRequest } from '@draftsmith/contracts';
import { assistOperations } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../failures.ts';
import { ADA, BEN, NOON, TICKET } from '../testing.ts';
import { createOperationStore } from './operation-store.ts';

const sealer = testSealer();
const request = (revise: AssistRequest['revise'], requestId: string = randomUUID()): AssistRequest => ({
  ...{ requestId, revise },
});

describe.each(testBackends)('operations in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let jobs: string[];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    jobs = [];
    await database.orm.delete(assistOperations);
  });
  afterAll(() => database.close());

  const store = () => createOperationStore(database, sealer, () => NOON);
  const start = (
    revise: AssistRequest['revise'],
    { agent = BEN, requestId = randomUUID() as string, on = TICKET } = {},
  ) => store().start({ resource: on, agent, request: request(revise, requestId) }, async (id) => void jobs.push(id));

  test('a request that comes again is the same operation, also after its end', async () => {
    const requestId = randomUUID();
    const first = await start({ kind: 'draft' }, { requestId });
    expect(first).toMatchObject({ kind: 'started', operation: { byName: 'Ben Agent', step: 'queued' } });
    expect(await start({ kind: 'draft' }, { requestId })).toMatchObject({ kind: 'known' });
    await store().finish(first.operation.id);
    const again = await start({ kind: 'draft' }, { requestId });
    expect(again).toMatchObject({ kind: 'known', operation: { id: first.operation.id, state: 'done', step: 'done' } });
    expect(jobs).toEqual([first.operation.id]);
  });

  test('who comes while another text is made joins it, and stays joined', async () => {
    const first = await start({ kind: 'regenerate', steer: 'be brief' });
    const requestId = randomUUID();
    const joined = await start({ kind: 'warmer' }, { agent: ADA, requestId });
    expect(joined).toMatchObject({
      kind: 'joined',
      operation: { id: first.operation.id, what: 'regenerate', byName: 'Ben Agent' },
    });
    await store().finish(first.operation.id);
    expect(await start({ kind: 'warmer' }, { agent: ADA, requestId })).toMatchObject({
      kind: 'known',
      operation: { id: first.operation.id },
    });
    expect(await start({ kind: 'warmer' }, { agent: ADA })).toMatchObject({ kind: 'started' });
  });

  test('what changes no text runs beside it, and other tickets are other matters', async () => {
    await start({ kind: 'draft' });
    for (const revise of [
      { kind: 'translate', into: 'ru' },
      { kind: 'translate', into: 'de' },
    ] as const)
      expect(await start(revise)).toMatchObject({ kind: 'started' });
    const others = [
      { ...TICKET, id: '8' },
      { ...TICKET, account: 'globex' },
    ];
    for (const on of others) expect(await start({ kind: 'draft' }, { on })).toMatchObject({ kind: 'started' });
    expect(await store().runningOf(TICKET)).toHaveLength(3);
  });

  test('whoever starts at once on one ticket: one job, and each request one operation', async () => {
    const kinds = fc.constantFrom('draft', 'shorter', 'warmer');
    const starts = fc.array(fc.record({ kind: kinds, request: fc.nat(3) }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(starts, async (given) => {
        jobs = [];
        const on = { ...TICKET, id: randomUUID() };
        const ids = Array.from({ length: 4 }, () => randomUUID() as string);
        const results = await Promise.all(
          given.map(({ kind, request: n }) => start({ kind }, { requestId: ids[n] ?? '', on })),
        );
        expect(new Set(results.map(({ operation }) => operation.id)).size).toBe(1);
        expect(results.filter(({ kind }) => kind === 'started')).toHaveLength(1);
        expect(jobs).toEqual([results[0]?.operation.id]);
      }),
      { numRuns: 20 },
    );
  });

  test('the job that could not be recorded leaves no operation', async () => {
    const broken = store().start({ resource: TICKET, agent: BEN, request: request({ kind: 'draft' }) }, async () => {
      throw new Error('no queue');
    });
    await expect(broken).rejects.toThrow('no queue');
    expect(await database.orm.select().from(assistOperations)).toEqual([]);
  });

  test('words rest sealed; an end is an end; what was forgotten does not come back', async () => {
    const { operation } = await start({ kind: 'regenerate', steer: 'tell Priya' });
    await store().step(operation.id, 'writing');
    expect(await store().running(operation.id)).toMatchObject({
      ...{ step: 'writing', request: { revise: { kind: 'regenerate', steer: 'tell Priya' } } },
    });
    await store().finish(operation.id, { text: 'Priya is asked', language: 'en' });
    await store().fail(operation.id, failureOf('broke-off'));
    await store().step(operation.id, 'reading');
    expect(await store().find(TICKET, operation.id)).toMatchObject({
      ...{ state: 'done', step: 'done', result: { text: 'Priya is asked', language: 'en' }, failure: null },
    });
    expect(await store().running(operation.id)).toBeUndefined();
    expect(await store().find({ ...TICKET, id: '8' }, operation.id)).toBeUndefined();
    expect(JSON.stringify(await database.orm.select().from(assistOperations))).not.toMatch(/Priya|Ben Agent/);
    await database.orm.delete(assistOperations);
    await store().finish(operation.id, { text: 'Priya', language: 'en' });
    expect(await database.orm.select().from(assistOperations)).toEqual([]);
  });
});
