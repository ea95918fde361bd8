import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_ID, AGENT_ID, CUSTOMER_ID, OPEN_TICKET_ID, sampleSeed } from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount({ legacyBasic: { email: 'bo@example.com', apiToken: 'old' } });
});
afterEach(() => account.simulator.close());

describe('credentials', () => {
  const ticket = `/api/v2/tickets/${OPEN_TICKET_ID}.json`;
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  it('are a bearer token or the old API token', async () => {
    expect((await account.get('/api/v2/users/me.json')).body.user).toMatchObject({ id: ADMIN_ID, role: 'admin' });
    const legacy = await account.get('/api/v2/users/me.json', basic('bo@example.com/token:old'));
    expect(legacy.body.user).toMatchObject({ id: AGENT_ID, role: 'agent' });
  });

  it.each([
    ['a wrong token', { authorization: 'Bearer wrong' }, 'invalid_token'],
    ['a wrong API token', basic('bo@example.com/token:wrong'), "Couldn't authenticate you"],
    ['a password', basic('bo@example.com:old'), "Couldn't authenticate you"],
  ])('answer 401 with %s', async (_name, headers, error) => {
    for (const path of [ticket, '/api/v2/users/me.json', '/api/v2/help_center/articles/search.json?query=refund']) {
      const { status, body } = await account.get(path, headers);
      expect(status).toBe(401);
      expect(body.error).toBe(error);
    }
  });

  it('may be missing only where Zendesk lets anyone in', async () => {
    const anonymous = async (path: string) => {
      const response = await fetch(account.simulator.baseUrl + path);
      return { status: response.status, body: await response.json() };
    };
    expect((await anonymous(ticket)).status).toBe(401);
    expect(await anonymous('/api/v2/users/me.json')).toMatchObject({ status: 200, body: { user: { id: null } } });
    expect((await anonymous('/api/v2/help_center/articles/search.json?query=refund')).status).toBe(200);
  });
});

describe('comments', () => {
  it('page by cursor, newest first on request, with their authors', async () => {
    const path = `/api/v2/tickets/${OPEN_TICKET_ID}/comments.json?page[size]=1&sort=-created_at&include=users`;
    const { body } = await account.get(path);
    expect(body.comments).toMatchObject([{ author_id: AGENT_ID, plain_body: 'Which order is it?', public: true }]);
    expect(body.users).toMatchObject([{ id: AGENT_ID }]);
    expect(body.meta.has_more).toBe(true);
    const next = await account.get(`${path}&page[after]=${encodeURIComponent(body.meta.after_cursor)}`);
    expect(next.body.comments).toMatchObject([{ author_id: CUSTOMER_ID }]);
    expect(next.body.meta.has_more).toBe(false);
    expect(next.body.links.next).not.toBeNull();
  });
});

describe('people', () => {
  it('are shown one by one or many at once', async () => {
    expect((await account.get(`/api/v2/users/${CUSTOMER_ID}.json`)).body.user).toMatchObject({ locale: 'en-US' });
    const { body } = await account.get(`/api/v2/users/show_many.json?ids=${CUSTOMER_ID},999,${AGENT_ID}`);
    expect(body.users.map((user: { id: number }) => user.id)).toEqual([CUSTOMER_ID, AGENT_ID]);
    const tooMany = Array.from({ length: 101 }, (_, index) => index).join(',');
    expect((await account.get(`/api/v2/users/show_many.json?ids=${tooMany}`)).body.error).toBe('TooManyValues');
    expect((await account.get('/api/v2/organizations/301.json')).body.organization.notes).toBe('Pays by invoice');
    expect((await account.get('/api/v2/organizations/302.json')).status).toBe(404);
  });
});

describe('macros', () => {
  it('list the active ones and preview without changing the ticket', async () => {
    for (const path of ['/api/v2/macros.json?active=true&page[size]=100', '/api/v2/macros/active.json']) {
      const { body } = await account.get(path);
      expect(body.macros.map((macro: { id: number }) => macro.id)).toEqual([501, 502]);
    }
    expect((await account.get('/api/v2/macros/503.json')).body.macro.active).toBe(false);
    const before = account.simulator.state.ticket(OPEN_TICKET_ID);
    const { body } = await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}/macros/501/apply.json`);
    expect(body.result.ticket.comment).toMatchObject({ body: 'Hi {{ticket.requester.first_name}}', public: true });
    expect(account.simulator.state.ticket(OPEN_TICKET_ID)).toEqual(before);
    const html = await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}/macros/502/apply.json`);
    expect(html.body.result.ticket.comment).toMatchObject({
      body: 'Hello there',
      html_body: '<p>Hello <b>there</b></p>',
    });
  });
});

describe('search', () => {
  const ids = async (query: string) => {
    const { body } = await account.get(`/api/v2/search.json?query=${encodeURIComponent(query)}&sort_order=asc`);
    return body.results.map((ticket: { id: number }) => ticket.id);
  };

  it('understands the useful part of the query language', async () => {
    expect(await ids('type:ticket status:pending')).toEqual([1]);
    expect(await ids('type:ticket status<solved')).toEqual([1, 4]);
    expect(await ids('type:ticket -status:closed tags:refund')).toEqual([1]);
    expect(await ids('type:ticket requester:cleo@example.org created>2026-11-01')).toEqual([1, 4]);
    expect(await ids('type:ticket "money back"')).toEqual([1]);
    expect(await ids('type:user cleo')).toEqual([]);
  });

  it('ends at 1,000 results with 422', async () => {
    expect((await account.get('/api/v2/search.json?query=type:ticket&per_page=100&page=10')).status).toBe(200);
    expect((await account.get('/api/v2/search.json?query=type:ticket&per_page=100&page=11')).status).toBe(422);
    expect((await account.get('/api/v2/search.json')).status).toBe(400);
  });
});

describe('limits', () => {
  it('are announced on every answer', async () => {
    const { headers } = await account.get('/api/v2/users/me.json');
    expect(headers.get('x-rate-limit')).toBe('100000');
    expect(headers.get('ratelimit-reset')).toBe('60');
    expect(headers.get('etag')).toBeNull();
  });

  it('stop the account for the rest of the minute; the Help Center counts apart', async () => {
    const small = await openAccount({ limits: { requestsPerMinute: 2 } });
    const me = () => small.get('/api/v2/users/me.json');
    expect([(await me()).status, (await me()).status]).toEqual([200, 200]);
    small.advance(20_000);
    const refused = await me();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.body.error).toBe('APIRateLimitExceeded');
    expect((await small.get('/api/v2/help_center/en-us/articles.json')).status).toBe(200);
    small.advance(40_000);
    expect((await me()).status).toBe(200);
    await small.simulator.close();
  });
});

describe('unknown paths', () => {
  it('answer 404 as Zendesk does', async () => {
    expect(await account.get('/api/v2/nonsense.json')).toMatchObject({
      status: 404,
      body: { error: 'InvalidEndpoint', description: 'Not found' },
    });
  });
});

describe('seed', () => {
  it('is not changed by the account that grows from it', async () => {
    const seed = sampleSeed();
    const own = await openAccount({ seed });
    await own.send('PUT', `/api/v2/tickets/${OPEN_TICKET_ID}.json`, {
      ticket: { tags: ['x'], comment: { body: 'y' } },
    });
    own.simulator.arrive(OPEN_TICKET_ID);
    expect(seed).toEqual(sampleSeed());
    await own.simulator.close();
  });
});
