import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settings } from '../settings.ts';
import { createZendeskClient } from './client.ts';
import { allItems } from './pages.ts';

// On loopback: the guard of all tests refuses other hosts before nock sees them.
const HOST = 'http://localhost:4998';
const { signal } = new AbortController();
const client = clientWith({ oauthToken: 'token-1' });

function clientWith(credentials: object) {
  return createZendeskClient(
    settings.schema.parse({ subdomain: 'acme', baseUrl: HOST, webhookSecret: 's', ...credentials }),
    {
      // Looked up at each call: nock replaces the global one.
      fetch: (...request) => fetch(...request),
      now: () => new Date('2026-11-20T10:00:00Z'),
      warn: () => undefined,
    },
  );
}

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const unused = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(unused).toEqual([]);
});

const comment = (id: number) => ({ id, author_id: 21, public: true, created_at: '2026-11-20T09:00:00Z' });

describe('requests', () => {
  test('an OAuth token goes as bearer, an API token as basic', async () => {
    const me = { user: { id: 33152086000001, name: 'Ada', role: 'admin' } };
    nock(HOST, { reqheaders: { authorization: 'Bearer token-1', accept: 'application/json' } })
      .get('/api/v2/users/me.json')
      .reply(200, me);
    expect(await client.currentUser(signal)).toMatchObject({ id: '33152086000001', role: 'admin' });

    const basic = `Basic ${Buffer.from('ada@example.com/token:t2').toString('base64')}`;
    nock(HOST, { reqheaders: { authorization: basic } })
      .get('/api/v2/users/me.json')
      .reply(200, me);
    await clientWith({ email: 'ada@example.com', apiToken: 't2' }).currentUser(signal);
  });

  test('a ticket comes with its people in one call', async () => {
    nock(HOST)
      .get('/api/v2/tickets/7.json')
      .query({ include: 'users,organizations' })
      .reply(200, {
        ticket: { id: 7, requester_id: 21, updated_at: '2026-11-20T09:00:00Z', new_field: {} },
        users: [{ id: 21, name: null }],
        organizations: [{ id: 31, name: 'Globex' }],
      });
    const { ticket, users, organizations } = await client.ticket('7', signal);
    expect([ticket.id, ticket.requester_id, users[0]?.id, organizations[0]?.id]).toEqual(['7', '21', '21', '31']);
  });

  test('an id cannot become another path', async () => {
    nock(HOST).get('/api/v2/tickets/..%2Fusers.json').query(true).reply(404, { error: 'RecordNotFound' });
    await expect(client.ticket('../users', signal)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('the help centre is asked with the suffix that it insists on', async () => {
    const query = { query: 'refund', per_page: '25' };
    nock(HOST)
      .get('/api/v2/help_center/articles/search.json')
      .query(query)
      .reply(200, { results: [{ id: 5 }] });
    expect(await client.searchArticles('refund', signal)).toEqual([{ id: '5' }]);
  });

  test('a note is internal, safe, marked, and sent as HTML only', async () => {
    nock(HOST)
      .put('/api/v2/tickets/7.json', {
        ticket: {
          comment: { html_body: '<p>x</p>', public: false },
          metadata: { draftsmith: 'key-1' },
          safe_update: true,
          updated_stamp: '2026-11-20T09:00:00Z',
        },
      })
      .reply(200, {
        ticket: {},
        audit: { id: 88, created_at: '2026-11-20T09:00:01Z', events: [{ id: 89, type: 'Comment' }] },
      });
    const note = { ticketId: '7', html: '<p>x</p>', updatedStamp: '2026-11-20T09:00:00Z', idempotencyKey: 'key-1' };
    expect(await client.addInternalNote(note, signal)).toMatchObject({ id: '88', events: [{ id: '89' }] });
  });
});

describe('lists', () => {
  const path = '/api/v2/tickets/7/comments.json';
  const query = { sort: '-created_at', include: 'users', 'page[size]': '100' };

  test('follow the cursor, never the link, and stop where there is no more', async () => {
    const links = { next: 'https://evil.example/steal' };
    nock(HOST)
      .get(path)
      .query(query)
      .reply(200, { comments: [comment(3), comment(2)], meta: { has_more: true, after_cursor: 'c1' }, links });
    nock(HOST)
      .get(path)
      .query({ ...query, 'page[after]': 'c1' })
      .reply(200, { comments: [comment(1)], meta: { has_more: false, after_cursor: 'c2' }, links });
    const comments = await allItems(client.commentPages('7', 5, signal));
    expect(comments.map(({ id }) => id)).toEqual(['3', '2', '1']);
  });

  test.each([
    ['has no meta', {}],
    ['repeats its cursor', { meta: { has_more: true, after_cursor: 'c1' } }],
  ])('end although the list %s', async (_, envelope) => {
    nock(HOST)
      .get(path)
      .query(true)
      .times(2)
      .reply(200, { comments: [comment(1)], ...envelope });
    expect((await allItems(client.commentPages('7', 50, signal))).length).toBeLessThanOrEqual(2);
    nock.cleanAll();
  });

  test('are read no further than asked', async () => {
    const page = { comments: [comment(1)], meta: { has_more: true, after_cursor: 'c1' } };
    nock(HOST).get(path).query(true).reply(200, page);
    expect(await allItems(client.commentPages('7', 1, signal))).toHaveLength(1);
  });
});

describe('failures', () => {
  const bodies = { JSON: { error: 'SomeError', description: 'x' }, HTML: '<html>Bad</html>', nothing: '' };
  const cases = [
    [400, 'invalid'],
    [401, 'auth'],
    [403, 'permission'],
    [404, 'not-found'],
    [409, 'conflict'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
  ].flatMap(([status, kind]) => Object.entries(bodies).map(([name, body]) => [status, kind, name, body] as const));

  test.each(cases)('a PUT answered %i is %s with %s, and is sent once', async (status, kind, _, body) => {
    nock(HOST)
      .put('/api/v2/tickets/7.json')
      .reply(status as number, body, { 'retry-after': '3' });
    const note = { ticketId: '7', html: '', updatedStamp: 's', idempotencyKey: 'k' };
    await expect(client.addInternalNote(note, signal)).rejects.toMatchObject({ kind, status, retryAfterMs: 3_000 });
  });

  test.each(['<html>Maintenance</html>', '', '[]', '{}', '{"user":null}'])(
    'status 200 with %j is unavailable',
    async (body) => {
      nock(HOST).get('/api/v2/users/me.json').reply(200, body);
      await expect(client.currentUser(signal)).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'zendesk.unexpected-answer',
      });
    },
  );

  test('a redirect is not followed', async () => {
    nock(HOST).get('/api/v2/users/me.json').reply(302, '', { location: 'https://evil.example/' });
    await expect(client.currentUser(signal)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('a read waits out a rate limit', async () => {
    nock(HOST).get('/api/v2/users/me.json').reply(429, 'slow down', { 'retry-after': '0' });
    nock(HOST)
      .get('/api/v2/users/me.json')
      .reply(200, { user: { id: 1 } });
    expect(await client.currentUser(signal)).toEqual({ id: '1' });
  });
});

const fixtures = join(import.meta.dirname, '../../../../../shared/fixtures/zendesk/error-fixtures');
describe.skipIf(!existsSync(fixtures))('recorded error bodies (skipped where ../shared is absent)', () => {
  test.each([
    [404, '404-record-not-found.json', 'resource-gone'],
    [409, '409-safe-update.json', 'zendesk.update-conflict'],
    [422, '422-closed-ticket.json', 'resource-closed'],
    [429, '429-incremental.json', 'zendesk.rate-limited'],
    [400, '400-too-many-values.json', 'zendesk.refused'],
  ])('%i %s is %s', async (status, file, code) => {
    nock(HOST)
      .put('/api/v2/tickets/7.json')
      .reply(status, JSON.parse(readFileSync(join(fixtures, file), 'utf8')));
    const note = { ticketId: '7', html: '', updatedStamp: 's', idempotencyKey: 'k' };
    await expect(client.addInternalNote(note, signal)).rejects.toMatchObject({ code });
  });
});
