import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount({ portals: [{ id: 1 }, { id: 2 }], app: { optionalScopes: ['tickets'] } });
});
afterAll(() => account.simulator.close());

const redirectUri = 'http://localhost:3000/oauth/callback';
const client = () => ({ client_id: account.simulator.app.clientId, client_secret: account.simulator.app.clientSecret });

async function token(fields: Record<string, string>, path = '/oauth/v3/token') {
  const response = await fetch(account.simulator.baseUrl + path, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json().catch(() => undefined)) as Record<string, unknown> };
}

function code(portalId = 1, extra = ''): string {
  const url = account.simulator.oauth.authorizeUrl({ redirectUri, state: 's1' }) + extra;
  return new URL(account.simulator.oauth.allow(url, portalId)).searchParams.get('code') ?? '';
}

const redeem = (value: string, more = {}) =>
  token({ ...client(), grant_type: 'authorization_code', redirect_uri: redirectUri, code: value, ...more });
const refresh = (refresh_token: string, path?: string) =>
  token({ ...client(), grant_type: 'refresh_token', refresh_token }, path);

describe('consent page', () => {
  it('sends the browser back with a code and the state', async () => {
    const url = account.simulator.oauth.authorizeUrl({ redirectUri, state: 'a b' });
    const html = await (await fetch(url)).text();
    expect(html).toContain('Connect Draftsmith to your HubSpot account');
    const request = /name="request" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const answer = (decision: string) =>
      fetch(`${account.simulator.baseUrl}/oauth/authorize`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ request, portal: '2', decision }),
      });
    const location = new URL((await answer('allow')).headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.searchParams.get('state')).toBe('a b');
    expect((await redeem(location.searchParams.get('code') ?? '')).body.hub_id).toBe(2);
    expect((await answer('allow')).status).toBe(400);
  });

  it('tells of a refusal by the installer', () => {
    const location = new URL(
      account.simulator.oauth.deny(account.simulator.oauth.authorizeUrl({ redirectUri, state: 's' })),
    );
    expect(location.searchParams.get('error')).toBe('access_denied');
  });

  it.each([
    ['scopes that are not the required ones', 'scope=oauth', /scope mismatch/],
    ['another redirect URL', 'redirect_uri=http%3A%2F%2Fevil.example', /redirect URL/],
    ['an unknown client', 'client_id=nobody', /client ID/],
    ['an unknown optional scope', 'optional_scope=files.ui_hidden.read', /optional scopes/],
  ])('refuses %s', async (_what, change, message) => {
    const url = new URL(account.simulator.oauth.authorizeUrl({ redirectUri }));
    for (const [name, value] of new URLSearchParams(change)) url.searchParams.set(name, value);
    const response = await fetch(url);
    expect([response.status, message.test(await response.text())]).toEqual([400, true]);
  });
});

