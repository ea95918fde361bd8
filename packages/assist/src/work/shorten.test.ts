import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';

test('thanks and offers go; greeting, statements, questions and sign-off stay word for word', () => {
  const text = `Hello Priya,

Thank you for getting in touch. A refund takes 5 working days after we receive the goods. Could you tell us your order number?

If anything is still unclear, just reply to this message and we will be happy to help.

Kind regards
Acme Support`;
  expect(shorten(text, 'en')).toBe(`Hello Priya,

A refund takes 5 working days after we receive the goods. Could you tell us your order number?

Kind regards
Acme Support`);
});

test('in Russian as well', () => {
  const text = `Здравствуйте, Анна!

Спасибо за обращение. Возврат занимает 5 рабочих дней после получения товара.

С уважением`;
  expect(shorten(text, 'ru')).toBe(`Здравствуйте, Анна!

Возврат занимает 5 рабочих дней после получения товара.

С уважением`);
});

test('where nothing can go, nothing goes', () => {
  const text = 'A refund takes 5 working days.';
  expect(shorten(text, 'en')).toBe(text);
  expect(shorten('', 'en')).toBe('');
});
