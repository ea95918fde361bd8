import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_ID, AGENT_ID } from '../sample-seed.ts';
import { type Account, type Answer, openAccount } from '../test-account.ts';

const REDIRECT = 'http://127.0.0.1:3000/connect/zendesk/callback';
const VERIFIER = 'v'.repeat(50);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const ME = '/api/v2/users/101.json';
const CURRENT = '/api/v2/oauth/tokens/current.json';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
  account.simulator.oauth.registerClient({ id: 'drafts', secret: 's3cret', redirectUris: [REDIRECT], name: 'Drafts' });
  account.simulator.oauth.registerClient({ id: 'public', redirectUris: [REDIRECT] });
});
afterEach(() => account.simulator.close());

const authorizationUrl = (more: Record<string, string | undefined> = {}) => {
  const query: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'drafts',
    redirect_uri: REDIRECT,
    scope: 'read write',
    state: 'st-1',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...more,
  };
  const url = new URL('/oauth/authorizations/new', account.simulator.baseUrl);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url.toString();
};
const codeFor = (more?: Record<string, string | undefined>) =>
  new URL(account.simulator.oauth.allow(authorizationUrl(more))).searchParams.get('code') ?? '';
const exchange = (more: Record<string, unknown>): Promise<Answer> =>
  account.send('POST', '/oauth/tokens', { client_id: 'drafts', client_secret: 's3cret', ...more });
const byCode = (more: Record<string, unknown> = {}) =>
  exchange({
    grant_type: 'authorization_code',
    code: codeFor(),
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...more,
  });
const using = (token: string, path = ME, method = 'GET', body?: unknown) =>
  account.send(method, path, body, { authorization: `Bearer ${token}` });

describe('asking for access', () => {
  it('shows a page that names the client and the scopes, and sends back a code with the state', async () => {
    const page = await fetch(authorizationUrl());
    const html = await page.text();
    expect(html).toContain('Drafts');
    expect(html).toContain('<code>read</code>');
    const requestId = /name="request" value="(\w+)"/.exec(html)?.[1] ?? '';
    const decide = () =>
      fetch(`${account.simulator.baseUrl}/oauth/authorizations`, {
        method: 'POST',
        body: new URLSearchParams({ request: requestId, decision: 'allow' }),
        redirect: 'manual',
      });
    const location = new URL((await decide()).headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(REDIRECT);
    expect(location.searchParams.get('state')).toBe('st-1');
    expect(location.searchParams.get('code')).toMatch(/^\w{64}$/);
    expect((await decide()).status).toBe(400);
  });

  it('sends nobody to an address that is not registered', async () => {
    for (const wrong of [{ client_id: 'unknown' }, { redirect_uri: 'http://127.0.0.1:9/elsewhere' }]) {
      const page = await fetch(authorizationUrl(wrong), { redirect: 'manual' });
      expect(page.status).toBe(400);
      expect(page.headers.get('location')).toBeNull();
    }
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: undefined }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { client_id: 'public', code_challenge: undefined }],
  ])('goes back with %s', (error, wrong) => {
    const location = new URL(account.simulator.oauth.allow(authorizationUrl(wrong)));
    expect(Object.fromEntries(location.searchParams)).toMatchObject({ error, state: 'st-1' });
  });

  it('goes back with access_denied when the admin says no', () => {
    const location = new URL(account.simulator.oauth.deny(authorizationUrl()));
    expect(location.searchParams.get('error')).toBe('access_denied');
    expect(location.searchParams.get('code')).toBeNull();
  });
});

