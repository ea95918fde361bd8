import { expect, test } from 'vitest';
import { readTicketNumber } from './ticket-number.ts';

test.each(['4102', ' #4102 ', '№ 4102', 'https://acme.zendesk.com/agent/tickets/4102', '/agent/tickets/4102?brand=1'])(
  '%j is ticket 4102',
  (given) => {
    expect(readTicketNumber(given)).toBe('4102');
  },
);

test.each(['', 'abc', '41 02', '-1', '4102a', 'https://acme.zendesk.com/agent/users/4102', '1'.repeat(19)])(
  '%j is no ticket',
  (given) => {
    expect(readTicketNumber(given)).toBeNull();
  },
);
