import type { Cost, Usage } from '@draftsmith/contracts';
import type { ModelPrice } from '@pydantic/genai-prices';
import { add, type Decimal, decimal, formatDecimal, perMillion, ZERO } from './decimal.ts';

/** Nothing to pay, or nothing known about it. */
export const FREE: Cost = { usd: '0' };

export interface PricedCall {
  provider: string;
  /** As the answer names it, e.g. `gpt-5-mini-2025-08-07`. */
  model: string;
  usage: Usage;
  /** Prices change; the row that was valid then is applied. */
  at: Date;
}

/**
 * What a call cost by the published prices that come with `@pydantic/genai-prices`, without asking the network.
 * An unknown model costs `0` and has no price row: the absence says that the zero is not a price.
 */
export async function priceOf({ provider, model, usage, at }: PricedCall): Promise<Cost> {
  // 0.8 MB of data: only a chain with a paid provider loads it.
  const { calcPrice } = await import('@pydantic/genai-prices');
  const counts = { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens };
  const found = rowOf(() => calcPrice(counts, model, { providerId: provider, timestamp: at }));
  if (!found) return FREE;
  return {
    usd: formatDecimal(total(found.model_price, usage)),
    price: { provider: found.provider.id, model: found.model.id, prices: structuredClone(found.model_price) },
  };
}

/** A gap in the price data must not cost the customer an answer that is already there. */
function rowOf<Row>(look: () => Row | null): Row | null {
  try {
    return look();
  } catch {
    return null;
  }
}

/** Cached input is part of all input and has its own price; a price that depends on length goes by the whole input. */
function total(prices: ModelPrice, { inputTokens, outputTokens, cachedInputTokens = 0 }: Usage): Decimal {
  const cached = Math.min(cachedInputTokens, inputTokens);
  const input = priceFor(prices.input_mtok, inputTokens);
  const read = prices.cache_read_mtok === undefined ? input : priceFor(prices.cache_read_mtok, inputTokens);
  const output = priceFor(prices.output_mtok, inputTokens);
  return [perMillion(input, inputTokens - cached), perMillion(read, cached), perMillion(output, outputTokens)].reduce(
    add,
  );
}

function priceFor(price: ModelPrice[string], inputTokens: number): Decimal {
  if (price === undefined) return ZERO;
  if (typeof price === 'number') return decimal(price);
  const tier = price.tiers.filter(({ start }) => inputTokens > start).sort((a, b) => b.start - a.start)[0];
  return decimal(tier?.price ?? price.base);
}
