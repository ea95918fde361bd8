import { expect, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { titleOf } from './title-of.ts';

test.each([
  [{ subject: 'Refund', customerName: null }, 'Refund'],
  [{ subject: '', customerName: 'Ada' }, '(no subject)'],
  [{ subject: '', customerName: null }, 'Ticket #7'],
])('%j is called %s', (ticket, title) => {
  expect(titleOf({ ...ticket, resourceId: '7' }, en)).toBe(title);
});
