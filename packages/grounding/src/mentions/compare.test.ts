import { describe, expect, test } from 'vitest';
import { scan } from '../read/scan.ts';
import { compare } from './compare.ts';
import { readMentions } from './read-mentions.ts';
import { createReader } from './reader.ts';

function firstValue(text: string, language: string) {
  const tokens = scan(text);
  const [mention] = readMentions(createReader(tokens, language), { from: 0, to: tokens.length });
  if (!mention) throw new Error(`nothing found in ${text}`);
  return mention.value;
}

/** `de:1.000 EUR` is German; without a language it is English. */
function parse(text: string) {
  const tagged = /^(en|de|fr|es|pt|ru):(.*)$/s.exec(text);
  return tagged?.[2] === undefined ? firstValue(text, 'en') : firstValue(tagged[2], tagged[1] ?? 'en');
}

describe('the same', () => {
  test.each([
    ['1,000 items', '1000 items'],
    ['1 000 items', 'de:1.000 Artikel'],
    ["1'000 CHF", 'CHF 1000'],
    ['de:1.234,50 €', '€1,234.50'],
    ['3 business days', 'three working days'],
    ['3 business days', 'de:drei Werktage'],
    ['3 business days', 'fr:3 jours ouvrés'],
    ['3 business days', 'es:tres días hábiles'],
    ['3 business days', 'pt:3 dias úteis'],
    ['3 business days', 'ru:трёх рабочих дней'],
    ['€5', '5 EUR'],
    ['5 euros', 'ru:5 евро'],
    ['24 hours', '1 day'],
    ['two weeks', '14 days'],
    ['12 months', '1 year'],
    ['5-10 days', '5 to 10 days'],
    ['between 5 and 10 days', 'ru:от 5 до 10 дней'],
    ['de:einundzwanzig Tage', 'twenty-one days'],
    ['fr:quatre-vingt-dix jours', '90 days'],
    ['pt:vinte e cinco dias', '25 days'],
    ['ru:двадцати пяти дней', '25 days'],
    ['pt:dez dias', '10 days'],
    ['15 %', '15 percent'],
    ['15%', 'fr:15 pour cent'],
    ['15%', 'es:15 por ciento'],
    ['March 12, 2025', 'de:12. März 2025'],
    ['12 March 2025', '2025-03-12'],
    ['12 March', '12 March 2025'],
    ['de:12.03.2025', 'ru:12 марта 2025 г.'],
    ['fr:le 1er mars 2025', 'March 1, 2025'],
    ['es:12 de marzo de 2025', '12/03/2025'],
    ['9 am', 'de:9 Uhr'],
    ['5 p.m.', '17:00'],
    ['fr:9h30', '9:30'],
    ['Monday to Friday', 'de:Montag bis Freitag'],
    ['Monday to Friday', 'pt:segunda a sexta-feira'],
    ['up to 10 days', '5 to 10 days'],
    ['per month', 'de:monatlich'],
    ['v4.2.1', '4.2.1'],
    ['https://Shop.example/a/', 'http://www.shop.example/a'],
    ['2 GB', '2,000 MB'],
    ['+49 30 555 0199', '+49 (30) 5550199'],
    ['fr:1 000 articles', 'es:1.000 artículos'],
    ['pt:1.000 artigos', 'ru:1 000 товаров'],
    ['ru:40 тыс. рублей', '40,000 RUB'],
    ['ru:1 499,50 ₽', 'RUB 1,499.50'],
    ['es:1.234,50 euros', 'fr:1 234,50 €'],
    ['pt:R$ 1.500', 'BRL 1500'],
    ['de:8.15 Uhr', '8:15 am'],
    ['fr:8 h 15', '8:15'],
    ['pt:8h15', 'de:8 Uhr 15'],
    ['fr:04/12/2026', 'December 4, 2026'],
    ['es:4 de diciembre de 2026', 'ru:04.12.2026'],
    ['pt:4 de dezembro de 2026', 'de:4. Dezember 2026'],
    ['within a week', '7 days'],
    ['no later than two weeks before', 'at least 14 days before'],
    ['de:spätestens 14 Tage vor', 'de:mindestens 14 Tage vor'],
    ['fr:au plus tard 14 jours avant', 'fr:au moins 14 jours avant'],
    ['es:a más tardar 14 días antes', 'es:al menos 14 días antes'],
    ['ru:не позднее чем за 14 дней до', 'ru:минимум за 14 дней до'],
    ['de:noch keine 18 Jahre', 'de:unter 18 Jahren'],
    ['ru:не более шести', 'ru:до 6'],
  ])('%s and %s', (draft, source) => {
    expect(compare(parse(draft), parse(source))).toBe('same');
    expect(compare(parse(draft), parse(draft))).toBe('same');
  });
});

describe('different', () => {
  test.each([
    ['3 days', '3 business days'],
    ['30 days', '1 month'],
    ['€5', '$5'],
    ['5 days', '5 weeks'],
    ['up to 30 days', 'at least 30 days'],
    ['10 days', '5 to 10 days'],
    ['12 March 2025', '12 March 2026'],
    ['12 March', '12 May'],
    ['5 am', '5 pm'],
    ['Monday to Friday', 'Monday to Saturday'],
    ['4.2.1', '4.2.2'],
    ['a@shop.example', 'b@shop.example'],
    ['https://shop.example/a', 'https://shop.example/b'],
    ['per month', 'per year'],
    ['15 %', '16 %'],
    ['2 GB', '2 TB'],
    ['de:31.13.2026', 'de:31.12.2026'],
    ['fr:40/12/2026', 'fr:4 décembre 2026'],
    ['de:200 Uhr', 'de:20 Uhr'],
    ['ru:40 тыс. евро', 'ru:40 000 рублей'],
    ['de:elf bis vier Tage', 'de:zwei bis vier Tage'],
    ['within 14 days before', 'at least 14 days before'],
    ['4K', '5K'],
  ])('%s and %s', (draft, source) => {
    expect(compare(parse(draft), parse(source))).toBe('different');
  });
});

test('a count is no duration', () => {
  expect(compare(parse('5 users'), parse('5 days'))).toBe('apart');
});
