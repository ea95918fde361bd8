import { invalid, invalidProperties } from '../../api/refusal.ts';
import {
  add,
  compare,
  type Decimal,
  decimal,
  format,
  isNegative,
  multiply,
  percent,
  round,
  share,
  subtract,
} from '../decimal.ts';
import { OBJECT_TYPES } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import type { Values } from '../property.ts';
import type { CrmRecord } from '../records.ts';
import { refreshDealAmount } from './deals.ts';
import { refreshQuote } from './quote-values.ts';
import type { TypeRules } from './rules.ts';

const FROM_PRODUCT = [
  'name',
  'description',
  'price',
  'hs_sku',
  'hs_cost_of_goods_sold',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
];

/** Months between two payments; weeks are counted as twelfths of a year's 52. */
const MONTHS: Readonly<Record<string, readonly [months: number, payments: number]>> = {
  weekly: [12, 52],
  biweekly: [12, 26],
  monthly: [1, 1],
  quarterly: [3, 1],
  per_six_months: [6, 1],
  annually: [12, 1],
  per_two_years: [24, 1],
  per_three_years: [36, 1],
  per_four_years: [48, 1],
  per_five_years: [60, 1],
};

const PERIOD = /^P(?:(\d+)W|(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?)$/;

export const lineItemRules: TypeRules = {
  beforeCreate: (portal, values) =>
    checked(portal, { ...fromProduct(portal, values), quantity: values.quantity ?? '1' }),
  beforeUpdate: (portal, record, changes) => {
    checked(portal, { ...record.values, ...changes });
    return changes;
  },
  derive: computed,
  afterChange(portal, record, source) {
    const end = { type: record.type, id: record.id };
    for (const id of portal.links.ids(end, OBJECT_TYPES.quotes)) refreshQuote(portal, id);
    for (const id of portal.links.ids(end, OBJECT_TYPES.deals)) refreshDealAmount(portal, id, source);
  },
};

/** Places after the point in a currency: 2 for most, 0 for yen. */
export function placesOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export function currencyOf(portal: Portal, item: Values): string {
  return item.hs_line_item_currency_code ?? portal.settings.companyCurrency;
}

/** The order of `end`'s line items is that of their ids, as the API lists them. */
export function lineItemsOf(portal: Portal, type: 'deals' | 'quotes', id: string): CrmRecord[] {
  return portal.links
    .ids({ type: OBJECT_TYPES[type], id }, OBJECT_TYPES.line_items)
    .map((itemId) => portal.records.get(OBJECT_TYPES.line_items, itemId))
    .filter((record) => record !== undefined);
}

function fromProduct(portal: Portal, values: Values): Values {
  if (!values.hs_product_id) return values;
  const product = portal.records.get(OBJECT_TYPES.products, values.hs_product_id);
  if (!product) throw invalid(`Product ${values.hs_product_id} does not exist`);
  const defaults = Object.fromEntries(FROM_PRODUCT.map((name) => [name, product.values[name] ?? null]));
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return { ...defaults, ...given };
}

function checked(portal: Portal, values: Values): Values {
  for (const name of ['price', 'quantity', 'discount', 'hs_discount_percentage']) {
    if (isNegative(decimal(values[name]))) {
      throw invalidProperties([{ name, message: `${name} must not be negative`, code: 'INVALID_NUMBER' }]);
    }
  }
  const period = values.hs_recurring_billing_period;
  if (period && !PERIOD.test(period)) {
    const message = `${period} is not a valid period; use PnYnMnD or PnW`;
    throw invalidProperties([{ name: 'hs_recurring_billing_period', message, code: 'INVALID_PERIOD' }]);
  }
  if (values.discount && values.hs_discount_percentage) {
    portal.violations.push({ rule: 'both-discounts', detail: `line item ${values.name ?? ''}` });
  }
  return values;
}

/** The percentage applies to the line total, not to the unit price: 10 x 234.56 less 20 % is 1876.48. */
function computed(portal: Portal, values: Values): Values {
  const places = placesOf(currencyOf(portal, values));
  const quantity = decimal(values.quantity);
  const before = round(multiply(decimal(values.price), quantity), places);
  const discount = values.hs_discount_percentage
    ? round(percent(before, decimal(values.hs_discount_percentage)), places)
    : round(multiply(decimal(values.discount), quantity), places);
  const amount = subtract(before, discount);
  const rate = portal.taxRates.find(({ id }) => id === values.hs_tax_rate_group_id)?.percentageRate;
  const tax = round(percent(amount, decimal(rate)), places);
  const cost = round(multiply(decimal(values.hs_cost_of_goods_sold), quantity), places);
  return {
    hs_pre_discount_amount: format(before),
    hs_total_discount: format(discount),
    amount: format(amount),
    hs_tax_rate: rate ?? null,
    hs_tax_amount: rate === undefined ? null : format(tax),
    hs_post_tax_amount: format(add(amount, tax)),
    hs_margin: format(subtract(amount, cost)),
    ...recurring(values, amount, places),
  };
}

function recurring(values: Values, amount: Decimal, places: number): Values {
  const cycle = MONTHS[values.recurringbillingfrequency ?? ''];
  const money = (value: Decimal) => format(round(value, places));
  if (!cycle)
    return { hs_mrr: money(decimal('0')), hs_arr: money(decimal('0')), hs_acv: money(amount), hs_tcv: money(amount) };
  const [months, payments] = cycle;
  const yearly = share(amount, 12 * payments, months, places);
  const term = monthsOf(values.hs_recurring_billing_period);
  const total = term === undefined ? yearly : share(amount, term * payments, months, places);
  return {
    hs_mrr: money(share(amount, payments, months, places)),
    hs_arr: money(yearly),
    hs_acv: money(compare(total, yearly) < 0 ? total : yearly),
    hs_tcv: money(total),
  };
}

/** Whole months of a period; weeks and days have none. */
function monthsOf(period: string | null | undefined): number | undefined {
  const [, weeks, years = '0', months = '0', days] = PERIOD.exec(period ?? '') ?? [];
  if (!period || weeks !== undefined || days !== undefined) return undefined;
  return Number(years) * 12 + Number(months) || undefined;
}
