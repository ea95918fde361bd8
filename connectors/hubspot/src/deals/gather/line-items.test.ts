import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CrmObject } from '../../client/schemas.ts';
import { discountMeaning, discountOf } from './discount.ts';
import { inOrder, lineItemOf } from './line-items.ts';

const item = (properties: CrmObject['properties'] = {}, id = '1'): CrmObject => ({ id, properties });
const terms = { discountMeans: 'per-unit', taxRates: new Map() } as const;

test('figures are copied character by character', () => {
  const figure = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}.${b}`);
  fc.assert(
    fc.property(figure, figure, figure, (quantity, price, amount) => {
      const read = lineItemOf(item({ quantity, price, amount, discount: `1${price}` }), terms);
      expect(read).toMatchObject({ quantity, price, amount, discount: { kind: 'per-unit', amount: `1${price}` } });
    }),
  );
});

describe('what `discount` says is decided by its label', () => {
  test.each([
    ['Unit discount', 'per-unit'],
    ['Discount amount', 'per-unit'],
    ['Discount Percentage', 'percent'],
    ['Discount %', 'percent'],
    ['Rebate', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%s: %s', (label, meaning) => expect(discountMeaning(label)).toBe(meaning));

  test('one discount', () => {
    expect(discountOf(item({ discount: '5' }), 'per-unit')).toEqual({ kind: 'per-unit', amount: '5' });
    expect(discountOf(item({ discount: '5' }), 'percent')).toEqual({ kind: 'percent', percent: '5' });
    expect(discountOf(item({ hs_discount_percentage: '5' }), 'unknown')).toEqual({ kind: 'percent', percent: '5' });
  });

  test.each(['0', '0.00', '', null])('%j is none', (none) => {
    expect(discountOf(item({ discount: none, hs_discount_percentage: none }), 'per-unit')).toBeUndefined();
    expect(discountOf(item({ discount: none, hs_discount_percentage: '5' }), 'per-unit')).toMatchObject({
      percent: '5',
    });
  });

  test('two discounts, or one that nobody understands, are no number', () => {
    const both = discountOf(item({ discount: '5', hs_discount_percentage: '10' }), 'per-unit');
    const unknown = discountOf(item({ discount: '5' }), 'unknown');
    for (const discount of [both, unknown])
      expect(Number(discount?.kind === 'percent' ? discount.percent : discount?.amount)).toBeNaN();
  });
});

test.each([
  ['weekly', 'week'],
  ['biweekly', 'two-weeks'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['per_six_months', 'half-year'],
  ['annually', 'year'],
  ['per_two_years', 'two-years'],
  ['per_three_years', 'three-years'],
  ['per_four_years', 'four-years'],
  ['per_five_years', 'five-years'],
])('%s is %s', (frequency, every) => {
  const read = lineItemOf(
    item({ price: '1', recurringbillingfrequency: frequency, hs_recurring_billing_period: 'P12M' }),
    terms,
  );
  expect(read).toMatchObject({ price: '1', recurring: { every, term: 'P12M' } });
});

test('a rhythm that is not known leaves no price to reckon with', () => {
  const read = lineItemOf(item({ price: '1', recurringbillingfrequency: 'fortnightly' }), terms);
  expect(read).toMatchObject({ price: '' });
  expect(read.recurring).toBeUndefined();
});

test.each(['volume', 'graduated', 'stairstep'])('%s is tiered', (hs_pricing_model) =>
  expect(lineItemOf(item({ hs_pricing_model }), terms).pricing).toBe('tiered'),
);

test('a tax rate that cannot be read is kept without a figure', () => {
  expect(lineItemOf(item({ hs_tax_rate_group_id: '77' }), terms).tax).toEqual({ name: '77', percent: '' });
});

test('by their place; those without one come after, by age', () => {
  const items = [
    item({}, '9'),
    item({}, '10'),
    item({ hs_position_on_quote: '1' }, '12'),
    item({ hs_position_on_quote: '0' }, '11'),
  ];
  expect(inOrder(items).map(({ id }) => id)).toEqual(['11', '12', '9', '10']);
});
