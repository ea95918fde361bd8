import { DEAL_GAPS, type DealContext } from '@draftsmith/contracts';
import { priceTable } from '@draftsmith/pricing';
import { expect, it } from 'vitest';
import { aDeal, aLine, TODAY } from '../testing.ts';
import { findGaps } from './find-gaps.ts';
import { dealCurrency } from './rate-card.ts';

const CARD = [{ sku: 'ws', name: 'Suite', price: '100.0', currency: 'EUR', validUntil: '2026-11-23' }];

function gapsOf(over: Partial<DealContext>, rateCard = CARD, today = TODAY) {
  const deal = aDeal(over);
  const prices = priceTable(deal.lineItems, dealCurrency(deal));
  return findGaps({ deal, prices, rateCard, today });
}

const codesOf = (...args: Parameters<typeof gapsOf>) =>
  gapsOf(...args).map(({ code, severity }) => `${code} ${severity}`);

it('a whole deal lacks nothing', () => {
  expect(gapsOf({})).toEqual([]);
});

const FOUND: [string, Partial<DealContext>][] = [
  ['no-line-items blocks', { lineItems: [] }],
  ['no-contact blocks', { contacts: [] }],
  ['no-decision-maker warns', { contacts: [{ id: '1', name: 'Ada', decides: false }] }],
  ['no-close-date warns', { deal: { name: 'D', currency: 'EUR' } }],
  ['close-date-past warns', { deal: { name: 'D', currency: 'EUR', closeDate: '2026-11-22' } }],
  ['no-currency blocks', { deal: { name: 'D', closeDate: '2027-01-01' }, account: { timeZone: 'UTC' } }],
  ['mixed-currencies blocks', { lineItems: [aLine({ currency: 'USD' })] }],
  ['tiered-price blocks', { lineItems: [aLine({ pricing: 'tiered' })] }],
  ['zero-price warns', { lineItems: [aLine({ price: '0.00' })] }],
  ['bad-number blocks', { lineItems: [aLine({ quantity: 'many' })] }],
  ['amount-differs warns', { lineItems: [aLine({ amount: '1' })] }],
  ['no-activities warns', { activities: [] }],
  ['too-many-lines blocks', { lineItems: Array.from({ length: 501 }, () => aLine()) }],
  ['price-off-card warns', { lineItems: [aLine({ sku: 'WS', price: '99' })] }],
];

it.each(FOUND)('%s', (code, over) => {
  expect(codesOf(over)).toEqual([code]);
});

it('no-company warns', () => {
  const { company: _, ...deal } = aDeal();
  const prices = priceTable(deal.lineItems, { currency: 'EUR' });
  expect(findGaps({ deal, prices, rateCard: [], today: TODAY }).map(({ code }) => code)).toEqual(['no-company']);
});

it('a price ends after its last day, unless the card has another', () => {
  const lineItems = [aLine({ sku: 'WS' })];
  expect(codesOf({ lineItems })).toEqual([]);
  expect(codesOf({ lineItems }, CARD, '2026-11-24')).toEqual(['price-expired blocks']);
  expect(codesOf({ lineItems }, [...CARD, { ...CARD[0]!, validUntil: '2027-01-01' }], '2026-11-24')).toEqual([]);
  expect(codesOf({ lineItems }, [{ ...CARD[0]!, currency: 'USD' }], '2026-11-24')).toEqual([]);
});

it('says where to mend it, and what blocks first', () => {
  const gaps = gapsOf({ activities: [], lineItems: [aLine({ name: 'Odd', quantity: '0' })] });
  expect(gaps).toEqual([
    { code: 'bad-number', severity: 'blocks', subject: 'Odd', url: 'https://crm.example/deal/77/items' },
    { code: 'no-activities', severity: 'warns', url: 'https://crm.example/deal/77' },
  ]);
});

it('every code is found by one of these', () => {
  const tested = [...FOUND.map(([code]) => code.split(' ')[0]), 'no-company', 'price-expired'];
  expect(new Set(tested)).toEqual(new Set(DEAL_GAPS));
});
