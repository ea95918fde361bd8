export { type Clock, systemClock } from './clock.ts';
export type {
  Attempt,
  Completer,
  Completion,
  CompletionResult,
  Cost,
  NoCompletion,
  SkippedRoute,
  Usage,
} from './contract/completion.ts';
export type { CompleteOptions, CompletionRequest, Compose, JsonSchema, Message, Payer } from './contract/request.ts';
export { type Access, type Chain, type ChainConfig, type ChainDeps, createChain } from './create-chain.ts';
export type { CompletionRecord, Observer } from './ledger/record.ts';
export { priceOf } from './price/price-book.ts';
export type { StreamLimits } from './provider.ts';
export { parseRoutes } from './routes/parse-routes.ts';
export { formatRoute, type ProviderName, type Route } from './routes/route.ts';
