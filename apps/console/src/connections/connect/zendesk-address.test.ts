import { expect, test } from 'vitest';
import { readZendeskAddress } from './zendesk-address.ts';

test.each([
  'acme',
  '  ACME ',
  'acme.zendesk.com',
  'https://acme.zendesk.com',
  'https://acme.zendesk.com/agent/tickets/4102?x=1#y',
  'http://acme.zendesk.com:443/',
  'acme.zendesk.com.',
])('%j names the account acme', (given) => {
  expect(readZendeskAddress(given)).toEqual({ kind: 'subdomain', subdomain: 'acme' });
});

test.each(['support.acme.com', 'https://help.acme.co.uk/hc', 'acme.zendesk.com.evil.example', 'a.b.zendesk.com'])(
  '%j is an address elsewhere',
  (given) => {
    expect(readZendeskAddress(given)).toEqual({ kind: 'other-host' });
  },
);

test.each(['acme inc', '-acme', 'ümlaut', 'acme@evil', '.', '//', 'acme_1'])('%j is no name of an account', (given) => {
  expect(readZendeskAddress(given)).toEqual({ kind: 'not-a-name' });
});

test.each(['', '   '])('%j is nothing yet', (given) => {
  expect(readZendeskAddress(given)).toEqual({ kind: 'empty' });
});
