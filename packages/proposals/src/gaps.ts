import type { DealContext, DealGap, RateCardItem } from '@draftsmith/contracts';
import { type Priced, priceTable } from '@draftsmith/pricing';
import { dealCurrency, findGaps } from '@draftsmith/proposal-writing';
import { dayIn } from './day.ts';

/** What the deal's prices come to, and what is missing or wrong in it. */
export function gapsOf(
  deal: DealContext,
  { rateCard, now }: { rateCard: readonly RateCardItem[]; now: Date },
): { prices: Priced; gaps: DealGap[]; today: string } {
  const today = dayIn(deal.account.timeZone, now);
  const prices = priceTable(deal.lineItems, dealCurrency(deal));
  return { prices, gaps: findGaps({ deal, prices, rateCard, today }), today };
}
