import type { Connection, KnowledgeFeed } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { libraryReadings } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { createJobQueue, type JobQueue } from '@draftsmith/jobs';
import { createLibrarySearch, forgetLibrary } from '@draftsmith/library';
import { silentLogger } from '@draftsmith/logger';
import { createPolicies } from '@draftsmith/policies';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveAccounts } from '../connections/live-accounts.ts';
import { defaultPolicyOf } from '../default-policy.ts';
import { readServerSettings } from '../settings.ts';
import type { ServerOptions } from '../start-server.ts';
import { enqueueDue } from './schedule-readings.ts';
import { findSimilarTickets, searchForDrafts } from './search-library.ts';
import { createKnowledgeReader } from './work-knowledge.ts';

const ACME = { connector: 'desk', account: 'acme' };
const NOON = new Date('2026-11-22T12:00:00Z');
const signal = AbortSignal.timeout(30_000);

const replies: KnowledgeFeed = {
  kind: 'past-reply',
  listing: 'changes',
  count: async () => 1,
  read: async () => ({
    documents: [
      {
        id: 'past-reply:7',
        kind: 'past-reply',
        title: 'Battery of Anna Schmidt',
        question: 'The battery of my bicycle does not charge at all.',
        text: 'Dear Anna Schmidt,\n\nplease hold the battery button for ten seconds. Then charge the battery of the bicycle again.',
        visibility: 'public',
        updatedAt: '2026-11-01T00:00:00Z',
        locale: 'en',
        people: [{ name: 'Anna Schmidt' }],
      },
    ],
    removed: [],
    cursor: 'end',
    upToDate: true,
  }),
};

function accountsWith(feeds: readonly KnowledgeFeed[]): LiveAccounts {
  const connection = { feeds: () => feeds } as unknown as Connection;
  const account = { ...ACME, title: 'Desk', connection } as LiveAccounts['all'][number];
  return {
    all: [account],
    find: (connector: string, name: string) => (connector === 'desk' && name === 'acme' ? account : undefined),
  } as unknown as LiveAccounts;
}

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let queue: JobQueue;
  const options = { logger: silentLogger, settings: readServerSettings({}) } as ServerOptions;

  beforeAll(async () => {
    database = await openTestDatabase(backend);
    queue = createJobQueue({ database, logger: silentLogger });
    await queue.start();
  });
  beforeEach(() => forgetLibrary(database.orm, ACME));
  afterAll(async () => {
    await queue.stop({ timeoutMs: 1_000 });
    await database.close();
  });

  const partsWith = (feeds: readonly KnowledgeFeed[]) => ({
    ...{ accounts: accountsWith(feeds), database, queue, options },
    library: { embedder: undefined },
    policies: createPolicies(database.orm, { defaults: defaultPolicyOf(options.settings) }),
  });
  const job = { ...ACME, kind: 'past-reply' } as const;
  const run = (feeds: readonly KnowledgeFeed[], lastTry = false) =>
    createKnowledgeReader(partsWith(feeds))(job, { signal, enqueuedAt: NOON, lastTry, mayWait: true });

  test('what is due is put into the queue once, however many processes look', async () => {
    const parts = partsWith([replies]);
    const looks = await Promise.all([1, 2, 3].map(() => enqueueDue(parts, NOON)));
    expect(looks.flat()).toEqual([job]);
    await database.orm.insert(libraryReadings).values({ ...job, readAt: NOON });
    expect(await enqueueDue(parts, new Date(NOON.getTime() + 1_000))).toEqual([]);
  });

  test('a solved ticket is read without its customer, found for a draft, and shown as similar to another', async () => {
    expect(await run([replies])).toEqual({ kind: 'done' });
    const library = createLibrarySearch(database.orm);
    const where = { ...ACME, language: 'en' };
    const found = await searchForDrafts(library)(['My battery does not charge'], {
      ...{ ...where, visibility: 'public', context: [], limit: 5, signal },
    });
    expect(found[0]).toMatchObject({ sourceId: 'past-reply:7', sourceKind: 'past-reply' });
    expect(JSON.stringify(found)).not.toMatch(/Anna|Schmidt/);
    const similar = findSimilarTickets(library);
    expect(
      (await similar('My battery does not charge', { ...where, except: '8', signal })).map(({ id }) => id),
    ).toEqual(['7']);
    expect(await similar('My battery does not charge', { ...where, except: '7', signal })).toEqual([]);
  });

  test('a source system that is away is tried again; one that refuses is not, and an account that is gone is done', async () => {
    const failing = (error: Error): KnowledgeFeed => ({ ...replies, read: async () => Promise.reject(error) });
    expect(await run([failing(new AppError('unavailable', 'away'))])).toEqual({ kind: 'retry', message: 'away' });
    expect(await run([failing(new AppError('unavailable', 'away'))], true)).toEqual({ kind: 'done' });
    const full = new AppError('rate-limited', 'full', { retryAfterMs: 5_000 });
    expect(await run([failing(full)], true)).toEqual({ kind: 'later', afterMs: 5_000, message: 'full' });
    expect(await run([failing(new AppError('permission', 'no'))])).toEqual({ kind: 'done' });
    expect(await run([])).toEqual({ kind: 'done' });
  });
});
