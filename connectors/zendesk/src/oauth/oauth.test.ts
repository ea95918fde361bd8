import type { ConnectorPorts } from '@draftsmith/contracts';
import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../connection.ts';
import { install } from '../install/install.ts';
import { startAccount } from '../testing/account.ts';

const { signal } = new AbortController();
const client = { clientId: 'draftsmith', clientSecret: 'client-secret-5' };
const redirectUri = 'https://drafts.example.com/connect/callback';
// RFC 7636, appendix B.
const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const codeChallenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let zendesk: ZendeskSimulator;
beforeEach(async () => {
  zendesk = await startAccount();
  zendesk.oauth.registerClient({ id: client.clientId, secret: client.clientSecret, redirectUris: [redirectUri] });
});
afterEach(() => zendesk.close());

const ports = (more: Partial<ConnectorPorts> = {}): ConnectorPorts => ({
  fetch,
  now: () => new Date(),
  warn: () => undefined,
  ...more,
});
const settings = () => install.form.schema.parse({ subdomain: 'acme', baseUrl: zendesk.baseUrl });
const oauth = () => install.oauth(settings(), ports());
const consent = () =>
  new URL(zendesk.oauth.allow(oauth().authorizeUrl({ client, redirectUri, state: 's1', codeChallenge })));
const exchange = (given: { code: string; verifier?: string }) =>
  oauth().exchange({ client, redirectUri, code: given.code, codeVerifier: given.verifier ?? codeVerifier }, signal);

test('a consent becomes tokens that work, renew, and end when they are revoked', async () => {
  const back = consent();
  expect(back.searchParams.get('state')).toBe('s1');
  const first = await exchange({ code: back.searchParams.get('code') ?? '' });
  expect(Date.parse(first.expiresAt ?? '')).toBeGreaterThan(Date.now() + 86_000_000);
  const second = await oauth().refresh({ client, refreshToken: first.refreshToken ?? '' }, signal);
  expect(second.accessToken).not.toBe(first.accessToken);
  expect(zendesk.oauth.tokens).toHaveLength(1);
  await oauth().revoke(second.accessToken, signal);
  await oauth().revoke(second.accessToken, signal);
  expect(zendesk.oauth.tokens).toEqual([]);
});

test('a code works once, and only with the verifier of its challenge', async () => {
  const code = consent().searchParams.get('code') ?? '';
  await expect(exchange({ code, verifier: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'oauth.invalid-grant' });
  const another = consent().searchParams.get('code') ?? '';
  await exchange({ code: another });
  await expect(exchange({ code: another })).rejects.toMatchObject({ kind: 'auth', code: 'oauth.invalid-grant' });
});

test('a wrong client is told from a consent that is gone', async () => {
  const wrong = { ...client, clientSecret: 'another' };
  await expect(oauth().clientCredentials({ client: wrong }, signal)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'oauth.invalid-client',
  });
  await expect(oauth().refresh({ client, refreshToken: 'gone' }, signal)).rejects.toMatchObject({
    code: 'oauth.invalid-grant',
  });
});

test('client credentials need no person and bring no refresh token', async () => {
  const { refreshToken, accessToken } = await oauth().clientCredentials({ client }, signal);
  expect(refreshToken).toBeUndefined();
  const connection = connect(settings(), ports({ accessToken: async () => accessToken }));
  expect(await connection.check(signal)).toEqual({ identity: 'Ada Admin (admin) at acme' });
});

test.each([200, 201, 202])('an answer of %i is taken; without the times, the token has no end', async (status) => {
  zendesk.faults.set({
    match: { path: /oauth\/tokens/ },
    response: { status, body: { access_token: 'a', token_type: 'bearer' } },
  });
  expect(await oauth().clientCredentials({ client }, signal)).toEqual({ accessToken: 'a' });
});

test.each<[string, { status: number; body?: unknown } | 'reset', string]>([
  ['an outage', { status: 503, body: '<html>' }, 'unavailable'],
  ['a lost answer', 'reset', 'unavailable'],
  ['a page of a proxy', { status: 200, body: '<html>' }, 'unavailable'],
  ['a limit', { status: 429, body: {} }, 'rate-limited'],
])('%s is neither a wrong client nor a lost consent', async (_, response, kind) => {
  zendesk.faults.set({ match: { path: /oauth\/tokens/ }, response });
  const error = await oauth()
    .refresh({ client, refreshToken: 'r' }, signal)
    .catch((thrown) => thrown);
  expect(error).toMatchObject({ kind });
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(client.clientSecret);
});

test('a token that Zendesk turns down is replaced once, also for a write; then it is a failure', async () => {
  const good = (await oauth().clientCredentials({ client }, signal)).accessToken;
  const asked: (string | undefined)[] = [];
  const keep = (tokens: string[]) => async (refused: string | undefined) => {
    asked.push(refused);
    return tokens[Math.min(asked.length, tokens.length) - 1] ?? '';
  };
  const renewed = connect(settings(), ports({ accessToken: keep(['ended', good]) }));
  await renewed.check(signal);
  expect(asked).toEqual([undefined, 'ended']);
  asked.length = 0;
  const hopeless = connect(settings(), ports({ accessToken: keep(['ended', 'ended too']) }));
  await expect(hopeless.check(signal)).rejects.toMatchObject({ kind: 'auth' });
  expect(asked).toEqual([undefined, 'ended']);
});
