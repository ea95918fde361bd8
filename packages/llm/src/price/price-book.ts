import type { Cost, Usage } from '../contract/completion.ts';
import { costOf, type PriceRow, toPriceRow } from './price-row.ts';

/** Whose model, by the vendor's name or by the address that it is called at. */
export interface PricedModel {
  provider: string;
  /** As a request or an answer names it, e.g. `gpt-5-mini-2025-08-07`. */
  model: string;
  /** Where the provider is only a dialect, e.g. `https://openrouter.ai/api/v1`. */
  apiUrl?: string;
}

export interface PriceBook {
  /** The row that was valid then; undefined for a model that nobody listed. */
  row(model: PricedModel, at: Date): PriceRow | undefined;
  /** Tokens of prompt and answer together, where that is known. */
  contextWindow(model: PricedModel): number | undefined;
}

const HOUR = 3_600_000;
const MOST_KEPT = 1_000;

/** The published prices that come with `@pydantic/genai-prices`, without asking the network. */
export async function openPriceBook(): Promise<PriceBook> {
  // 0.8 MB of data: only a chain with a paid provider loads it.
  const { calcPrice } = await import('@pydantic/genai-prices');
  const find = ({ provider, model, apiUrl }: PricedModel, timestamp: Date) => {
    const whose = apiUrl === undefined ? { providerId: provider } : { providerApiUrl: apiUrl };
    try {
      return calcPrice({}, model, { ...whose, timestamp }) ?? undefined;
    } catch {
      // A gap in the price data must not cost the customer an answer that is already there.
      return undefined;
    }
  };
  const kept = new Map<string, PriceRow | undefined>();

  return {
    row(asked, at) {
      // Prices may depend on the hour, never on less.
      const key = `${asked.apiUrl ?? asked.provider} ${asked.model} ${Math.floor(at.getTime() / HOUR)}`;
      if (kept.has(key)) return kept.get(key);
      if (kept.size >= MOST_KEPT) kept.clear();
      const found = find(asked, at);
      const row = found && {
        ...toPriceRow(
          {
            input: found.model_price.input_mtok,
            cachedInput: found.model_price.cache_read_mtok,
            output: found.model_price.output_mtok,
          },
          { provider: found.provider.id, model: found.model.id, prices: structuredClone(found.model_price) },
        ),
      };
      kept.set(key, row);
      return row;
    },
    contextWindow: (asked) => find(asked, new Date())?.model.context_window,
  };
}

/**
 * What a call cost by the published prices of that day. An unknown model costs `0` and has no price row: the absence
 * says that the zero is not a price.
 */
export async function priceOf({ usage, at, ...model }: PricedModel & { usage: Usage; at: Date }): Promise<Cost> {
  return costOf((await openPriceBook()).row(model, at), usage);
}
