import type { PriceLine, PriceTable, PriceTotal } from '@draftsmith/contracts';
import {
  formatDate,
  formatDuration,
  formatMoney,
  formatPercent,
  formatQuantity,
  rhythmName,
} from '@draftsmith/pricing';
import type { Labels } from './labels.ts';
import { oneLine, plainText } from './plain-text.ts';

/** The prices as they are read, one group per rhythm. Absent figures are empty strings. */
export interface PriceView {
  groups: readonly PriceGroup[];
  contractTotal: string;
}

export interface PriceGroup {
  /** "One-time", "Recurring, per month". */
  name: string;
  /** "one-time", "per month". */
  rhythm: string;
  lines: readonly LineView[];
  subtotal: string;
  /** With its minus; empty when nothing is taken off. */
  discount: string;
  net: string;
  taxes: readonly { name: string; percent: string; amount: string }[];
  /** "Total per month". */
  totalLabel: string;
  gross: string;
}

export interface LineView {
  number: string;
  name: string;
  description: string;
  sku: string;
  quantity: string;
  price: string;
  subtotal: string;
  /** "-20%" as it was agreed, otherwise the amount with its minus. */
  discount: string;
  net: string;
  tax: string;
  taxPercent: string;
  taxName: string;
  rhythm: string;
  term: string;
  startsOn: string;
}

export function viewPrices(prices: PriceTable, locale: string, labels: Labels): PriceView {
  const money = (value: string) => formatMoney(value, prices.currency, locale);
  return {
    groups: prices.totals.map((total) => viewGroup(prices, total, money, locale, labels)),
    contractTotal: prices.contractTotal === undefined ? '' : money(prices.contractTotal),
  };
}

type Money = (value: string) => string;

function viewGroup(prices: PriceTable, total: PriceTotal, money: Money, locale: string, labels: Labels): PriceGroup {
  const once = total.rhythm === 'once';
  const rhythm = oneLine(rhythmName(total.rhythm, locale));
  const alone = once && prices.totals.length === 1;
  return {
    name: once ? labels.once : `${labels.recurring}, ${rhythm}`,
    rhythm,
    lines: prices.lines.flatMap((line, index) =>
      (line.recurring?.every ?? 'once') === total.rhythm ? [viewLine(line, index + 1, money, locale)] : [],
    ),
    subtotal: money(total.subtotal),
    discount: isZero(total.discount) ? '' : money(`-${total.discount}`),
    net: money(total.net),
    taxes: total.taxes.map(({ name, percent, amount }) => ({
      name: oneLine(name),
      percent: formatPercent(percent, locale),
      amount: money(amount),
    })),
    totalLabel: alone ? labels.total : once ? labels.totalOnce : `${labels.total} ${rhythm}`,
    gross: money(total.gross),
  };
}

function viewLine(line: PriceLine, number: number, money: Money, locale: string): LineView {
  return {
    number: String(number),
    name: oneLine(line.name),
    description: plainText(line.description ?? '').trim(),
    sku: oneLine(line.sku ?? ''),
    quantity: formatQuantity(line.quantity, locale),
    price: money(line.price),
    subtotal: money(line.subtotal),
    discount: discountOf(line, money, locale),
    net: money(line.net),
    tax: line.tax ? money(line.tax.amount) : '',
    taxPercent: line.tax ? formatPercent(line.tax.percent, locale) : '',
    taxName: oneLine(line.tax?.name ?? ''),
    rhythm: line.recurring ? oneLine(rhythmName(line.recurring.every, locale)) : '',
    term: line.recurring?.term ? formatDuration(line.recurring.term, locale) : '',
    startsOn: line.recurring?.startsOn ? formatDate(line.recurring.startsOn, locale) : '',
  };
}

function discountOf(line: PriceLine, money: Money, locale: string): string {
  if (isZero(line.discount)) return '';
  return line.discountPercent === undefined
    ? money(`-${line.discount}`)
    : formatPercent(`-${line.discountPercent}`, locale);
}

/** @param value decimal string */
const isZero = (value: string) => /^[0.]*$/.test(value);
