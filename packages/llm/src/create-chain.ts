import { randomUUID } from 'node:crypto';
import type { Completer } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { redactForLog } from '@draftsmith/privacy';
import { createAnswerCache } from './cache.ts';
import type { Step } from './chain.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCompleter } from './completer.ts';
import { type CompletionLog, redactingLog } from './completion-log.ts';
import { checkBaseUrl, checkKey } from './connection.ts';
import { priceOf } from './price.ts';
import type { Provider } from './provider.ts';
import { createAnthropicProvider } from './providers/anthropic/index.ts';
import { createLocalProvider } from './providers/local/index.ts';
import { createOfflineProvider, type OfflineOptions } from './providers/offline/index.ts';
import { createOpenAiProvider } from './providers/openai/index.ts';
import type { RetryPolicy } from './retry.ts';
import { formatRoute, type ProviderName, type Route } from './routes.ts';
import type { StreamLimits } from './watch-stream.ts';

export interface ChainConfig {
  /** In the order to try them; see `parseRoutes`. */
  routes: readonly Route[];
  openai?: { apiKey?: string; baseUrl?: string };
  anthropic?: { apiKey?: string; baseUrl?: string };
  local?: { baseUrl?: string; apiKey?: string };
  offline?: OfflineOptions;
  /** Milliseconds for all attempts of a completion together; 60 s by default. */
  deadlineMs?: number;
  limits?: Partial<Record<ProviderName, Partial<StreamLimits>>>;
  retry?: RetryPolicy;
  cache: { maxBytes: number; ttlMs: number } | 'off';
}

export interface ChainDeps {
  log: CompletionLog;
  logger: Logger;
  fetch?: typeof fetch;
  clock?: Clock;
  /** Uniform in [0, 1), for jitter. */
  random?: () => number;
  randomUUID?: () => string;
  /** Last line of defence before the log. */
  redact?: (text: string) => string;
}

export interface Chain extends Completer {
  /** The routes that are asked, in order. */
  readonly routes: readonly Route[];
  /** Configured, and left out because a key or an address is missing. */
  readonly dropped: readonly { route: Route; reason: string }[];
}

const DEFAULT_DEADLINE_MS = 60_000;
/** A remote model that has said nothing after this long will rather be slow than late: ask the next one. */
const REMOTE_LIMITS: StreamLimits = { firstTokenMs: 15_000, idleMs: 10_000, endGraceMs: 300 };
/** On a laptop, reading a long prompt alone takes this long. */
const LOCAL_LIMITS: StreamLimits = { firstTokenMs: 45_000, idleMs: 20_000, endGraceMs: 300 };

/**
 * The provider chain from settings. Nothing is connected and no SDK is loaded before the first question.
 * @throws AppError `invalid` for a malformed key or address, or when no route is left
 */
export function createChain(config: ChainConfig, deps: ChainDeps): Chain {
  const steps: Step[] = [];
  const dropped: { route: Route; reason: string }[] = [];
  const providers = new Map<ProviderName, Provider | string>();
  for (const route of config.routes) {
    // Two models of one vendor share a client and its connections.
    const provider = providers.get(route.provider) ?? createProvider(route.provider, config, deps);
    providers.set(route.provider, provider);
    if (typeof provider === 'string') dropped.push({ route, reason: provider });
    else steps.push({ route, provider });
  }
  for (const { route, reason } of dropped) {
    deps.logger.info('A route is left out of the provider chain', { route: formatRoute(route), reason });
  }
  if (steps.length === 0) {
    const reasons = dropped.map(({ route, reason }) => `${formatRoute(route)}: ${reason}`).join('; ');
    throw new AppError(
      'invalid',
      `No route of the provider chain can be used (${reasons}). Set a key or add "offline"`,
      {
        code: 'llm.no-route',
      },
    );
  }
  const clock = deps.clock ?? systemClock;
  const completer = createCompleter({
    steps,
    deadlineMs: config.deadlineMs ?? DEFAULT_DEADLINE_MS,
    ...(config.retry ? { retry: config.retry } : {}),
    ...(config.cache === 'off' ? {} : { cache: createAnswerCache({ ...config.cache, now: clock.now }) }),
    log: redactingLog(deps.log, deps.redact ?? redactForLog),
    price: priceOf,
    clock,
    random: deps.random ?? Math.random,
    randomUUID: deps.randomUUID ?? randomUUID,
  });
  return { ...completer, routes: steps.map(({ route }) => route), dropped };
}

/** The provider, or why it cannot be used. */
function createProvider(name: ProviderName, config: ChainConfig, deps: ChainDeps): Provider | string {
  const common = { clock: deps.clock ?? systemClock, ...(deps.fetch ? { fetch: deps.fetch } : {}) };
  const limits = { ...(name === 'local' ? LOCAL_LIMITS : REMOTE_LIMITS), ...config.limits?.[name] };
  if (name === 'openai') {
    const apiKey = checkKey('OPENAI_API_KEY', config.openai?.apiKey);
    if (!apiKey) return 'OPENAI_API_KEY is not set';
    const baseUrl = checkBaseUrl('OPENAI_BASE_URL', config.openai?.baseUrl) ?? 'https://api.openai.com/v1';
    return createOpenAiProvider({ ...common, name, title: 'OpenAI', dialect: 'openai', apiKey, baseUrl, limits });
  }
  if (name === 'anthropic') {
    const apiKey = checkKey('ANTHROPIC_API_KEY', config.anthropic?.apiKey);
    if (!apiKey) return 'ANTHROPIC_API_KEY is not set';
    const baseUrl = checkBaseUrl('ANTHROPIC_BASE_URL', config.anthropic?.baseUrl) ?? 'https://api.anthropic.com';
    return createAnthropicProvider({ ...common, apiKey, baseUrl, limits });
  }
  if (name === 'local') {
    const baseUrl = checkBaseUrl('DRAFTSMITH_LOCAL_URL', config.local?.baseUrl);
    if (!baseUrl) return 'DRAFTSMITH_LOCAL_URL is not set';
    const apiKey = checkKey('DRAFTSMITH_LOCAL_KEY', config.local?.apiKey);
    return createLocalProvider({ ...common, baseUrl, limits, ...(apiKey ? { apiKey } : {}) });
  }
  return createOfflineProvider(config.offline);
}
