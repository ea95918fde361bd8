export { type Clock, systemClock } from './clock.ts';
export type { CompletionLog, CompletionLogEntry } from './completion-log.ts';
export { type Chain, type ChainConfig, type ChainDeps, createChain } from './create-chain.ts';
export { priceOf } from './price.ts';
export { customerName as addressOf } from './providers/offline/customer-name.ts';
export { formatRoute, type ProviderName, parseRoutes, type Route } from './routes.ts';
export { createSqlCompletionLog, type SqlCompletionLog } from './sql-completion-log.ts';
export type { StreamLimits } from './watch-stream.ts';