describe('a code', () => {
  it('becomes tokens that act as the admin', async () => {
    const { status, body } = await byCode();
    expect(status).toBe(201);
    expect(body).toMatchObject({ token_type: 'bearer', scope: 'read write', expires_in: 1800 });
    const me = await using(body.access_token, '/api/v2/users/me.json');
    expect(me.body.user.id).toBe(ADMIN_ID);
    const current = await using(body.access_token, CURRENT);
    expect(current.body.token).toMatchObject({ scopes: ['read', 'write'], expires_at: '2026-11-20T10:30:00Z' });
    expect(JSON.stringify(current.body)).not.toContain(body.access_token);
  });

  it('works once, for 120 seconds, with its redirect address and verifier', async () => {
    const code = codeFor();
    expect((await byCode({ code })).status).toBe(201);
    expect((await byCode({ code })).body.error).toBe('invalid_grant');
    expect((await byCode({ code_verifier: 'w'.repeat(50) })).body.error).toBe('invalid_grant');
    expect((await byCode({ code_verifier: undefined })).body.error).toBe('invalid_grant');
    expect((await byCode({ redirect_uri: 'http://127.0.0.1:3000/' })).body.error).toBe('invalid_grant');
    const late = codeFor();
    account.advance(120_000);
    expect((await byCode({ code: late })).body.error).toBe('invalid_grant');
  });

  it('needs the secret, or PKCE in its place', async () => {
    expect((await byCode({ client_secret: 'wrong' })).status).toBe(401);
    expect((await byCode({ client_secret: undefined })).status).toBe(201);
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const unproven = await byCode({ code: codeFor(bare), client_secret: undefined, code_verifier: undefined });
    expect(unproven.status).toBe(401);
    expect((await byCode({ code: codeFor(bare), code_verifier: undefined })).status).toBe(201);
  });

  it('takes lifetimes within bounds', async () => {
    const day = await byCode({ expires_in: 86_400, refresh_token_expires_in: 604_800 });
    expect(day.body).toMatchObject({ expires_in: 86_400, refresh_token_expires_in: 604_800 });
    for (const wrong of [{ expires_in: 300 }, { expires_in: 172_800 }, { refresh_token_expires_in: 7_776_000 }]) {
      expect((await byCode(wrong)).body.error).toBe('invalid_request');
    }
  });
});

describe('a refresh', () => {
  const refresh = (token: string, more: Record<string, unknown> = {}) =>
    exchange({ grant_type: 'refresh_token', refresh_token: token, ...more });

  it('deletes the access and the refresh token that were there before', async () => {
    const first = (await byCode()).body;
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(201);
    expect((await using(first.access_token)).status).toBe(401);
    expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant');
    expect((await using(second.body.access_token)).status).toBe(200);
    expect(account.simulator.oauth.tokens).toHaveLength(1);
  });

  it('whose answer is lost has taken effect all the same', async () => {
    const { refresh_token: token } = (await byCode()).body;
    account.simulator.faults.set({ match: { path: /oauth\/tokens/ }, times: 1, response: { afterEffect: 'reset' } });
    await expect(refresh(token)).rejects.toThrow();
    expect((await refresh(token)).body.error).toBe('invalid_grant');
  });

  it('needs the secret, its own client and a token that has not ended', async () => {
    const { refresh_token: token } = (await byCode()).body;
    expect((await refresh(token, { client_secret: undefined })).status).toBe(401);
    expect((await refresh(token, { client_id: 'public', client_secret: undefined })).body.error).toBe('invalid_grant');
    expect((await refresh(token, { scope: 'read write impersonate' })).body.error).toBe('invalid_scope');
    account.advance(30 * 86_400_000);
    expect((await refresh(token)).body.error).toBe('invalid_grant');
  });
});

