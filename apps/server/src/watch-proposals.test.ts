import type { Connection, DealFollowUp } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { proposalOperations, proposals, proposalWrites } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import type { JobHandler, JobQueue } from '@draftsmith/jobs';
import { silentLogger } from '@draftsmith/logger';
import { anOperation, aStoredVersion } from '@draftsmith/proposals/testing';
import { testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Parts } from './parts.ts';
import { countProposals, watchFollowUps } from './watch-proposals.ts';

const sealer = testSealer();

describe.each(testBackends)('proposals on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => void (await database.orm.delete(proposals)));
  afterAll(() => database.close());

  test('what became of an attached one is asked again and again, and a look under way is broken off at the end', async () => {
    const { proposalId } = await aStoredVersion({ database, sealer });
    const at = new Date();
    const write = { kind: 'attach', state: 'done', idempotencyKey: 'k', startedAt: at, doneAt: at } as const;
    await database.orm.insert(proposalWrites).values({ ...write, proposalId, number: 1, artefactIds: ['n', 'f'] });
    let looks = 0;
    const second = Promise.withResolvers<AbortSignal>();
    const follow = async (_: unknown, __: unknown, signal: AbortSignal): Promise<DealFollowUp> => {
      looks += 1;
      if (looks === 1) return { gone: false, stage: { id: 's', name: 'Won', outcome: 'won' } };
      second.resolve(signal);
      return new Promise((_, broken) => signal.addEventListener('abort', () => broken(signal.reason)));
    };
    const connection = { deals: { follow } } as unknown as Connection;
    const parts = {
      ...{ database, options: { logger: silentLogger }, accounts: { find: () => ({ connection }) } },
    } as unknown as Parts;
    const stop = watchFollowUps(parts, 20);
    const outcome = async () => (await database.orm.select().from(proposals))[0]?.stageOutcome;
    await expect.poll(outcome, { timeout: 20_000 }).toBe('won');
    // Due again, as it is after hours.
    await database.orm.update(proposals).set({ followedAt: null });
    const signal = await second.promise;
    await stop();
    expect(signal.aborted).toBe(true);
    expect(looks).toBe(2);
  });

  test('each operation is counted in the try that ended it, once; other jobs are left alone', async () => {
    const counts: string[] = [];
    const handlers = new Map<string, JobHandler<'proposal'>>();
    const queue = {
      work: async (name: string, _: number, handler: JobHandler<'proposal'>) => void handlers.set(name, handler),
    } as unknown as JobQueue;
    const counting = countProposals(queue, {
      ...{ orm: database.orm, logger: silentLogger },
      metrics: { proposal: (what, outcome) => counts.push(`${what} ${outcome}`) },
    });
    let work = async () => {};
    const handler: JobHandler<'proposal'> = async () => {
      await work();
      return { kind: 'done' };
    };
    await counting.work('proposal', 1, handler);
    await counting.work('prepare', 1, handler as never);
    expect(handlers.get('prepare')).toBe(handler);
    const job = { operationId: (await anOperation({ database, sealer })).id };
    const run = () => handlers.get('proposal')?.(job, {} as never);
    const end = (problem: string | null) =>
      database.orm
        .update(proposalOperations)
        .set({ state: problem ? 'failed' : 'done', problem, finishedAt: new Date() })
        .where(eq(proposalOperations.id, job.operationId));
    await run();
    expect(counts, 'it goes on').toEqual([]);
    work = async () => void (await end('gaps'));
    expect(await run()).toEqual({ kind: 'done' });
    expect(counts).toEqual(['generate gaps']);
    work = async () => {};
    await database.orm.update(proposalOperations).set({ finishedAt: new Date(Date.now() - 1_000) });
    await run();
    expect(counts, 'somebody was told once more').toHaveLength(1);
    work = async () => void (await end(null));
    await run();
    expect(counts).toEqual(['generate gaps', 'generate done']);
  });
});
