import { afterEach, expect, it } from 'vitest';
import { AGENT_ID, OPEN_TICKET_ID, PRIVATE_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
afterEach(() => account.simulator.close());

const tag = (ticketId: number, headers?: Record<string, string>) =>
  account.send('PUT', `/api/v2/tickets/${ticketId}/tags.json`, { tags: ['x'] }, headers);

it('lets one user update one ticket thirty times in ten minutes', async () => {
  account = await openAccount();
  for (let count = 1; count <= 30; count += 1) expect((await tag(OPEN_TICKET_ID)).status).toBe(200);
  const refused = await tag(OPEN_TICKET_ID);
  expect(refused).toMatchObject({ status: 429, body: { error: 'APIRateLimitExceeded' } });
  expect(refused.headers.get('retry-after')).toBe('600');
  expect(refused.headers.get('zendesk-ratelimit-per-ticket-updates')).toBe('total=30; remaining=0; resets=600');
  expect((await tag(PRIVATE_TICKET_ID)).status).toBe(200);
  const { accessToken } = account.simulator.oauth.grant({ clientId: 'x', scopes: ['write'], userId: AGENT_ID });
  expect((await tag(OPEN_TICKET_ID, { authorization: `Bearer ${accessToken}` })).status).toBe(200);
  account.advance(600_000);
  expect((await tag(OPEN_TICKET_ID)).status).toBe(200);
});

it('counts the updates of the whole account apart, with a header of their own', async () => {
  account = await openAccount({ limits: { updatesPerMinute: 2 } });
  expect((await tag(OPEN_TICKET_ID)).headers.get('zendesk-ratelimit-tickets-update')).toBe(
    'total=2; remaining=1; resets=60',
  );
  await tag(PRIVATE_TICKET_ID);
  const refused = await tag(OPEN_TICKET_ID);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('60');
  // The pool says nothing of it: plenty of requests are left.
  expect(Number(refused.headers.get('ratelimit-remaining'))).toBeGreaterThan(1000);
  expect((await account.get('/api/v2/tickets/1.json')).status).toBe(200);
  account.advance(60_000);
  expect((await tag(OPEN_TICKET_ID)).status).toBe(200);
});
