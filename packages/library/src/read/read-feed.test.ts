import type { KnowledgeDocument, KnowledgeFeed } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { libraryDocuments } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetLibrary } from '../store/forget.ts';
import { article } from '../testing.ts';
import { type ReadProgress, readFeed } from './read-feed.ts';
import { askForReading } from './reading.ts';
import { libraryStatus } from './status.ts';

const ACME = { connector: 'zendesk', account: 'acme' };
const NOON = new Date('2026-11-22T12:00:00Z');
const PAGE = 2;

/** A list of articles, two a page; `killAt` makes the reading of that page fail. */
function feedOf(documents: KnowledgeDocument[], listing: 'full' | 'changes' = 'full') {
  const state = { documents, removed: [] as string[], killAt: -1, asked: [] as number[] };
  const feed: KnowledgeFeed = {
    kind: 'article',
    listing,
    count: async () => state.documents.length,
    async read(cursor) {
      const from = Number(cursor ?? 0);
      state.asked.push(from);
      if (from === state.killAt) throw new AppError('unavailable', 'The help centre does not answer');
      const to = from + PAGE;
      const upToDate = to >= state.documents.length;
      const next = upToDate ? state.documents.length : to;
      return {
        documents: state.documents.slice(from, to),
        removed: upToDate ? state.removed : [],
        cursor: String(next),
        upToDate,
      };
    },
  };
  return { feed, state };
}

const articles = (...ids: string[]) => ids.map((id) => article(id, `Router X${id}`, 'Hold the button.'));

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => forgetLibrary(database.orm, ACME));
  afterAll(() => database.close());

  const read = (feed: KnowledgeFeed, onProgress?: (progress: ReadProgress) => void, signal?: AbortSignal) =>
    readFeed(database.orm, ACME, feed, {
      signal: signal ?? new AbortController().signal,
      ...(onProgress && { onProgress }),
      now: () => NOON,
    });
  const ids = async () =>
    (await database.orm.select({ id: libraryDocuments.sourceId }).from(libraryDocuments)).map(({ id }) => id).sort();
  const status = (now = NOON) => libraryStatus(database.orm, ACME, now);

  test('a listing is read page by page, with progress, and what it names no more goes', async () => {
    const { feed, state } = feedOf(articles('1', '2', '3'));
    const steps: number[] = [];
    expect(await read(feed, ({ done }) => steps.push(done))).toMatchObject({ stored: 3, removed: 0 });
    expect(steps).toEqual([0, 2, 3]);
    state.documents = articles('2', '3');
    expect(await read(feed)).toMatchObject({ stored: 0, unchanged: 2, removed: 1 });
    expect(await ids()).toEqual(['2', '3']);
    expect(await status()).toEqual({
      documents: { article: 2, macro: 0, 'past-reply': 0 },
      running: null,
      lastReadAt: NOON.toISOString(),
      problem: null,
    });
  });

  test('an interrupted reading goes on with the page that was under way, and takes nothing away before its end', async () => {
    const { feed, state } = feedOf(articles('1', '2', '3', '4', '5'));
    await read(feed);
    state.documents = articles('3', '4', '5', '6', '7');
    state.killAt = 2;
    await expect(read(feed)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await ids()).toEqual(['1', '2', '3', '4', '5']);
    expect(await status()).toMatchObject({ running: null, problem: 'The help centre does not answer' });
    state.killAt = -1;
    state.asked = [];
    await read(feed);
    expect(state.asked).toEqual([2, 4]);
    expect(await ids()).toEqual(['3', '4', '5', '6', '7']);
    expect(await status()).toMatchObject({ problem: null });
  });

  test('changes go on from the last one and take away only what they name', async () => {
    const { feed, state } = feedOf(articles('1', '2'), 'changes');
    await read(feed);
    state.documents = [...articles('1', '2'), article('3', 'Lamp', 'Turn it on.')];
    state.removed = ['1'];
    state.asked = [];
    await read(feed);
    expect(state.asked).toEqual([2]);
    expect(await ids()).toEqual(['2', '3']);
  });

  test('stopping ends it after the page that was under way', async () => {
    const { feed } = feedOf(articles('1', '2', '3', '4', '5'));
    const controller = new AbortController();
    const stopped = read(feed, ({ done }) => done === 2 && controller.abort(), controller.signal);
    await expect(stopped).rejects.toThrow();
    expect(await ids()).toEqual(['1', '2']);
  });

  test('while it reads it can be watched; a reading that has long said nothing was killed', async () => {
    const { feed } = feedOf(articles('1', '2', '3'));
    let seen: Awaited<ReturnType<typeof status>> | undefined;
    let later: typeof seen;
    const watched: KnowledgeFeed = {
      ...feed,
      async read(cursor, signal) {
        if (cursor !== undefined) [seen, later] = [await status(), await status(new Date(NOON.getTime() + 3_600_000))];
        return feed.read(cursor, signal);
      },
    };
    await read(watched);
    expect(seen?.running).toEqual({ kind: 'article', done: 2, total: 3 });
    expect(later?.running).toBeNull();
  });

  test('what was asked for counts as being read until the last kind of it has been read', async () => {
    const kinds = ['article', 'macro'] as const;
    const ask = () =>
      askForReading(
        database.orm,
        kinds.map((kind) => ({ ...ACME, kind })),
        NOON,
      );
    await ask();
    expect(await status()).toMatchObject({ running: { kind: 'article', done: 0, total: null }, lastReadAt: null });
    await read(feedOf(articles('1', '2')).feed);
    expect((await status()).running).toMatchObject({ kind: 'macro' });
    await read({ ...feedOf([]).feed, kind: 'macro' });
    expect((await status()).running).toBeNull();
    // Asked again, a kind that goes on from its last change begins to count anew.
    await read({ ...feedOf(articles('3'), 'changes').feed, kind: 'macro' });
    await ask();
    expect((await status()).running).toMatchObject({ done: 0 });
  });

  test('kinds that wait for a long one are not taken for killed', async () => {
    const HOUR = 3_600_000;
    const asked = ['article', 'macro'].map((kind) => ({ ...ACME, kind: kind as KnowledgeFeed['kind'] }));
    await askForReading(database.orm, asked, new Date(NOON.getTime() - HOUR));
    expect((await status()).running).toBeNull();
    await read(feedOf(articles('1')).feed);
    expect((await status()).running).toMatchObject({ kind: 'macro' });
  });

  test('a list that does not go on ends the reading with a reason', async () => {
    const { feed } = feedOf(articles('1', '2', '3'));
    const stuck: KnowledgeFeed = {
      ...feed,
      read: async () => ({ documents: [], removed: [], cursor: 'x', upToDate: false }),
    };
    await expect(read(stuck)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/same place/),
    });
  });

  test('a failure that is a bug is told without its words', async () => {
    const { feed } = feedOf(articles('1'));
    const broken: KnowledgeFeed = {
      ...feed,
      read: async () => {
        throw new TypeError('Anna Schmidt is undefined');
      },
    };
    await expect(read(broken)).rejects.toThrow(TypeError);
    expect((await status()).problem).toBe('Reading ended early; what was read is kept');
  });
});
