import { expect, test } from 'vitest';
import { createFormats } from './format.ts';
import { preferredLocale, readLocale } from './locale.ts';

const en = createFormats('en');
const ru = createFormats('ru');
/** Intl writes no-break spaces of two kinds; for the eye they are spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['0', '$0.00', '0,00 $'],
  ['0.000000', '$0.00', '0,00 $'],
  ['0.00042315', '$0.00042', '0,00042 $'],
  ['0.0226', '$0.0226', '0,0226 $'],
  ['12.5', '$12.50', '12,50 $'],
  ['1234.5678', '$1,234.5678', '1 234,5678 $'],
])('cost %s', (usd, english, russian) => {
  expect(en.cost(usd)).toBe(english);
  expect(plain(ru.cost(usd))).toBe(russian);
});

test('money beyond the digits of a binary number stays exact', () => {
  expect(en.cost('90071992547409931.25')).toBe('$90,071,992,547,409,931.25');
});

test('what is no number is shown as it came', () => {
  expect(en.cost('unknown')).toBe('unknown');
});

test.each([
  [0, '0ms', '0 мс'],
  [999.4, '999ms', '999 мс'],
  [2480, '2.5s', '2,5 с'],
  [9949, '9.9s', '9,9 с'],
  [9951, '10s', '10 с'],
  [59_499, '59s', '59 с'],
  [59_600, '1m 0s', '1 мин 0 с'],
  [61_200, '1m 1s', '1 мин 1 с'],
  [3_599_900, '1h 0m', '1 ч 0 мин'],
])('duration %d ms', (ms, english, russian) => {
  expect(en.duration(ms)).toBe(english);
  expect(plain(ru.duration(ms))).toBe(russian);
});

test.each([
  [20_000, '20s', '20 с'],
  [47 * 60_000 + 20_000, '47m', '47 мин'],
  [3_600_000, '1h', '1 ч'],
  [95 * 60_000, '1h 35m', '1 ч 35 мин'],
  [60 * 3_600_000, '2.5d', '2,5 д.'],
])('a wait of %d ms', (ms, english, russian) => {
  expect(en.wait(ms)).toBe(english);
  expect(plain(ru.wait(ms))).toBe(russian);
});

test('ages are told in the largest unit that fits, old ones as a date', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const ago = (minutes: number) => en.ago(new Date(now - minutes * 60_000).toISOString(), now);
  expect([ago(0.5), ago(1), ago(59), ago(60), ago(23 * 60 + 59), ago(50 * 60)]).toEqual([
    'just now',
    '1 min. ago',
    '59 min. ago',
    '1 hr. ago',
    '23 hr. ago',
    'Nov 18',
  ]);
});

test('a clock that runs behind the server does not give a future', () => {
  expect(en.ago('2026-11-20T12:00:05Z', Date.parse('2026-11-20T12:00:00Z'))).toBe('just now');
});

test('languages have names, and odd codes do not break the page', () => {
  expect([en.language('de'), ru.language('de'), en.language('pt-br')]).toEqual([
    'German',
    'Немецкий',
    'Brazilian Portuguese',
  ]);
  expect([en.language('x!'), en.language('')]).toEqual(['x!', '']);
});

test('countries have names in the language of the console, and lists read as sentences', () => {
  expect([en.country('DE'), ru.country('DE'), en.country('?')]).toEqual(['Germany', 'Германия', '?']);
  expect([en.list(['a', 'b', 'c']), ru.list(['а', 'б'])]).toEqual(['a, b, and c', 'а и б']);
});

test('the console opens in the language that was chosen, or in the first that it speaks', () => {
  const stored = (value: string | null) => ({ getItem: () => value });
  expect(preferredLocale(['de-AT', 'ru-RU', 'en'])).toBe('ru');
  expect(preferredLocale(['de'])).toBe('en');
  expect(readLocale(stored('ru'), ['en'])).toBe('ru');
  expect(readLocale(stored('tlh'), ['ru'])).toBe('ru');
});

test('prices keep their digits, and days do not depend on where one is', () => {
  expect(en.money('1876.48', 'EUR')).toBe('€1,876.48');
  expect(en.money('0.0035', 'USD')).toBe('$0.0035');
  expect(en.money('12345678901234567.89', 'USD')).toBe('$12,345,678,901,234,567.89');
  expect(en.money('500', 'JPY')).toBe('¥500');
  expect(en.money('12,5', 'EUR')).toBe('12,5 EUR');
  expect([en.money('1', 'CAD'), en.money('1', 'USD')]).toEqual(['CA$1.00', '$1.00']);
  expect(plain(ru.money('99.90', 'RUB'))).toBe('99,90 ₽');
  expect(en.day('2026-12-31')).toBe('Dec 31, 2026');
});