describe('client credentials', () => {
  it('are for confidential clients and bring no refresh token', async () => {
    const { status, body } = await exchange({ grant_type: 'client_credentials', scope: 'read' });
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('refresh_token');
    expect((await using(body.access_token)).status).toBe(200);
    const open = { grant_type: 'client_credentials', client_id: 'public', client_secret: undefined, scope: 'read' };
    expect((await exchange(open)).status).toBe(401);
  });

  it('name other grants as unsupported', async () => {
    expect((await exchange({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
  });
});

describe('scopes', () => {
  const tokenFor = (...scopes: string[]) => account.simulator.oauth.grant({ clientId: 'drafts', scopes }).accessToken;

  it('open what they name; an unknown one opens nothing but is granted', async () => {
    const tickets = tokenFor('tickets:read');
    expect((await using(tickets, '/api/v2/tickets/1.json')).status).toBe(200);
    expect((await using(tickets, '/api/v2/tickets/1.json?include=users')).status).toBe(403);
    expect((await using(tickets, ME)).status).toBe(403);
    expect((await using(tickets, '/api/v2/search.json?query=x')).status).toBe(403);
    const refusal = await using(tickets, '/api/v2/tickets/1.json', 'PUT', { ticket: { priority: 'high' } });
    expect(refusal).toMatchObject({ status: 403, body: { description: expect.stringContaining('tickets:write') } });
    expect((await using(tokenFor('everything'), ME)).status).toBe(403);
    expect((await using(tokenFor('read'), '/api/v2/search.json?query=x')).status).toBe(200);
    expect((await using(tokenFor('hc:read'), '/api/v2/help_center/articles.json')).status).toBe(200);
    expect((await using(tickets, '/api/v2/help_center/articles.json')).status).toBe(403);
  });

  it('do not make an agent an admin', async () => {
    const { accessToken } = account.simulator.oauth.grant({ clientId: 'drafts', scopes: ['read'], userId: AGENT_ID });
    expect((await using(accessToken, '/api/v2/tickets/1.json')).status).toBe(200);
    expect((await using(accessToken, '/api/v2/webhooks')).status).toBe(403);
  });
});

describe('the end of a token', () => {
  it('comes with time, by itself or by an admin', async () => {
    const { oauth } = account.simulator;
    const grant = () => oauth.grant({ clientId: 'drafts', scopes: ['read', 'write'] });
    const timed = grant();
    account.advance(30 * 60_000);
    expect(await using(timed.accessToken)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });

    const own = grant();
    expect((await using(own.accessToken, CURRENT, 'DELETE')).status).toBe(204);
    expect((await using(own.accessToken)).status).toBe(401);

    const other = grant();
    expect((await account.send('DELETE', `/api/v2/oauth/tokens/${other.id}.json`)).status).toBe(204);
    expect((await account.send('DELETE', `/api/v2/oauth/tokens/${other.id}.json`)).status).toBe(404);

    const many = [grant(), grant()];
    oauth.expireAccessTokens();
    expect((await using(many[0]?.accessToken ?? '')).status).toBe(401);
    oauth.revokeAll();
    expect(oauth.tokens).toEqual([]);
    const { refreshToken } = many[1] ?? {};
    expect((await exchange({ grant_type: 'refresh_token', refresh_token: refreshToken })).status).toBe(400);
  });

  it('leaves the token that the simulator was started with alone', async () => {
    account.simulator.oauth.revokeAll();
    account.simulator.oauth.expireAccessTokens();
    expect((await account.get(CURRENT)).body.token).toMatchObject({ expires_at: null, scopes: ['read', 'write'] });
  });

  it('can be set by an admin without one: no expiry, no refresh', async () => {
    const { body } = await account.get('/api/v2/oauth/tokens.json');
    expect(body.tokens).toHaveLength(1);
    const { id } = account.simulator.oauth.grant({ clientId: 'drafts', scopes: ['read'] });
    const granted = (await account.get(`/api/v2/oauth/tokens/${id}.json`)).body.token;
    const made = await account.send('POST', '/api/v2/oauth/tokens.json', {
      token: { client_id: granted.client_id, scopes: ['tickets:read'] },
    });
    expect(made).toMatchObject({ status: 201, body: { token: { expires_at: null, refresh_token: null } } });
    expect((await using(made.body.token.full_token, '/api/v2/tickets/1.json')).status).toBe(200);
  });

  it('can be brought about by other processes', async () => {
    const client = { id: 'other', secret: 's', redirectUris: [REDIRECT] };
    expect((await account.send('POST', '/_sim/oauth/clients', client)).status).toBe(201);
    const ask = { client_id: 'other', client_secret: 's', grant_type: 'client_credentials', scope: 'read' };
    const { access_token: token } = (await exchange(ask)).body;
    expect((await using(token)).status).toBe(200);
    await account.send('POST', '/_sim/oauth/expire');
    expect((await using(token)).status).toBe(401);
    await account.send('POST', '/_sim/oauth/revoke');
    expect(account.simulator.oauth.tokens).toEqual([]);
  });
});
