import { expect, test } from 'vitest';
import { connectedSchema, settings } from './settings.ts';

const own = { portalId: '12345', accessToken: 'pat-na1-x', clientSecret: 'secret' };

test('one account with a static token', () => {
  const given = settings.schema.parse({ ...own, appId: '7', baseUrl: 'https://proxy.example/hubspot/' });
  expect(given).toEqual({
    portalId: '12345',
    credentials: { kind: 'static', token: 'pat-na1-x' },
    clientSecret: 'secret',
    appId: '7',
    baseUrl: 'https://proxy.example/hubspot',
    authorizeUrl: 'https://app.hubspot.com',
  });
  expect(settings.account(given)).toBe('12345');
  expect(settings.webhookSecret(given)).toBe('secret');
});

test('any account, by consent to our app', () => {
  const given = connectedSchema.parse({ portalId: '0', clientId: 'id', clientSecret: 'secret' });
  expect(given).toMatchObject({
    credentials: { kind: 'managed' },
    client: { clientId: 'id', clientSecret: 'secret' },
    baseUrl: 'https://api.hubapi.com',
  });
});

test.each([
  ['no account', { ...own, portalId: '' }],
  ['an account that is no number', { ...own, portalId: '1/../2' }],
  ['no token', { ...own, accessToken: ' ' }],
  ['no secret', { ...own, clientSecret: undefined }],
  ['an app that is no number', { ...own, appId: 'app' }],
  ['an address with credentials', { ...own, baseUrl: 'https://a:b@proxy.example' }],
  ['an address of another kind', { ...own, baseUrl: 'file:///etc' }],
])('refused: %s', (_, given) => {
  expect(settings.schema.safeParse(given).success).toBe(false);
});

test('what holds for every account does not connect one by itself', () => {
  const shared = Object.entries(settings.help).filter(([, line]) => line.shared);
  expect(shared.map(([key]) => key).toSorted()).toEqual([
    'appId',
    'authorizeUrl',
    'baseUrl',
    'clientId',
    'clientSecret',
  ]);
  expect(settings.schema.safeParse({ clientId: 'id', clientSecret: 's' }).success).toBe(false);
});
