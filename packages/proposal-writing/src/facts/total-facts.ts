import type { PriceTable, PriceTotal, Recurrence } from '@draftsmith/contracts';
import { currencyDigits, periodOf } from '@draftsmith/pricing';
import { Decimal } from 'decimal.js';
import { computed, type FactList } from './fact-list.ts';

/** `total.once.net`, `total.month.gross`, `contract.total`, ... */
export function addTotals(list: FactList, { totals, lines, currency, contractTotal }: PriceTable): void {
  const place = lines.length === 0 ? [] : lines.map((_, index) => `item.${index + 1}`);
  list.add(
    'proposal.currency',
    'text',
    currency,
    computed(
      place.map((item) => `${item}.price`),
      'currency of all prices',
    ),
  );
  for (const total of totals) {
    const prefix = totalKey(total.rhythm);
    const here = place.filter((_, index) => (lines[index]?.recurring?.every ?? 'once') === total.rhythm);
    addTotal(list, { total, prefix, currency, items: here });
  }
  const terms = new Set(lines.flatMap(({ recurring }) => (recurring ? [recurring.term] : [])));
  const [term] = terms;
  if (terms.size === 1)
    list.add(
      'contract.term',
      'duration',
      term,
      computed(
        place.filter((_, at) => lines[at]?.recurring).map((item) => `${item}.term`),
        'the same for all',
      ),
    );
  const sums = totals.map(({ rhythm }) => `${totalKey(rhythm)}.gross`);
  list.money('contract.total', contractTotal, currency, computed(sums, 'each as often as its term says'));
}

/** `total.two_years` for `two-years`: keys have no hyphens. */
export function totalKey(rhythm: string): string {
  return `total.${rhythm.replaceAll('-', '_')}`;
}

interface TotalInput {
  total: PriceTotal;
  prefix: string;
  currency: string;
  items: readonly string[];
}

function addTotal(list: FactList, { total, prefix, currency, items }: TotalInput): void {
  const sum = (property: string) =>
    computed(
      items.map((item) => `${item}.${property}`),
      'sum of lines',
    );
  const { rhythm } = total;
  const every = rhythm === 'once' ? undefined : periodOf(rhythm as Recurrence['every']);
  list.add(
    `${prefix}.every`,
    'duration',
    every,
    computed(
      items.map((item) => `${item}.every`),
      'how often it is paid',
    ),
  );
  list.money(`${prefix}.subtotal`, total.subtotal, currency, sum('subtotal'));
  if (new Decimal(total.discount).gt(0)) list.money(`${prefix}.discount`, total.discount, currency, sum('discount'));
  list.money(`${prefix}.net`, total.net, currency, sum('net'));
  if (total.taxes.length > 0) {
    const tax = total.taxes.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
    const from = computed([`${prefix}.net`], 'rounded once per rate');
    list.money(`${prefix}.tax`, tax.toFixed(currencyDigits(currency)), currency, from);
  }
  const parts = [`${prefix}.net`, ...(total.taxes.length > 0 ? [`${prefix}.tax`] : [])];
  list.money(`${prefix}.gross`, total.gross, currency, computed(parts, 'net + tax'));
}
