import type { DealGap, LineItem, PriceLine } from '@draftsmith/contracts';
import type { Decimal } from 'decimal.js';
import { currencyDigits } from './currency.ts';
import { type Money, minus, moneyText, readFigure, toMoney } from './money.ts';
import { RHYTHMS, type Rhythm } from './rhythm.ts';

/** A line with its amounts still exact to the coin, and as the table shows it. */
export interface ComputedLine {
  rhythm: Rhythm;
  term: string | undefined;
  subtotal: Money;
  discount: Money;
  net: Money;
  tax: { name: string; percent: Decimal } | undefined;
  shown: PriceLine;
}

/** HubSpot's rounding: the line is rounded once, and a discount in percent applies to the line, not to one unit. */
export function computeLine(item: LineItem, currency: string): ComputedLine | DealGap {
  const refuse = (code: DealGap['code']): DealGap => ({ code, severity: 'blocks', subject: item.name });
  if (item.pricing === 'tiered') return refuse('tiered-price');
  const figures = readFigures(item);
  if (!figures) return refuse('bad-number');
  const { quantity, price, off, tax } = figures;
  const subtotal = toMoney(price.times(quantity), currency);
  const discount = toMoney(
    off.kind === 'percent' ? subtotal.times(off.figure).div(100) : off.figure.times(quantity),
    currency,
  );
  const net = minus(subtotal, discount);
  const rhythm = item.recurring?.every ?? 'once';
  const shown: PriceLine = {
    itemId: item.id,
    name: item.name,
    ...(item.description === undefined ? {} : { description: item.description }),
    ...(item.sku === undefined ? {} : { sku: item.sku }),
    quantity: quantity.toFixed(),
    // Some prices are finer than a coin (0.0042 per call): rounded, they would be another price.
    price: price.toFixed(Math.max(price.decimalPlaces(), currencyDigits(currency))),
    subtotal: moneyText(subtotal, currency),
    discount: moneyText(discount, currency),
    ...(off.kind === 'percent' && off.figure.gt(0) ? { discountPercent: off.figure.toFixed() } : {}),
    net: moneyText(net, currency),
    ...(tax
      ? {
          tax: {
            name: tax.name,
            percent: tax.percent.toFixed(),
            amount: moneyText(toMoney(net.times(tax.percent).div(100), currency), currency),
          },
        }
      : {}),
    ...(item.recurring ? { recurring: item.recurring } : {}),
  };
  return { rhythm, term: item.recurring?.term, subtotal, discount, net, tax, shown };
}

/** @returns undefined when one of them is no number or out of its range */
function readFigures(item: LineItem) {
  const quantity = readFigure(item.quantity);
  const price = readFigure(item.price);
  const off = item.discount
    ? {
        kind: item.discount.kind,
        figure: readFigure(item.discount.kind === 'percent' ? item.discount.percent : item.discount.amount),
      }
    : { kind: 'percent' as const, figure: readFigure('0') };
  const percent = item.tax ? readFigure(item.tax.percent) : undefined;
  if (!quantity?.gt(0) || !price || !off.figure) return undefined;
  if (off.figure.gt(off.kind === 'percent' ? 100 : price)) return undefined;
  if (item.tax && !percent?.lte(100)) return undefined;
  if (item.recurring && !RHYTHMS.includes(item.recurring.every)) return undefined;
  return {
    quantity,
    price,
    off: { kind: off.kind, figure: off.figure },
    tax: item.tax && percent ? { name: item.tax.name, percent } : undefined,
  };
}
