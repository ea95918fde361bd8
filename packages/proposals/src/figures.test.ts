import type { PriceTable } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, hashOf } from './canonical.ts';
import { dayIn, daysAfter } from './day.ts';
import { baselinesOf, editedOf } from './edited.ts';
import { bestTemplate } from './template-choice.ts';
import { aContent, aSection } from './testing.ts';
import { headlineOf, isAbove, largestOf } from './totals.ts';

const total = (rhythm: string, gross: string) => ({
  ...{ rhythm, subtotal: gross, discount: '0', net: gross, taxes: [], gross },
});
const prices = (contractTotal?: string): PriceTable => ({
  ...{ currency: 'EUR', lines: [], totals: [total('once', '100.00'), total('month', '900.00')] },
  ...(contractTotal && { contractTotal }),
});

test('a total is that of the contract, or one for each rhythm; a threshold with what is paid over the terms, or in a year', () => {
  expect(headlineOf(prices(), 'en-GB')).toBe('€100.00 + €900.00 per month');
  expect(headlineOf(prices('10900.00'), 'de-DE')).toBe('10.900,00\u00a0€');
  expect([largestOf(prices()), largestOf(prices('2800.00')), largestOf(prices('50.00'))]).toEqual([
    ...['10900', '2800', '900'],
  ]);
  const rhythms = ['once', 'week', 'two-weeks', 'month', 'quarter', 'half-year', 'year', 'five-years'];
  const each = rhythms.map((rhythm) => largestOf({ ...prices(), totals: [total(rhythm, '1.10')] }));
  expect(each).toEqual(['1.1', '57.2', '28.6', '13.2', '4.4', '2.2', '1.1', '1.1']);
  expect(largestOf({ ...prices(), totals: [] })).toBe('0');
  expect([isAbove('900', '900'), isAbove('900.01', '900.00'), isAbove('9', '')]).toEqual([false, true, false]);
});

test('a hash changes with the content, and not with the order of its keys', () => {
  const content = aContent();
  const shuffled = Object.fromEntries(Object.entries(content).toReversed()) as typeof content;
  expect(hashOf(shuffled)).toBe(hashOf(content));
  expect(hashOf({ ...content, title: `${content.title} ` })).not.toBe(hashOf(content));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([
  ['one two three', 'one two three', 0],
  ['one two three', 'one 2 three', 1],
  ['one two three', '', 3],
  ['', 'one two', 2],
  ['for {{total.once.gross}} now', 'for {{total.once.net}} now', 1],
])('from %j to %j people changed %i words', (was, is, changed) => {
  const content = aContent({ sections: [aSection({ paragraphs: [{ text: is, sources: [] }], writtenBy: 'person' })] });
  expect(editedOf(content, { summary: was }).summary?.changed).toBe(changed);
});

test('a section that was written anew begins anew; that of a person keeps what it was compared with', () => {
  const [model, person] = [aSection(), aSection({ kind: 'scope', writtenBy: 'person' })];
  expect(baselinesOf([model, person], { summary: 'old', scope: 'first' })).toEqual({
    ...{ summary: model.paragraphs[0]?.text, scope: 'first' },
  });
});

test('days are those of the account', () => {
  const late = new Date('2026-11-23T23:30:00Z');
  expect([dayIn('Europe/Berlin', late), dayIn('America/New_York', late), dayIn('Nowhere', late)]).toEqual([
    '2026-11-24',
    '2026-11-23',
    '2026-11-23',
  ]);
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});

test("the company's own template for the language comes before one for every language, and before the suite's", () => {
  const [suite, any, de, at] = [
    { id: 'standard', locale: null },
    { id: 'any', locale: null },
    { id: 'de', locale: 'de-DE' },
    { id: 'at', locale: 'de-AT' },
  ];
  type Listed = { id: string; locale: string | null };
  const best = (locale: string, ...all: Listed[]) => bestTemplate<Listed>([suite, ...all], locale)?.id;
  expect(best('de-AT', any, de, at)).toBe('at');
  expect(best('de-CH', any, de)).toBe('de');
  expect(best('fr-FR', any, de)).toBe('any');
  expect(best('fr-FR', de)).toBe('standard');
});
