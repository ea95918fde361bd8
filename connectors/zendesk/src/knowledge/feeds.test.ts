import type { KnowledgeDocument, KnowledgeFeed, KnowledgeKind } from '@draftsmith/contracts';
import type { ZendeskSeed, ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, expect, test } from 'vitest';
import { ADMIN, AGENT, CUSTOMER, connectTo, seedOf, startAccount } from '../testing/account.ts';

const signal = AbortSignal.timeout(30_000);
let simulator: ZendeskSimulator | undefined;

afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
});

async function feedOf(kind: KnowledgeKind, seed?: ZendeskSeed): Promise<KnowledgeFeed> {
  simulator = await startAccount(seed);
  const feed = connectTo(simulator)
    .connection.feeds?.()
    .find((one) => one.kind === kind);
  if (!feed) throw new Error('no such feed');
  return feed;
}

/** From a cursor to the end, as the library reads it. */
async function readAll(feed: KnowledgeFeed, from?: string) {
  const documents: KnowledgeDocument[] = [];
  const removed: string[] = [];
  let cursor = from;
  for (let pages = 0; pages < 60; pages++) {
    const page = await feed.read(cursor, signal);
    documents.push(...page.documents);
    removed.push(...page.removed);
    cursor = page.cursor;
    if (page.upToDate) return { documents, removed, cursor, pages: pages + 1 };
  }
  throw new Error('the feed does not end');
}

test('articles come whole, without drafts; what only some may read is internal', async () => {
  const { documents } = await readAll(await feedOf('article'));
  expect(documents.map(({ id, visibility }) => [id, visibility])).toEqual([
    ['article:501', 'public'],
    ['article:502', 'internal'],
  ]);
  expect(documents[0]).toMatchObject({ kind: 'article', title: 'Refunds', updatedAt: '2026-11-01T00:00:00Z' });
});

test('macros that write something come, in pages', async () => {
  const seed = seedOf(({ macros }) => {
    for (let id = 1000; id < 1250; id++) macros?.push({ id, title: `Macro ${id}`, reply: `Answer number ${id}` });
  });
  const { documents, pages } = await readAll(await feedOf('macro', seed));
  expect(pages).toBe(3);
  expect(documents).toHaveLength(252);
});

type SeedTicket = NonNullable<ZendeskSeed['tickets']>[number];

function solved(id: number, change: Partial<SeedTicket> = {}): SeedTicket {
  return {
    id,
    subject: `Question ${id}`,
    requesterId: CUSTOMER,
    assigneeId: AGENT,
    status: 'solved',
    channel: 'email',
    comments: [
      { authorId: CUSTOMER, public: true, body: `How do I reset number ${id}?`, createdAt: '2026-11-10T09:00:00Z' },
      {
        authorId: AGENT,
        public: false,
        body: 'A note that nobody outside may read.',
        createdAt: '2026-11-10T09:05:00Z',
      },
      { authorId: AGENT, public: true, body: 'We are on it.', createdAt: '2026-11-10T09:10:00Z' },
      {
        authorId: AGENT,
        public: true,
        body: 'Hold both buttons for ten seconds until the light turns green, then let go and wait a minute.',
        createdAt: `2026-11-10T10:${`${id % 60}`.padStart(2, '0')}:00Z`,
      },
    ],
    ...change,
  };
}

test('solved tickets give the question, the first reply that says something, and whose data is in it', async () => {
  const feed = await feedOf(
    'past-reply',
    seedOf(({ tickets }) => tickets?.push(solved(1), solved(2, { status: 'open' }))),
  );
  const { documents } = await readAll(feed);
  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject({
    id: 'past-reply:1',
    kind: 'past-reply',
    question: 'How do I reset number 1?',
    text: expect.stringMatching(/^Hold both buttons/),
  });
  expect(documents[0]?.people?.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Carla Customer', 'Ben Agent']),
  );
  expect(JSON.stringify(documents)).not.toContain('nobody outside');
});

test('tickets without an answer are named as gone: one that was learnt from may have changed', async () => {
  const comments = [{ authorId: CUSTOMER, public: true, body: 'Never mind', createdAt: '2026-11-10T09:00:00Z' }];
  const feed = await feedOf(
    'past-reply',
    seedOf(({ tickets }) => tickets?.push(solved(3, { comments }))),
  );
  expect(await readAll(feed)).toMatchObject({ documents: [], removed: ['past-reply:3'] });
});

test('a reading goes on where the last one ended, and finds what was solved since', async () => {
  const feed = await feedOf(
    'past-reply',
    seedOf(({ tickets }) => tickets?.push(...Array.from({ length: 60 }, (_, i) => solved(120 + i)))),
  );
  const first = await readAll(feed);
  expect(new Set(first.documents.map(({ id }) => id)).size).toBe(60);
  expect(first.pages).toBe(3);
  simulator?.setStatus(71447, 'solved');
  const { documents } = await readAll(feed, first.cursor);
  expect(documents.map(({ id }) => id)).not.toContain('past-reply:120');
  expect((await readAll(feed, first.cursor)).pages).toBe(1);
});

test('a cursor that is not one of ours begins anew', async () => {
  const feed = await feedOf(
    'past-reply',
    seedOf(({ tickets }) => tickets?.push(solved(1))),
  );
  for (const cursor of ['{"since":1}', 'x', ''])
    expect((await feed.read(cursor, signal)).documents.map(({ id }) => id)).toEqual(['past-reply:1']);
});

test('agents are looked up; customers, suspended people and odd ids are nobody', async () => {
  simulator = await startAccount();
  const { connection } = connectTo(simulator);
  expect(await connection.agent?.(String(AGENT), signal)).toEqual({ id: String(AGENT), name: 'Ben Agent' });
  expect(await connection.agent?.(String(ADMIN), signal)).toMatchObject({ name: 'Ada Admin' });
  for (const id of [String(CUSTOMER), '999', '', '../me', '12/../13', '-1'])
    expect(await connection.agent?.(id, signal), id).toBeUndefined();
});
