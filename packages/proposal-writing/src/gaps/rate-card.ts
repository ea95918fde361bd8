import type { DealContext, DealGap, RateCardItem } from '@draftsmith/contracts';
import { Decimal } from 'decimal.js';
import type { GapsInput } from './find-gaps.ts';

/** Lines whose price on the rate card has ended, or is another one. A line that the card does not name is free. */
export function cardGaps({ deal, rateCard, today }: Pick<GapsInput, 'deal' | 'rateCard' | 'today'>): DealGap[] {
  return deal.lineItems.flatMap((item): DealGap[] => {
    const entries = entriesOf(item, deal, rateCard);
    if (entries.length === 0) return [];
    const valid = entries.filter(({ validUntil }) => validUntil === null || validUntil >= today);
    if (valid.length === 0) return [{ code: 'price-expired', severity: 'blocks', subject: item.name }];
    if (valid.some(({ price }) => isSame(price, item.price))) return [];
    return [{ code: 'price-off-card', severity: 'warns', subject: item.name }];
  });
}

function entriesOf(item: DealContext['lineItems'][number], deal: DealContext, rateCard: readonly RateCardItem[]) {
  const currency = item.currency ?? dealCurrency(deal).currency;
  const sku = item.sku?.trim().toLowerCase();
  return rateCard.filter((entry) => entry.sku.trim().toLowerCase() === sku && entry.currency === currency);
}

/** What lines without a currency of their own are priced in: for `priceTable`. */
export function dealCurrency({ deal, account }: Pick<DealContext, 'deal' | 'account'>): { currency?: string } {
  const currency = deal.currency ?? account.currency;
  return currency === undefined ? {} : { currency };
}

/** What is no number is a gap of its own. */
function isSame(one: string, other: string): boolean {
  try {
    return new Decimal(one).eq(other);
  } catch {
    return true;
  }
}
