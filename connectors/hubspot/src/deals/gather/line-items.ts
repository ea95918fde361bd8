import type { LineItem, Recurrence } from '@draftsmith/contracts';
import type { CrmObject, TaxRate } from '../../client/schemas.ts';
import { newestFirst, optional, propertyOf } from '../properties.ts';
import { type DiscountMeaning, discountOf } from './discount.ts';

/** Everything that a line's price depends on. */
export const LINE_ITEM_PROPERTIES = [
  'name',
  'description',
  'hs_sku',
  'quantity',
  'price',
  'discount',
  'hs_discount_percentage',
  'hs_line_item_currency_code',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
  'hs_recurring_billing_start_date',
  'hs_tax_rate_group_id',
  'hs_pricing_model',
  'hs_position_on_quote',
  'hs_product_id',
  'amount',
] as const;

const FREQUENCIES: Readonly<Record<string, Recurrence['every']>> = {
  weekly: 'week',
  biweekly: 'two-weeks',
  monthly: 'month',
  quarterly: 'quarter',
  per_six_months: 'half-year',
  annually: 'year',
  per_two_years: 'two-years',
  per_three_years: 'three-years',
  per_four_years: 'four-years',
  per_five_years: 'five-years',
};

export interface LineItemTerms {
  discountMeans: DiscountMeaning;
  /** By id of the tax rate group. */
  taxRates: ReadonlyMap<string, TaxRate>;
}

/** As HubSpot has it: figures are copied character by character. An empty figure stays empty, and is reported as a gap. */
export function lineItemOf(item: CrmObject, { discountMeans, taxRates }: LineItemTerms): LineItem {
  const recurring = recurrenceOf(item);
  return {
    id: item.id,
    name: propertyOf(item, 'name') ?? '',
    quantity: propertyOf(item, 'quantity') ?? '',
    // An unknown rhythm: without it the price says nothing, so it is none.
    price: recurring === 'unknown' ? '' : (propertyOf(item, 'price') ?? ''),
    pricing: /^(?:flat)?$/i.test(propertyOf(item, 'hs_pricing_model') ?? '') ? 'flat' : 'tiered',
    ...optional('description', propertyOf(item, 'description')),
    ...optional('sku', propertyOf(item, 'hs_sku')),
    ...optional('currency', propertyOf(item, 'hs_line_item_currency_code')?.toUpperCase()),
    ...optional('discount', discountOf(item, discountMeans)),
    ...optional('tax', taxOf(propertyOf(item, 'hs_tax_rate_group_id'), taxRates)),
    ...optional('recurring', recurring === 'unknown' ? undefined : recurring),
    ...optional('amount', propertyOf(item, 'amount')),
  };
}

/** As people see them on the deal: by their place, those without one by age. */
export function inOrder(items: readonly CrmObject[]): CrmObject[] {
  const place = (item: CrmObject) => Number.parseInt(propertyOf(item, 'hs_position_on_quote') ?? '', 10);
  return items.toSorted((a, b) => {
    const [first, second] = [place(a), place(b)];
    if (Number.isNaN(first) || Number.isNaN(second) || first === second)
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second)) || newestFirst(b.id, a.id);
    return first - second;
  });
}

function recurrenceOf(item: CrmObject): Recurrence | 'unknown' | undefined {
  const frequency = propertyOf(item, 'recurringbillingfrequency');
  if (frequency === undefined || /^one[_-]?time$/i.test(frequency)) return undefined;
  const every = FREQUENCIES[frequency.toLowerCase()];
  if (every === undefined) return 'unknown';
  return {
    every,
    ...optional('term', propertyOf(item, 'hs_recurring_billing_period')),
    ...optional('startsOn', propertyOf(item, 'hs_recurring_billing_start_date')?.slice(0, 10)),
  };
}

/** A rate that cannot be read is kept as an empty percentage: left out, the total would be wrong without a word. */
function taxOf(id: string | undefined, rates: ReadonlyMap<string, TaxRate>): LineItem['tax'] {
  if (id === undefined) return undefined;
  const rate = rates.get(id);
  return { name: rate?.name ?? rate?.label ?? id, percent: rate?.percentageRate ?? rate?.percentage ?? '' };
}
