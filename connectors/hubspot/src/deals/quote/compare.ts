import type { PriceTable } from '@draftsmith/contracts';
import type { CrmObject } from '../../client/schemas.ts';
import { lineItemOf } from '../gather/line-items.ts';
import { propertyOf } from '../properties.ts';
import { isSameDecimal, sumOf } from './decimal.ts';

/**
 * What HubSpot made of the draft, against what the proposal says: line by line, and the sum where everything is paid once
 * (what the sum of a quote with recurring lines means is not documented).
 *
 * @returns undefined when they agree; else one sentence for a person
 */
export function differenceOf(quote: CrmObject, copies: readonly CrmObject[], prices: PriceTable): string | undefined {
  if (copies.length !== prices.lines.length)
    return `The quote has ${copies.length} lines, the proposal ${prices.lines.length}.`;
  for (const [i, line] of prices.lines.entries()) {
    const copy = copies[i];
    if (!copy) continue;
    const amount = propertyOf(copy, 'amount') ?? '';
    if (!isSameDecimal(amount, line.net))
      return `Line ${i + 1} is ${amount || 'without an amount'} in HubSpot, and ${line.net} in the proposal.`;
    const rhythm = lineItemOf(copy, { discountMeans: 'unknown', taxRates: new Map() }).recurring?.every;
    if (rhythm !== line.recurring?.every)
      return `Line ${i + 1} is paid ${rhythm ?? 'once'} in HubSpot, and ${line.recurring?.every ?? 'once'} in the proposal.`;
  }
  if (prices.lines.some(({ recurring }) => recurring)) return undefined;
  const total = propertyOf(quote, 'hs_quote_amount');
  // UNCONFIRMED whether taxes of lines are part of it.
  const sums = [net(prices), gross(prices)];
  if (total === undefined || sums.some((sum) => sum !== undefined && isSameDecimal(total, sum))) return undefined;
  return `The quote's sum is ${total} in HubSpot, and ${sums[0]} in the proposal.`;
}

const net = ({ lines }: PriceTable) => sumOf(lines.map((line) => line.net));
const gross = ({ lines }: PriceTable) => sumOf(lines.flatMap((line) => [line.net, line.tax?.amount ?? '0']));
