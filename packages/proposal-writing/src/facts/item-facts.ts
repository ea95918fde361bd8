import type { LineItem, PriceLine, PriceTable, RateCardItem, Recurrence } from '@draftsmith/contracts';
import { periodOf } from '@draftsmith/pricing';
import { Decimal } from 'decimal.js';
import { leadOf } from '../material/sentences.ts';
import { computed, crm, type FactList } from './fact-list.ts';

export interface ItemsInput {
  prices: PriceTable;
  /** Where the lines come from, in the same order. */
  items: readonly LineItem[];
  url: string | undefined;
  rateCard: readonly RateCardItem[];
}

/** Characters; what fits one line of a table or list, and not over the bound of a fact's line. */
const MAX_DESCRIPTION = 200;

/** `item.1.name`, `item.1.quantity`, ... in the order of the table. */
export function addItems(list: FactList, { prices, items, url, rateCard }: ItemsInput): void {
  for (const [index, line] of prices.lines.entries()) {
    const key = (property: string) => `item.${index + 1}.${property}`;
    const of = (property: string) => crm('line_item', line.itemId, property, url);
    list.add(key('name'), 'product', line.name, of('name'));
    list.add(key('description'), 'text', leadOf(line.description ?? '', MAX_DESCRIPTION), of('description'));
    list.add(key('sku'), 'text', line.sku, of('sku'));
    list.add(key('quantity'), 'quantity', line.quantity, of('quantity'));
    list.money(key('price'), line.price, prices.currency, of('price'));
    addAmounts(list, { line, item: items[index], currency: prices.currency, key });
    const every = line.recurring && periodOf(line.recurring.every as Recurrence['every']);
    list.add(key('every'), 'duration', every, of('recurring'));
    list.add(key('term'), 'duration', line.recurring?.term, of('term'));
    list.add(key('starts_on'), 'date', line.recurring?.startsOn, of('startsOn'));
    const card = rateCard.find(({ sku, currency }) => sku === line.sku && currency === prices.currency);
    if (card) list.money(key('list_price'), card.price, card.currency, { kind: 'rate-card', item: card.sku });
  }
}

interface LineInput {
  line: PriceLine;
  item: LineItem | undefined;
  currency: string;
  key: (property: string) => string;
}

function addAmounts(list: FactList, { line, item, currency, key }: LineInput): void {
  const given = crm('line_item', line.itemId, 'discount');
  list.money(key('subtotal'), line.subtotal, currency, computed([key('price'), key('quantity')], 'price × quantity'));
  const off = new Decimal(line.discount).gt(0);
  if (off) {
    list.add(key('discount_percent'), 'percent', line.discountPercent, given);
    const perUnit = item?.discount?.kind === 'per-unit' ? item.discount.amount : undefined;
    list.money(key('discount_each'), perUnit, currency, given);
    const from =
      perUnit === undefined ? [key('subtotal'), key('discount_percent')] : [key('discount_each'), key('quantity')];
    list.money(key('discount'), line.discount, currency, computed(from, 'discount of the line'));
  }
  const from = [key('subtotal'), ...(off ? [key('discount')] : [])];
  list.money(key('net'), line.net, currency, computed(from, 'subtotal − discount'));
  if (!line.tax) return;
  const tax = crm('line_item', line.itemId, 'tax');
  list.add(key('tax_name'), 'text', line.tax.name, tax);
  list.add(key('tax_percent'), 'percent', line.tax.percent, tax);
  list.money(key('tax'), line.tax.amount, currency, computed([key('net'), key('tax_percent')], 'net × tax'));
}
