import { inspect } from 'node:util';
import type { HubSpotSimulator } from '@draftsmith/simulators/hubspot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { install } from '../install/install.ts';
import { connectedSettings, PORTAL, portsWith, REDIRECT, startAccount } from '../testing/account.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from './scopes.ts';

const { signal } = new AbortController();
// RFC 7636, appendix B.
const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const codeChallenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let hubspot: HubSpotSimulator;
beforeEach(async () => {
  hubspot = await startAccount();
});
afterEach(() => hubspot.close());

const client = () => ({ clientId: hubspot.app.clientId, clientSecret: hubspot.app.clientSecret });
const oauth = () => install.oauth(connectedSettings(hubspot, { portalId: '0' }), portsWith());
const page = (change = {}) =>
  oauth().authorizeUrl({ client: client(), redirectUri: REDIRECT, state: 's1', codeChallenge, ...change });

/** An admin opens the page, chooses an account and agrees. */
async function consent(portal = PORTAL): Promise<string> {
  const asked = /name="request" value="([^"]+)"/.exec(await (await fetch(page())).text());
  const answered = await fetch(`${hubspot.baseUrl}/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams({ request: asked?.[1] ?? '', portal: String(portal), decision: 'allow' }),
    redirect: 'manual',
  });
  const back = new URL(answered.headers.get('location') ?? expect.fail('nobody was sent back'));
  expect(back.searchParams.get('state')).toBe('s1');
  return back.searchParams.get('code') ?? '';
}
const exchange = (code: string, change = {}) =>
  oauth().exchange({ client: client(), redirectUri: REDIRECT, code, codeVerifier, ...change }, signal);
const refresh = (refreshToken: string, change = {}) =>
  oauth().refresh({ client: { ...client(), ...change }, refreshToken }, signal);

test('the page is asked for with the fewest scopes, and what is optional as optional', () => {
  const { searchParams, pathname, search } = new URL(page());
  expect(pathname).toBe('/oauth/authorize');
  expect(searchParams.get('scope')?.split(' ')).toEqual(REQUIRED_SCOPES.map(({ scope }) => scope));
  expect(searchParams.get('optional_scope')?.split(' ')).toEqual(OPTIONAL_SCOPES.map(({ scope }) => scope));
  expect(search).toContain('%20');
  expect(search).not.toContain(hubspot.app.clientSecret);
});

test('each scope is asked for once, with a reason in both languages; none of them opens sensitive data', () => {
  const all = oauth().scopes;
  expect(new Set(all.map(({ scope }) => scope)).size).toBe(all.length);
  for (const { scope, reason } of all) {
    expect(scope).not.toMatch(/sensitive/);
    expect(reason.en.length).toBeGreaterThan(20);
    expect(reason.ru).toMatch(/^[А-Я].*\.$/);
  }
});

test('a consent becomes tokens of the account that the admin chose, and they renew', async () => {
  const first = await exchange(await consent(5_005));
  expect(first).toMatchObject({ account: '5005', scope: expect.stringContaining('crm.objects.deals.read') });
  const left = Date.parse(first.expiresAt ?? '') - Date.now();
  expect(left).toBeGreaterThan(1_700_000);
  expect(left).toBeLessThan(1_900_000);
  const second = await refresh(first.refreshToken ?? '');
  expect(second.accessToken).not.toBe(first.accessToken);
  expect(hubspot.portal(5_005).state.violations()).toEqual([]);
});

test('where the answer does not name the account, HubSpot is asked whose the token is', async () => {
  const { accessToken } = hubspot.oauth.grant(PORTAL);
  const body = { access_token: accessToken, refresh_token: 'r', expires_in: 1800 };
  hubspot.faults.set({ match: { path: /\/token$/ }, times: 1, response: { status: 200, body } });
  expect((await exchange('any')).account).toBe(String(PORTAL));
});

describe('what is our own mistake costs no consent', () => {
  test.each([
    ['BAD_CLIENT_ID', 'HUBSPOT_CLIENT_ID'],
    ['BAD_CLIENT_SECRET', 'HUBSPOT_CLIENT_SECRET'],
    ['BAD_REDIRECT_URI', 'redirectUrls'],
    ['BAD_GRANT_TYPE', 'did not understand'],
    ['BAD_AUTH_CODE', 'start again'],
    ['BAD_CODE_VERIFIER', 'start again'],
  ])('%s', async (status, words) => {
    // `error` says of some of them what it says of a lost consent.
    const response = { status: 400, body: { status, error: 'invalid_grant', message: 'x' } };
    hubspot.faults.set({ match: { path: /\/token$/ }, response });
    await expect(refresh('r')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'oauth.invalid-client',
      message: expect.stringContaining(words),
    });
  });

  test('as HubSpot answers them', async () => {
    const { refreshToken } = hubspot.oauth.grant(PORTAL);
    for (const wrong of [{ clientId: 'another' }, { clientSecret: 'another' }])
      await expect(refresh(refreshToken, wrong)).rejects.toMatchObject({ code: 'oauth.invalid-client' });
    await expect(exchange(await consent(), { redirectUri: 'https://elsewhere.example' })).rejects.toMatchObject({
      code: 'oauth.invalid-client',
    });
    const code = await consent();
    await exchange(code);
    await expect(exchange(code)).rejects.toMatchObject({ code: 'oauth.invalid-client' });
    await expect(exchange(await consent(), { codeVerifier: 'x'.repeat(43) })).rejects.toMatchObject({
      code: 'oauth.invalid-client',
    });
  });
});

test.each(['BAD_REFRESH_TOKEN', 'BAD_HUB'] as const)(
  '%s: the app was uninstalled, and an admin must agree again',
  async (error) => {
    const { refreshToken } = hubspot.oauth.grant(PORTAL);
    hubspot.oauth.uninstall(PORTAL, error);
    await expect(refresh(refreshToken)).rejects.toMatchObject({ kind: 'auth', code: 'oauth.invalid-grant' });
  },
);

test.each<[string, { status: number; body?: unknown } | 'reset', string]>([
  ['an outage', { status: 502, body: '<html>' }, 'unavailable'],
  [
    'an outage that talks of grants',
    { status: 503, body: { status: 'BAD_REFRESH_TOKEN', error: 'invalid_grant' } },
    'unavailable',
  ],
  ['a lost answer', 'reset', 'unavailable'],
  ['a page of a proxy', { status: 200, body: '<html>' }, 'unavailable'],
  ['a limit', { status: 429, body: {} }, 'rate-limited'],
  ['a move to another data centre', { status: 477 }, 'rate-limited'],
  ['a lock', { status: 423 }, 'rate-limited'],
  ['a refusal without a reason', { status: 400, body: '<html>' }, 'invalid'],
])('%s is neither a wrong client nor a lost consent', async (_, response, kind) => {
  hubspot.faults.set({ match: { path: /\/token$/ }, response });
  const error = await refresh('r-secret').catch((thrown) => thrown);
  expect(error).toMatchObject({ kind });
  expect(error.code).not.toMatch(/^oauth\.invalid/);
  expect(inspect(error, { depth: 9 })).not.toMatch(new RegExp(`${hubspot.app.clientSecret}|r-secret`));
});

test('taking back an old token leaves the consent that followed it', async () => {
  const first = await exchange(await consent());
  const again = await exchange(await consent());
  // HubSpot keeps the refresh token when the same account is connected again.
  expect(again.refreshToken).toBe(first.refreshToken);
  await oauth().revoke(first.accessToken, signal);
  await expect(refresh(again.refreshToken ?? '')).resolves.toMatchObject({ account: String(PORTAL) });
});

test('no account is opened without a person', async () => {
  await expect(oauth().clientCredentials({ client: client() }, signal)).rejects.toMatchObject({ kind: 'invalid' });
});
