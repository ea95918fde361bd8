import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDuration, formatFact, formatMoney, formatPercent, formatQuantity } from './format.ts';
import { WRITTEN_LANGUAGES, writtenLanguage } from './locale.ts';
import { periodOf, periodsIn, RHYTHMS } from './rhythm.ts';
import { rhythmName } from './rhythm-name.ts';

/** ICU separates with several kinds of spaces that do not break; which one is of no matter here. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it.each([
    ['1876.48', 'EUR', 'en-US', '€1,876.48'],
    ['1876.48', 'EUR', 'ru-RU', '1 876,48 €'],
    ['1876.48', 'EUR', 'de-DE', '1.876,48 €'],
    ['1876', 'JPY', 'en', '¥1,876'],
    ['1000', 'USD', 'en-US', '$1,000.00'],
    ['0.0042', 'USD', 'en-US', '$0.0042'],
    ['1000.5', 'KWD', 'en', 'KWD 1,000.500'],
    ['1000.5', 'HUF', 'en', 'HUF 1,000.50'],
    ['-5', 'EUR', 'en', '-€5.00'],
    ['123456789012345.67', 'EUR', 'en', '€123,456,789,012,345.67'],
    ['1', 'EUR', 'no such locale!', '€1.00'],
    ['1', 'EUR', 'pt_BR', '€ 1,00'],
  ])('%s %s in %s is %s', (value, currency, locale, shown) => {
    expect(spaced(formatMoney(value, currency, locale))).toBe(shown);
  });

  it('loses no digit and adds none', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }),
        fc.constantFrom('en-US', 'ru-RU', 'de-CH', 'fr-FR', 'ar-EG', 'fa'),
        (cents, locale) => {
          const text = String(cents).padStart(3, '0');
          const shown = formatMoney(`${text.slice(0, -2)}.${text.slice(-2)}`, 'EUR', locale);
          expect(shown.replace(/[^0-9]/g, '')).toBe(text);
        },
      ),
    );
  });
});

it.each([
  ['12', 'en', '12'],
  ['12500', 'en', '12,500'],
  ['1.250', 'de', '1,25'],
])('quantity %s in %s', (value, locale, shown) => {
  expect(spaced(formatQuantity(value, locale))).toBe(shown);
});

it.each([
  ['20', 'en', '20%'],
  ['12.5', 'ru', '12,5 %'],
  ['0.0000000001', 'en', '0.0000000001%'],
])('percent %s in %s', (value, locale, shown) => {
  expect(spaced(formatPercent(value, locale))).toBe(shown);
});

it.each([
  ['2026-11-23', 'en-US', 'November 23, 2026'],
  ['2026-11-23', 'ru-RU', '23 ноября 2026 г.'],
  ['2026-11-23', 'de', '23. November 2026'],
  ['2026-01-01', 'th-TH', '1 มกราคม ค.ศ. 2026'],
])('date %s in %s', (iso, locale, shown) => {
  expect(spaced(formatDate(iso, locale))).toBe(shown);
});

it.each([
  ['P12M', 'en', '12 months'],
  ['P1Y', 'en', '1 year'],
  ['P1Y6M', 'en', '1 year, 6 months'],
  ['P3M', 'ru', '3 месяца'],
  ['P2W', 'de', '2 Wochen'],
])('duration %s in %s', (iso, locale, shown) => {
  expect(spaced(formatDuration(iso, locale))).toBe(shown);
});

it.each([
  () => formatMoney('12,5', 'EUR', 'en'),
  () => formatMoney('', 'EUR', 'en'),
  () => formatQuantity('NaN', 'en'),
  () => formatPercent('--1', 'en'),
  () => formatDate('2026-02-30', 'en'),
  () => formatDate('23.11.2026', 'en'),
  () => formatDuration('P0M', 'en'),
  () => formatDuration('PT5M', 'en'),
  () => formatFact({ key: 'a', kind: 'money', value: '1', origin: { kind: 'settings', name: 'a' } }, 'en'),
])('what cannot be read is refused, never shown', (show) => {
  expect(show).toThrow(expect.objectContaining({ kind: 'invalid' }));
});

it('a fact of words is copied as it stands', () => {
  const fact = {
    key: 'customer.name',
    kind: 'person',
    value: 'Ada {{total}}',
    origin: { kind: 'settings', name: 'a' },
  } as const;
  expect(formatFact(fact, 'ru')).toBe('Ada {{total}}');
});

it('every rhythm has a name in every language', () => {
  for (const language of WRITTEN_LANGUAGES) {
    const names = RHYTHMS.map((rhythm) => rhythmName(rhythm, language));
    expect(new Set(names).size).toBe(RHYTHMS.length);
    expect(names).not.toContain('month');
  }
  expect(rhythmName('month', 'ru-RU')).toBe('в месяц');
  expect(rhythmName('month', 'pl')).toBe('per month');
  expect(rhythmName('constructor', 'en')).toBe('constructor');
});

it.each([
  ['pt-BR', 'pt'],
  ['RU', 'ru'],
  ['pl', 'en'],
  ['', 'en'],
])('%s is written in %s', (locale, language) => {
  expect(writtenLanguage(locale)).toBe(language);
});

it.each(RHYTHMS.filter((rhythm) => rhythm !== 'once'))('one %s is one period', (rhythm) => {
  expect(periodsIn(periodOf(rhythm) ?? '', rhythm)).toBe(1);
});
