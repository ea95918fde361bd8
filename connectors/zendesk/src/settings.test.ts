import { expect, test } from 'vitest';
import { PUBLIC_TEST_SECRET } from './facts.ts';
import { originOf, settings } from './settings.ts';

const given = { subdomain: 'acme', oauthToken: 'token-1', webhookSecret: 'secret-1' };

/** Names of the settings that were refused; none when all were accepted. */
function refused(change: Record<string, unknown>): PropertyKey[] {
  const parsed = settings.schema.safeParse({ ...given, ...change });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => issue.path);
}

test('an OAuth token is enough; labels are English unless told otherwise', () => {
  expect(settings.schema.parse(given)).toEqual({
    subdomain: 'acme',
    credentials: { kind: 'oauth', token: 'token-1' },
    webhookSecret: 'secret-1',
    noteLanguage: 'en',
  });
});

test('an OAuth token wins over an API token', () => {
  const both = { ...given, email: 'ada@example.com', apiToken: 'token-2' };
  expect(settings.schema.parse(both).credentials.kind).toBe('oauth');
  expect(settings.schema.parse({ ...both, oauthToken: '' }).credentials).toEqual({
    kind: 'api-token',
    email: 'ada@example.com',
    token: 'token-2',
  });
});

test.each([
  ['acme.evil.example', ['subdomain']],
  ['https://acme.zendesk.com', ['subdomain']],
  ['acme/../x', ['subdomain']],
  ['acme@evil', ['subdomain']],
  ['-acme', ['subdomain']],
  ['', ['subdomain']],
  [undefined, ['subdomain']],
  ['ACME-2', []],
])('subdomain %s', (subdomain, expected) => {
  expect(refused({ subdomain })).toEqual(expected);
});

test.each([
  [{ oauthToken: undefined }, ['oauthToken']],
  [{ oauthToken: ' ' }, ['oauthToken']],
  [{ oauthToken: '', apiToken: 't' }, ['email']],
  [{ oauthToken: '', email: 'ada@example.com' }, ['apiToken']],
  [{ webhookSecret: undefined }, ['webhookSecret']],
  [{ webhookSecret: '' }, ['webhookSecret']],
  [{ webhookSecret: ` ${PUBLIC_TEST_SECRET}\n` }, ['webhookSecret']],
  [{ noteLanguage: 'de' }, ['noteLanguage']],
  [{ noteLanguage: '' }, []],
  [{ baseUrl: 'ftp://acme.example' }, ['baseUrl']],
  [{ baseUrl: 'https://user:pass@acme.example' }, ['baseUrl']],
  [{ baseUrl: 'acme.example' }, ['baseUrl']],
  [{ baseUrl: '' }, []],
])('%o', (change, expected) => {
  expect(refused(change)).toEqual(expected);
});

test('what is refused is not repeated', () => {
  const parsed = settings.schema.safeParse({ ...given, webhookSecret: PUBLIC_TEST_SECRET, noteLanguage: 'token-1' });
  expect(JSON.stringify(parsed.error)).not.toContain(PUBLIC_TEST_SECRET);
  expect(JSON.stringify(parsed.error)).not.toContain('token-1');
});

test('every setting has its line of help', () => {
  const parsed = settings.schema.parse({ ...given, baseUrl: 'http://127.0.0.1:1/proxy/' });
  expect(originOf(parsed)).toBe('http://127.0.0.1:1/proxy');
  expect(Object.keys(settings.help)).toEqual(
    expect.arrayContaining([
      'subdomain',
      'baseUrl',
      'oauthToken',
      'email',
      'apiToken',
      'webhookSecret',
      'noteLanguage',
    ]),
  );
  const secret = Object.entries(settings.help).filter(([, line]) => line.secret);
  expect(secret.map(([key]) => key)).toEqual(['oauthToken', 'apiToken', 'webhookSecret', 'globalClientSecret']);
});
