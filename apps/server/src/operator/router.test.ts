import type { Database } from '@draftsmith/database';
import { openTestDatabase } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../auth/testing.ts';
import { operatorRouter } from './router.ts';

const TOKEN = 'a-token-for-operators';
const RANGE = 'since=2026-11-01T00:00:00.000Z&until=2026-12-01T00:00:00.000Z';

let database: Database;
let server: TestServer;
beforeAll(async () => {
  database = await openTestDatabase('pglite');
  server = await startTestServer(
    'pglite',
    {},
    { operator: operatorRouter(database.orm, { DRAFTSMITH_BUDGETS: 'suite=5/day' }), metricsToken: TOKEN },
  );
});
beforeEach(() => server.reset());
afterAll(async () => {
  await server.close();
  await database.close();
});

/** What the command line sends: nothing that a browser adds by itself. */
const ask = (query: string, headers: Record<string, string> = {}) =>
  server
    .browser()
    .send('GET', `/operator/${query}`, undefined, { origin: undefined, 'sec-fetch-site': undefined, ...headers });

test('the command line on this machine gets its answer, which no cache keeps', async () => {
  const report = await ask(`usage?view=report&by=model,day&${RANGE}`);
  expect([report.status, report.json.kind, report.json.by]).toEqual([200, 'report', ['model', 'day']]);
  expect(report.headers['cache-control']).toBe('no-store');
  expect((await ask(`usage?view=why&${RANGE}`)).json).toMatchObject({ kind: 'why', differenceUsd: '0' });
  expect((await ask(`usage?view=reprice&pricesOf=2026-01-01T00:00:00.000Z&${RANGE}`)).json.kind).toBe('reprice');
});

test('where the limits of the server stand', async () => {
  const { status, json } = await ask('budget');
  expect([status, json.budgets]).toEqual([200, [expect.objectContaining({ scope: 'suite', leftUsd: '5' })]]);
});

test('another machine needs the token', async () => {
  server.world.peer = '203.0.113.9';
  const path = `usage?view=report&by=&${RANGE}`;
  const refused = await ask(path);
  expect([refused.status, refused.json.code]).toEqual([403, 'operator.token']);
  expect((await ask(path, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  server.world.peer = '127.0.0.1';
});

test.each(['origin', 'referer', 'sec-fetch-site'])(
  'a page in a browser is refused by its %s, token or not',
  async (name) => {
    const reply = await ask(`usage?view=report&by=&${RANGE}`, {
      [name]: 'http://localhost',
      authorization: `Bearer ${TOKEN}`,
    });
    expect([reply.status, reply.json.code]).toEqual([403, 'operator.browser']);
  },
);

test.each([
  'usage',
  'usage?view=all',
  `usage?view=report&by=colour&${RANGE}`,
  `usage?view=report&by=model&by=day&${RANGE}`,
  'usage?view=report&by=model&since=2026-12-01T00:00:00Z&until=2026-11-01T00:00:00Z',
  `usage?view=why&since=yesterday&until=now`,
  `usage?view=reprice&${RANGE}`,
])('%s is answered with what was expected', async (query) => {
  const reply = await ask(query);
  expect([reply.status, reply.json]).toEqual([
    400,
    { code: 'operator.usage', message: expect.stringContaining('Expected view=report') },
  ]);
});

test('there is nothing else', async () => {
  expect((await ask('elsewhere')).status).toBe(404);
});
