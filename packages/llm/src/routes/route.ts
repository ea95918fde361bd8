import type { StreamLimits } from '../provider.ts';

export const PROVIDER_NAMES = ['openai', 'anthropic', 'local', 'offline', 'canned'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** Providers that need no model, and what stands for one in reports. */
export const WITHOUT_MODEL: Partial<Record<ProviderName, string>> = { offline: 'composer', canned: 'text' };

/** US dollars per million tokens, for a model that the price list does not know or that has a price of its own. */
export interface RoutePrice {
  input: number;
  output: number;
  cachedInput?: number;
}

/** One step of the chain: whom to ask for which model, and with how much patience. */
export interface Route {
  provider: ProviderName;
  model: string;
  /** OpenAI's two ways to ask; `chat` unless the model only knows the other. */
  api?: 'chat' | 'responses';
  /** Another address than the provider's own. */
  baseUrl?: string;
  /** Left out below the first threshold of a budget; by price when it is not said. */
  tier?: 'large' | 'small';
  limits?: Partial<StreamLimits>;
  /** Milliseconds that this route may take of the deadline, retries included. */
  totalMs?: number;
  /** Milliseconds without an answer after which the next route is asked as well; the first answer counts. */
  hedgeAfterMs?: number;
  /** Tokens of prompt and answer together, where the price list does not know them. */
  contextWindow?: number;
  price?: RoutePrice;
  /** Where its model runs, in the words of whoever signed the contract, e.g. `eu`: for the record of processing. */
  region?: string;
}

export function routeTo(provider: ProviderName, model: string = WITHOUT_MODEL[provider] ?? ''): Route {
  return { provider, model };
}

/** The inverse of parsing one entry. */
export function formatRoute({ provider, model }: Pick<Route, 'provider' | 'model'>): string {
  return WITHOUT_MODEL[provider] === undefined ? `${provider}/${model}` : provider;
}
