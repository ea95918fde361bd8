import type { DealContext, PriceTable, ProposalContent } from '@draftsmith/contracts';
import { storable } from '@draftsmith/database';
import { type Priced, priceTable } from '@draftsmith/pricing';
import { dealCurrency } from '@draftsmith/proposal-writing';
import { canonical } from './canonical.ts';
import { dayIn } from './day.ts';

/** What the deal comes to. */
export interface Standing {
  prices: Priced;
  /** YYYY-MM-DD where the account is. */
  today: string;
}

export function standingOf(deal: DealContext, now: Date): Standing {
  return { prices: priceTable(deal.lineItems, dealCurrency(deal)), today: dayIn(deal.account.timeZone, now) };
}

/** Whether a version says other prices than the deal by now, or its validity has ended. */
export function isOutdated(content: Pick<ProposalContent, 'prices' | 'facts'>, { prices, today }: Standing): boolean {
  const until = validUntil(content);
  if (until !== undefined && until < today) return true;
  return prices.kind === 'refused' || told(storable(prices.table)) !== told(content.prices);
}

/** YYYY-MM-DD, the last day. */
export function validUntil({ facts }: Pick<ProposalContent, 'facts'>): string | undefined {
  return facts.find(({ key }) => key === 'proposal.valid_until')?.value;
}

/** All that a customer is told of prices; not how the source system numbers, orders and describes its lines. */
function told({ lines, ...table }: PriceTable): string {
  const shown = lines.map(({ itemId: _, description: __, ...line }) => canonical(line));
  return canonical({ ...table, lines: shown.sort() });
}
