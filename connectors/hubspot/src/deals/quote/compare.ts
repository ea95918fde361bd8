import type { LineItem, PriceLine, PriceTable } from '@draftsmith/contracts';
import type { CrmObject, TaxRate } from '../../client/schemas.ts';
import { lineItemOf } from '../gather/line-items.ts';
import { propertyOf } from '../properties.ts';
import { isSameDecimal, sumOf } from './decimal.ts';

/** What is read of the quote itself. */
export const QUOTE_PROPERTIES = ['hs_quote_amount', 'hs_currency'] as const;

/**
 * What HubSpot made of the draft, against what the proposal says: line by line, and the sum where everything is paid once
 * (what the sum of a quote with recurring lines means is not documented). The lines are copies of what the deal has now, and
 * somebody may have changed it since the proposal was made: equal amounts alone do not make it the same offer.
 *
 * @param taxRates of the account, by id
 * @returns undefined when they agree; else one sentence for a person
 */
export function differenceOf(
  { quote, copies }: { quote: CrmObject; copies: readonly CrmObject[] },
  prices: PriceTable,
  taxRates: ReadonlyMap<string, TaxRate>,
): string | undefined {
  if (copies.length !== prices.lines.length)
    return `The quote has ${copies.length} lines, the proposal ${prices.lines.length}.`;
  const currency = propertyOf(quote, 'hs_currency')?.toUpperCase() ?? prices.currency;
  if (currency !== prices.currency) return `The quote is in ${currency}, and the proposal in ${prices.currency}.`;
  for (const [i, line] of prices.lines.entries()) {
    const copy = copies[i];
    const item = copy && lineItemOf(copy, { discountMeans: 'unknown', taxRates });
    const difference = item && lineDifference(item, line, currency);
    if (difference !== undefined) return `Line ${i + 1} ${difference}.`;
  }
  if (prices.lines.some(({ recurring }) => recurring)) return undefined;
  const total = propertyOf(quote, 'hs_quote_amount');
  // UNCONFIRMED whether taxes of lines are part of it.
  const sums = [net(prices), gross(prices)];
  if (total === undefined || sums.some((sum) => sum !== undefined && isSameDecimal(total, sum))) return undefined;
  return `The quote's sum is ${total} in HubSpot, and ${sums[0]} in the proposal.`;
}

function lineDifference(item: LineItem, line: PriceLine, currency: string): string | undefined {
  const { recurring, tax } = item;
  const is = (verb: string, theirs: string, ours: string) =>
    `${verb} ${theirs} in HubSpot, and ${ours} in the proposal`;
  // Words of an admin, of any length: said, and not quoted.
  if (item.name !== line.name) return 'has another name in HubSpot than in the proposal';
  if (item.pricing !== 'flat') return 'has tiered prices in HubSpot';
  const amount = item.amount ?? '';
  if (!isSameDecimal(amount, line.net)) return is('is', amount || 'without an amount', line.net);
  if (!isSameDecimal(item.quantity, line.quantity))
    return is('has the quantity', item.quantity || 'of nothing', line.quantity);
  if (recurring?.every !== line.recurring?.every)
    return is('is paid', recurring?.every ?? 'once', line.recurring?.every ?? 'once');
  if (!isSameDecimal(item.price, line.price)) return is('costs', item.price || 'nothing known', line.price);
  if ((item.currency ?? currency) !== currency) return is('is in', item.currency ?? currency, currency);
  if (recurring?.term !== line.recurring?.term)
    return is('runs', recurring?.term ?? 'without a term', line.recurring?.term ?? 'without a term');
  // Where the proposal names no day, HubSpot may have filled one in.
  const startsOn = line.recurring?.startsOn;
  if (startsOn !== undefined && recurring?.startsOn !== startsOn)
    return is('starts', recurring?.startsOn ?? 'on no day', startsOn);
  return isSameTax(tax, line.tax) ? undefined : is('is taxed', taxText(tax), taxText(line.tax));
}

type Tax = { name: string; percent: string } | undefined;

function isSameTax(theirs: Tax, ours: Tax): boolean {
  if (!theirs || !ours) return theirs === ours;
  return theirs.name === ours.name && isSameDecimal(theirs.percent, ours.percent);
}

const taxText = (tax: Tax) => (tax ? `${tax.percent || '?'} % (${tax.name})` : 'without a rate');

const net = ({ lines }: PriceTable) => sumOf(lines.map((line) => line.net));
const gross = ({ lines }: PriceTable) => sumOf(lines.flatMap((line) => [line.net, line.tax?.amount ?? '0']));
