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

/** Payments of one year; what is paid less often is paid once in it. */
const A_YEAR: Readonly<Record<string, number>> = { week: 52, 'two-weeks': 26, month: 12, quarter: 4, 'half-year': 2 };

/**
 * What a threshold is compared with, decimal string: over the agreed terms, or what is paid once and in a year where there
 * is no such sum. Ten small monthly fees without an end do not slip through one by one. In the table's own currency.
 */
export function largestOf({ contractTotal, totals }: PriceTable): string {
  const ofFirstYear = totals.map(({ rhythm, gross }) => new Decimal(gross).times(A_YEAR[rhythm] ?? 1));
  const owed = contractTotal ?? Decimal.sum(0, ...ofFirstYear);
  return Decimal.max(owed, 0, ...totals.map(({ gross }) => gross)).toFixed();
}

/** @param threshold decimal string; empty for never */
export function isAbove(largest: string, threshold: string): boolean {
  return threshold.trim() !== '' && new Decimal(largest).gt(threshold);
}
