import { expect, test } from 'vitest';
import { isAcceptedRedirect, otherOrigin, webAddress } from './web-address.ts';

const HERE = 'https://drafts.example';

test('a browser is sent to web addresses only', () => {
  expect(webAddress('https://acme.zendesk.com/oauth/authorizations/new?x=1', HERE)).toBe(
    'https://acme.zendesk.com/oauth/authorizations/new?x=1',
  );
  expect(webAddress('/connections?connected=zendesk/acme', HERE)).toBe(`${HERE}/connections?connected=zendesk/acme`);
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'http://', 'file:///etc/passwd'])
    expect(webAddress(bad, HERE), bad).toBeNull();
});

test.each([
  ['https://drafts.example/api/connect/callback', true],
  ['http://localhost:3000/api/connect/callback', true],
  ['http://127.0.0.1:3000/api/connect/callback', true],
  ['http://drafts.example/api/connect/callback', false],
  ['nonsense', false],
])('%s is taken as a redirect URL: %s', (uri, taken) => {
  expect(isAcceptedRedirect(uri)).toBe(taken);
});

test('a way back to another origin is told', () => {
  expect(otherOrigin(`${HERE}/api/connect/callback`, HERE)).toBeNull();
  expect(otherOrigin('http://127.0.0.1:3000/back', 'http://localhost:3000')).toBe('http://127.0.0.1:3000');
});
