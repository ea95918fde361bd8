import { mostInputTokens } from './chain/prompt-size.ts';
import type { FactsOf, ModelFacts, Step } from './chain/step.ts';
import { openPriceBook, type PriceBook, type PricedModel } from './price/price-book.ts';
import { FREE, isFree, type PriceRow, toPriceRow, worstOf } from './price/price-row.ts';
import { maxBilledOutput } from './providers/create.ts';
import type { Route } from './routes/route.ts';
import { hostOf, isPrivate } from './routes/where.ts';

/** A model is a large one where another route is paid at most this part of its price. */
const SMALL = 0.5;

/** Prices and windows of all steps. The price list is loaded only where somebody is paid. */
export async function lookUpFacts(steps: readonly Step[], now: Date): Promise<FactsOf> {
  const paid = steps.some(({ route, provider }) => provider.usesModel && !isOwn(route));
  const book = paid ? await openPriceBook() : undefined;
  const rowOf = (step: Step) => (at: Date) => priceRow(step, book, at);
  const cheapest = Math.min(...steps.map((step) => outputPrice(rowOf(step)(now)) || Number.POSITIVE_INFINITY));
  const facts = new Map<Step, ModelFacts>();
  for (const step of steps) {
    const row = rowOf(step);
    const window = step.route.contextWindow ?? book?.contextWindow(pricedModel(step.route));
    facts.set(step, {
      row,
      tier: tierOf(step, row(now), cheapest),
      worst(request, at) {
        const prices = row(at);
        const outputTokens = maxBilledOutput(step.route.provider, step.route.model, request);
        return prices && worstOf(prices, { inputTokens: mostInputTokens(request), outputTokens });
      },
      ...(window === undefined ? {} : { window }),
    });
  }
  const unknown: ModelFacts = { row: () => undefined, worst: () => undefined, tier: 'large' };
  return (step) => facts.get(step) ?? unknown;
}

function priceRow({ route, provider }: Step, book: PriceBook | undefined, at: Date): PriceRow | undefined {
  if (!provider.usesModel) return FREE;
  if (route.price)
    return toPriceRow(route.price, { provider: route.provider, model: route.model, prices: { ...route.price } });
  return isOwn(route) ? FREE : book?.row(pricedModel(route), at);
}

/** A server on the customer's own machines bills nobody; one on the internet that speaks the same dialect does. */
function isOwn({ provider, baseUrl }: Route): boolean {
  if (provider !== 'local') return false;
  return baseUrl === undefined || isPrivate(hostOf(baseUrl));
}

function pricedModel({ provider, model, baseUrl }: Route): PricedModel {
  return { provider, model, ...(provider === 'local' && baseUrl ? { apiUrl: baseUrl } : {}) };
}

function tierOf({ route }: Step, row: PriceRow | undefined, cheapest: number): ModelFacts['tier'] {
  if (row && isFree(row)) return 'free';
  return route.tier ?? (cheapest <= outputPrice(row) * SMALL ? 'large' : 'small');
}

function outputPrice(row: PriceRow | undefined): number {
  return Number(row?.output.base ?? 0n);
}