describe('token endpoint', () => {
  it('redeems a code once', async () => {
    const value = code();
    const { status, body } = await redeem(value);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'bearer',
      hub_id: 1,
      expires_in: 1800,
      scopes: account.simulator.app.requiredScopes,
    });
    expect((await account.get('/account-info/v3/details', String(body.access_token))).body.portalId).toBe(1);
    expect((await redeem(value)).body.status).toBe('BAD_AUTH_CODE');
  });

  it('checks the verifier of PKCE', async () => {
    const challenge = createHash('sha256').update('verifier').digest('base64url');
    const extra = `&code_challenge=${challenge}&code_challenge_method=S256`;
    expect((await redeem(code(1, extra))).body.status).toBe('BAD_CODE_VERIFIER');
    expect((await redeem(code(1, extra), { code_verifier: 'verifier' })).status).toBe(200);
  });

  it('refreshes without rotating, counts it, and keeps the token when installed again', async () => {
    const { refresh_token } = (await redeem(code(2))).body;
    const before = account.simulator.oauth.refreshes(2);
    const { status, body } = await refresh(String(refresh_token), '/oauth/2026-03/token');
    expect([status, body.refresh_token, body.hub_id]).toEqual([200, refresh_token, 2]);
    expect(account.simulator.oauth.refreshes(2)).toBe(before + 1);
    expect((await redeem(code(2))).body.refresh_token).toBe(refresh_token);
  });

  it.each([
    ['BAD_CLIENT_ID', { client_id: 'x' }],
    ['BAD_CLIENT_SECRET', { client_secret: 'x' }],
    ['BAD_GRANT_TYPE', { grant_type: 'password' }],
    ['BAD_REDIRECT_URI', { redirect_uri: 'http://localhost/other' }],
    ['BAD_AUTH_CODE', { code: 'x' }],
  ])('answers %s', async (status, change) => {
    const answer = await redeem('none', change);
    expect([answer.status, answer.body.status]).toEqual([400, status]);
  });

  it('takes no JSON and no secrets in the query, which it remembers', async () => {
    const json = await fetch(`${account.simulator.baseUrl}/oauth/v3/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(client()),
    });
    expect(json.status).toBe(400);
    const { refreshToken } = account.simulator.oauth.grant(1);
    const query = new URLSearchParams({ ...client(), grant_type: 'refresh_token', refresh_token: refreshToken });
    expect((await fetch(`${account.simulator.baseUrl}/oauth/v3/token?${query}`, { method: 'POST' })).status).toBe(400);
    expect(
      account.simulator
        .portal(1)
        .state.violations()
        .map(({ rule }) => rule),
    ).toContain('secret-in-query');
  });

  it('gives the app itself a token for developer scopes', async () => {
    const grant = { ...client(), grant_type: 'client_credentials' };
    const { status, body } = await token({ ...grant, scope: 'developer.webhooks_journal.read' });
    expect([status, body.refresh_token]).toEqual([200, undefined]);
    expect((await token({ ...grant, scope: 'crm.objects.deals.read' })).status).toBe(400);
  });
});

describe('the end of a grant', () => {
  it('is a refresh that fails with the recorded bodies', async () => {
    const gone = account.simulator.oauth.grant(2).refreshToken;
    account.simulator.oauth.uninstall(2);
    expect(await refresh(gone)).toEqual({
      status: 400,
      body: {
        status: 'BAD_REFRESH_TOKEN',
        message: 'missing or invalid refresh token',
        error: 'invalid_grant',
        error_description: 'refresh token is invalid, expired or revoked',
      },
    });
    const again = account.simulator.oauth.grant(2).refreshToken;
    account.simulator.oauth.uninstall(2, 'BAD_HUB');
    expect((await refresh(again)).body).toEqual({
      status: 'BAD_HUB',
      message: 'missing or unknown hub id',
      error: 'access_denied',
    });
  });

  it('after a revocation leaves access tokens to their end, after an uninstall not', async () => {
    const revoked = account.simulator.oauth.grant(2);
    await token(
      { ...client(), token: revoked.refreshToken, token_type_hint: 'refresh_token' },
      '/oauth/v3/token/revoke',
    );
    expect((await refresh(revoked.refreshToken)).status).toBe(400);
    expect((await account.get('/account-info/v3/details', revoked.accessToken)).status).toBe(200);
    const { accessToken } = account.simulator.oauth.grant(2);
    expect((await account.send('DELETE', '/appinstalls/v3/external-install', undefined, accessToken)).status).toBe(204);
    expect(account.simulator.oauth.isInstalled(2)).toBe(false);
    expect((await account.get('/account-info/v3/details', accessToken)).status).toBe(401);
  });

  it('shows in introspection', async () => {
    const { accessToken } = account.simulator.oauth.grant(2);
    const ask = () => token({ ...client(), token: accessToken }, '/oauth/v3/token/introspect');
    expect((await ask()).body).toMatchObject({
      active: true,
      hub_id: 2,
      token_use: 'access_token',
      app_id: account.simulator.app.appId,
    });
    account.simulator.oauth.expireAccessTokens(2);
    expect((await ask()).body).toEqual({ active: false });
    expect((await fetch(`${account.simulator.baseUrl}/oauth/v1/access-tokens/${accessToken}`)).status).toBe(404);
  });
});
