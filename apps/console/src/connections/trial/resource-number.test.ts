import { expect, test } from 'vitest';
import { readResourceNumber } from './resource-number.ts';

test.each(['4102', ' #4102 ', '№ 4102', 'https://acme.zendesk.com/agent/tickets/4102', '/agent/tickets/4102?brand=1'])(
  '%j is ticket 4102',
  (given) => {
    expect(readResourceNumber(given, 'internal-note')).toBe('4102');
  },
);

test.each(['', 'abc', '41 02', '-1', '4102a', 'https://acme.zendesk.com/agent/users/4102', '1'.repeat(19)])(
  '%j is no ticket',
  (given) => {
    expect(readResourceNumber(given, 'internal-note')).toBeNull();
  },
);

test.each([
  '9001',
  'https://app.hubspot.com/contacts/123/record/0-3/9001',
  'https://app-eu1.hubspot.com/contacts/123/record/0-3/9001/?tab=proposal',
  'https://app.hubspot.com/contacts/123/deal/9001#notes',
])('%j is deal 9001', (given) => {
  expect(readResourceNumber(given, 'document')).toBe('9001');
});

test.each(['https://app.hubspot.com/contacts/123/record/0-1/9001', 'https://acme.zendesk.com/agent/tickets/4102', ''])(
  '%j is no deal',
  (given) => {
    expect(readResourceNumber(given, 'document')).toBeNull();
  },
);
