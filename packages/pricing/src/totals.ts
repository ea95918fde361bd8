import type { PriceTotal } from '@draftsmith/contracts';
import type { Decimal } from 'decimal.js';
import { type Money, moneyText, sum, times, toMoney } from './money.ts';
import type { ComputedLine } from './price-line.ts';
import { periodsIn, RHYTHMS, type Rhythm } from './rhythm.ts';

/** One for each rhythm that occurs. */
export function totalsOf(lines: readonly ComputedLine[], currency: string): PriceTotal[] {
  return [...byRhythm(lines)].map(([rhythm, together]) => {
    const taxes = taxesOf(together, currency);
    const net = sum(together.map((line) => line.net));
    return {
      rhythm,
      subtotal: moneyText(sum(together.map((line) => line.subtotal)), currency),
      discount: moneyText(sum(together.map((line) => line.discount)), currency),
      net: moneyText(net, currency),
      taxes: taxes.map(({ name, percent, amount }) => ({
        name,
        percent: percent.toFixed(),
        amount: moneyText(amount, currency),
      })),
      gross: moneyText(sum([net, ...taxes.map((tax) => tax.amount)]), currency),
    };
  });
}

/**
 * What is paid over the agreed terms, gross: invoice by invoice, each taxed and rounded as its total is, so that twelve
 * times what is paid a month is what a year costs. Lines of one rhythm are taken to start together; their start only
 * decides which coin of tax is rounded where.
 *
 * @returns undefined when a line has no term, or one that is not a whole number of its periods
 */
export function contractTotalOf(lines: readonly ComputedLine[], currency: string): string | undefined {
  const invoices: Money[] = [];
  for (const [rhythm, together] of byRhythm(lines)) {
    const counts = together.map((line) => (rhythm === 'once' ? 1 : line.term && periodsIn(line.term, rhythm)));
    if (!counts.every((count) => typeof count === 'number')) return undefined;
    let paid = 0;
    for (const count of [...new Set(counts)].sort((a, b) => a - b)) {
      const running = together.filter((_, index) => (counts[index] ?? 0) >= count);
      invoices.push(times(grossOf(running, currency), count - paid));
      paid = count;
    }
  }
  return moneyText(sum(invoices), currency);
}

function grossOf(lines: readonly ComputedLine[], currency: string): Money {
  return sum([...lines.map((line) => line.net), ...taxesOf(lines, currency).map((tax) => tax.amount)]);
}

/**
 * Rounded once per rate over what the lines of that rate make together, as European invoices do (EN 16931, BT-117). The
 * amounts at the lines are for reading: rounded one by one, their sum may differ by some coins.
 */
function taxesOf(lines: readonly ComputedLine[], currency: string) {
  const rates = new Map<string, { name: string; percent: Decimal; nets: Money[] }>();
  for (const { tax, net } of lines) {
    if (!tax) continue;
    const key = `${tax.percent.toFixed()} ${tax.name}`;
    const rate = rates.get(key) ?? { ...tax, nets: [] };
    rate.nets.push(net);
    rates.set(key, rate);
  }
  return [...rates.values()]
    .sort((a, b) => a.percent.cmp(b.percent) || (a.name < b.name ? -1 : 1))
    .map(({ name, percent, nets }) => ({
      name,
      percent,
      amount: toMoney(sum(nets).times(percent).div(100), currency),
    }));
}

function byRhythm(lines: readonly ComputedLine[]): [Rhythm, ComputedLine[]][] {
  return RHYTHMS.map((rhythm): [Rhythm, ComputedLine[]] => [
    rhythm,
    lines.filter((line) => line.rhythm === rhythm),
  ]).filter(([, together]) => together.length > 0);
}
