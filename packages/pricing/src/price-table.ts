import type { DealGap, LineItem, PriceTable } from '@draftsmith/contracts';
import { readCurrency } from './currency.ts';
import { readFigure } from './money.ts';
import { type ComputedLine, computeLine } from './price-line.ts';
import { contractTotalOf, totalsOf } from './totals.ts';

/** HubSpot shows 99 in its card; above this somebody loaded a catalogue into a deal. */
export const MAX_LINES = 500;

export type Priced = { kind: 'priced'; table: PriceTable } | { kind: 'refused'; gaps: DealGap[] };

/**
 * The only place where figures of a proposal come from.
 *
 * @param deal `currency`, ISO 4217, holds for lines that name none; a line in another one is refused, never converted
 * @returns all reasons at once, each with the name of its line, when anything cannot be computed; nothing is guessed
 */
export function priceTable(items: readonly LineItem[], deal: { currency?: string }): Priced {
  if (items.length === 0) return refused('no-line-items');
  if (items.length > MAX_LINES) return refused('too-many-lines', String(items.length));
  const named = new Set([...items.map((item) => item.currency), deal.currency].filter((code) => code !== undefined));
  const currencies = new Set([...named].map((code) => readCurrency(code)));
  const [currency] = currencies;
  if (currencies.size > 1 && !currencies.has(undefined))
    return refused('mixed-currencies', [...currencies].sort().join(', '));
  if (currency === undefined || currencies.size > 1)
    return refused('no-currency', [...named].sort().join(', ') || undefined);

  const lines: ComputedLine[] = [];
  const gaps: DealGap[] = [];
  for (const item of items) {
    const line = computeLine(item, currency);
    if ('code' in line) gaps.push(line);
    else lines.push(line);
  }
  if (gaps.length > 0) return { kind: 'refused', gaps };
  const contractTotal = contractTotalOf(lines, currency);
  return {
    kind: 'priced',
    table: {
      currency,
      lines: lines.map((line) => line.shown),
      totals: totalsOf(lines, currency),
      ...(contractTotal === undefined ? {} : { contractTotal }),
    },
  };
}

/** Lines for which the source system computed another amount than we did: one of us reads a field wrongly. */
export function compareAmounts(table: PriceTable, items: readonly LineItem[]): DealGap[] {
  const nets = new Map(table.lines.map((line) => [line.itemId, line.net]));
  return items.flatMap(({ id, name, amount }): DealGap[] => {
    const net = nets.get(id);
    if (amount === undefined || net === undefined || readFigure(amount)?.eq(net)) return [];
    return [{ code: 'amount-differs', severity: 'warns', subject: name }];
  });
}

function refused(code: DealGap['code'], subject?: string): Priced {
  return { kind: 'refused', gaps: [{ code, severity: 'blocks', ...(subject === undefined ? {} : { subject }) }] };
}
