import type { CompletionRequest } from '../contract/request.ts';
import type { PicoUsd } from '../price/money.ts';
import type { PriceRow } from '../price/price-row.ts';
import type { Provider, StreamLimits } from '../provider.ts';
import type { Route } from '../routes/route.ts';
import type { Breaker } from './breaker.ts';
import type { KeyRing } from './key-ring.ts';

/** A route with everything that asking it takes. */
export interface Step {
  route: Route;
  provider: Provider;
  limits: StreamLimits;
  keys: KeyRing;
  breaker: Breaker;
}

/** What is known of a step's model. */
export interface ModelFacts {
  /** What its tokens cost now; undefined when nobody knows. */
  row(at: Date): PriceRow | undefined;
  /** The most that a request can cost; undefined when nobody knows the price. */
  worst(request: CompletionRequest, at: Date): PicoUsd | undefined;
  /** `free` where nothing is paid. */
  tier: 'large' | 'small' | 'free';
  /** Tokens of prompt and answer together, where that is known. */
  window?: number;
}

/** Looked up once for a chain; prices of a model may still change by the hour. */
export type FactsOf = (step: Step) => ModelFacts;
