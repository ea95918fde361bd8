import { add, type Decimal, decimal, format, percent, round, subtract } from '../decimal.ts';
import { OBJECT_TYPES, type ObjectName } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import type { CrmRecord } from '../records.ts';
import { lineItemsOf, placesOf } from './line-items.ts';

/** Computes again what follows from the quote's links: amount, currency, owner, language. */
export function refreshQuote(portal: Portal, quoteId: string): void {
  const quote = portal.records.get(OBJECT_TYPES.quotes, quoteId);
  if (!quote) return;
  const deal = linked(portal, quote, 'deals')[0]?.values;
  const template = linked(portal, quote, 'quote_templates')[0]?.values;
  const currency = deal?.deal_currency_code ?? quote.values.hs_currency ?? portal.settings.companyCurrency;
  portal.records.replace(quote, {
    ...quote.values,
    hs_currency: currency,
    hs_quote_amount: format(amountOf(portal, quote, placesOf(currency))),
    hubspot_owner_id: deal?.hubspot_owner_id ?? quote.values.hs_quote_owner_id ?? null,
    hs_language: quote.values.hs_language ?? template?.hs_language ?? 'en',
    hs_locale: quote.values.hs_locale ?? template?.hs_locale ?? 'en-us',
    hs_domain: quote.values.hs_domain ?? template?.hs_domain ?? null,
  });
}

export function linked(portal: Portal, record: CrmRecord, to: ObjectName): CrmRecord[] {
  return portal.links
    .ids({ type: record.type, id: record.id }, OBJECT_TYPES[to])
    .map((id) => portal.records.get(OBJECT_TYPES[to], id))
    .filter((found) => found !== undefined);
}

/** Line items, then discounts, then fees, then taxes, as the quotes guide orders them. */
function amountOf(portal: Portal, quote: CrmRecord, places: number): Decimal {
  const items = lineItemsOf(portal, 'quotes', quote.id).map(({ values }) => decimal(values.amount));
  let amount = round(items.reduce(add, decimal('0')), places);
  for (const [object, apply] of [
    ['discounts', subtract],
    ['fees', add],
    ['taxes', add],
  ] as const) {
    const adjustments = linked(portal, quote, object);
    adjustments.sort((a, b) => Number(a.values.hs_sort_order ?? 0) - Number(b.values.hs_sort_order ?? 0));
    for (const { values } of adjustments) {
      const value = decimal(values.hs_value);
      amount = apply(amount, round(values.hs_type === 'PERCENT' ? percent(amount, value) : value, places));
    }
  }
  return amount;
}
