import type { PriceTable } from '@draftsmith/contracts';
import { formatMoney, rhythmName } from '@draftsmith/pricing';
import { Decimal } from 'decimal.js';

/** What a person reads as "the total": over the agreed terms where there is such a sum, else what is owed in each rhythm. */
export function headlineOf({ contractTotal, currency, totals }: PriceTable, locale: string): string {
  if (contractTotal !== undefined) return formatMoney(contractTotal, currency, locale);
  return totals
    .map(({ rhythm, gross }) => {
      const amount = formatMoney(gross, currency, locale);
      return rhythm === 'once' ? amount : `${amount} ${rhythmName(rhythm, locale)}`;
    })
    .join(' + ');
}

/** The largest sum in it, decimal string: sums of different rhythms are never added up. */
export function largestOf({ contractTotal = '0', totals }: PriceTable): string {
  return totals.reduce((most, { gross }) => Decimal.max(most, gross), new Decimal(contractTotal)).toFixed();
}

/** @param threshold decimal string; empty for never */
export function isAbove(largest: string, threshold: string): boolean {
  return threshold.trim() !== '' && new Decimal(largest).gt(threshold);
}
