import { expect, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { ru } from '../i18n/ru.ts';
import { decimal, duration, formatsOf, money, percent } from './formats.ts';

/** What languages put between digits and signs. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['1876.48', 'EUR', 'en-US', '€1,876.48'],
  ['1876.48', 'EUR', 'de-DE', '1.876,48 €'],
  ['1876.48', 'RUB', 'ru-RU', '1 876,48 ₽'],
  ['1876', 'JPY', 'en-US', '¥1,876'],
  ['0.10', 'USD', 'en-US', '$0.10'],
  // One more digit than a binary floating point number can hold.
  ['9007199254740993.07', 'USD', 'en-US', '$9,007,199,254,740,993.07'],
  ['-5.00', 'USD', 'en-US', '-$5.00'],
  // What cannot be written is shown as it came.
  ['1876.48', '??', 'en-US', '1876.48 ??'],
  ['1876.48', 'EUR', 'not a tag!', '1876.48 EUR'],
  ['a lot', 'EUR', 'en-US', 'a lot EUR'],
])('%s %s reads %s as %s', (value, currency, locale, expected) => {
  expect(plain(money(value, currency, locale))).toBe(expected);
});

test('quantities keep their digits', () => {
  expect(decimal('2.5', 'de-DE')).toBe('2,5');
  expect(decimal('0.000125', 'en-US')).toBe('0.000125');
  expect(plain(percent('7.5', 'ru'))).toBe('7,5 %');
  expect(percent('20', 'en-US')).toBe('20%');
});

test.each([
  ['P12M', '12 months', '12 месяцев'],
  ['P1Y6M', '1 year 6 months', '1 год 6 месяцев'],
  ['P2W', '2 weeks', '2 недели'],
  ['P1D', '1 day', '1 день'],
  ['PT1H', 'PT1H', 'PT1H'],
  ['P', 'P', 'P'],
])('%s lasts %s', (iso, english, russian) => {
  expect([duration(iso, en.prices), duration(iso, ru.prices)]).toEqual([english, russian]);
});

test('a day is the same day everywhere, a moment is not', () => {
  const west = formatsOf('en-US', 'America/Los_Angeles');
  expect(west.day('2027-01-01')).toBe('Jan 1, 2027');
  expect(west.day('2027-01-01T02:00:00Z')).toBe('Dec 31, 2026');
  expect(plain(west.moment('2027-01-01T02:00:00Z'))).toBe('Dec 31, 2026, 6:00 PM');
  expect(west.moment('soon')).toBe('soon');
});

test('languages are called by name', () => {
  expect(formatsOf('ru').language('de-DE')).toBe('Немецкий (Германия)');
  expect(formatsOf('en').language('?')).toBe('?');
});
