import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchQuery as queryOf } from './search-query.ts';

const searchQuery = (subject: string, message: string, maxWords = 12) => queryOf(subject, message, maxWords);

test.each([
  ['Refund for my order', 'Hello, where is the refund? Thanks!', 'refund order'],
  ['Возврат денег', 'Здравствуйте! Подскажите, когда придёт возврат за заказ?', 'возврат денег придёт заказ'],
  [
    'Rückerstattung',
    'Guten Tag, wann kommt meine Rückerstattung für die Bestellung?',
    'rückerstattung kommt bestellung',
  ],
  ['Reembolso', 'Hola, ¿cuándo llega el reembolso de mi pedido?', 'reembolso llega pedido'],
  ['返金', '注文の返金はいつですか', '返金 注文 いつ です'],
])('%s / %s', (subject, message, expected) => {
  expect(searchQuery(subject, message)).toBe(expected);
});

test('addresses, numbers and placeholders are left out', () => {
  const message =
    'Order 8841-22 to carla@example.org, see https://acme.example/x?token=1 and {{ticket.requester.email}}';
  expect(searchQuery('', message)).toBe('order');
});

test('of a long message the frequent and the long words are asked for', () => {
  const chatter =
    'my dog barked whenever neighbours visited grandmother yesterday evening nicely singing happily around town';
  const query = searchQuery('Battery', `${chatter}. The battery does not charge. Charge the battery, how?`).split(' ');
  expect(query).toHaveLength(12);
  expect(query).toEqual(expect.arrayContaining(['battery', 'charge']));
});

test('fewer words are the better ones, in the order of the text', () => {
  expect(searchQuery('Battery dead', 'Charging fails, the battery is dead after charging', 2)).toBe('battery charging');
});

test('nothing to ask', () => {
  expect(searchQuery('', '')).toBe('');
  expect(searchQuery('Re:', '??? 12345')).toBe('');
});

test('is always at most twelve different words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 80 }), (subject, message) => {
      const words = searchQuery(subject, message).split(' ');
      expect(words.length).toBeLessThanOrEqual(12);
      expect(new Set(words).size).toBe(words.length);
    }),
  );
});
