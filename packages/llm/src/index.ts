// What a user of this package alone meets of our shared ones.
export { AppError, type ErrorKind } from '@draftsmith/errors';
export { type Logger, silentLogger } from '@draftsmith/logger';
export type { Budget, Limit, Period, Refusal, Reservation, Scope, Standing } from './budget/budget.ts';
export { type BudgetOptions, createBudget } from './budget/create-budget.ts';
export { createMemoryBudgetStore } from './budget/memory-store.ts';
export { formatLimits, parseLimits } from './budget/parse-limits.ts';
export type { BudgetStore } from './budget/store.ts';
export { type Clock, systemClock } from './clock.ts';
export type {
  Attempt,
  Completer,
  Completion,
  CompletionResult,
  Cost,
  NoCompletion,
  SentPayload,
  SkippedRoute,
  Usage,
} from './contract/completion.ts';
export type {
  CompleteOptions,
  CompletionRequest,
  Compose,
  JsonSchema,
  Message,
  Payer,
  PayloadGuard,
  PayloadLeak,
} from './contract/request.ts';
export { type Access, type Chain, type ChainConfig, type ChainDeps, createChain } from './create-chain.ts';
export type { CompletionRecord, Observer } from './ledger/record.ts';
export { withoutTexts } from './ledger/to-record.ts';
export { formatUsd, type PicoUsd, parseUsd } from './price/money.ts';
export { openPriceBook, type PriceBook, type PricedModel, priceOf } from './price/price-book.ts';
export { costOf } from './price/price-row.ts';
export type { StreamLimits } from './provider.ts';
export { parseRoutes } from './routes/parse-routes.ts';
export { formatRoute, type ProviderName, type Route } from './routes/route.ts';
export { hostOf, isThisMachine } from './routes/where.ts';
