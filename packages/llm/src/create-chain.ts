import { randomBytes, randomUUID } from 'node:crypto';
import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { Budget } from './budget/budget.ts';
import { createAnswerStore } from './cache/create-store.ts';
import { createBreaker } from './chain/breaker.ts';
import { createKeyRing } from './chain/key-ring.ts';
import type { Degrading } from './chain/plan.ts';
import type { RetryPolicy } from './chain/retry.ts';
import type { Step } from './chain/step.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCompleter } from './completer.ts';
import { checkBaseUrl, checkKey } from './connection.ts';
import type { Completer, CompletionResult } from './contract/completion.ts';
import type { Observer } from './ledger/record.ts';
import { createRecorder } from './ledger/recorder.ts';
import { lookUpFacts } from './model-facts.ts';
import type { Provider, StreamLimits } from './provider.ts';
import { createProvider } from './providers/create.ts';
import { formatRoute, type ProviderName, type Route } from './routes/route.ts';

/** How to reach a provider. */
export interface Access {
  /** The next one takes over when one is refused or limited. */
  apiKeys?: readonly string[];
  baseUrl?: string;
}

export interface ChainConfig {
  /** In the order to try them; see `parseRoutes`. */
  routes: readonly Route[];
  openai?: Access;
  anthropic?: Access;
  local?: Access;
  /** What `canned` says when nobody else has an answer. */
  cannedText?: string;
  /** Milliseconds for all attempts of a completion together; 60 s by default. */
  deadlineMs?: number;
  /** For all routes of a provider; a route's own come first. */
  limits?: Partial<Record<ProviderName, Partial<StreamLimits>>>;
  retry?: RetryPolicy;
  degrading?: Degrading;
  /** With a URL, processes share their answers. */
  cache: { maxBytes: number; ttlMs: number; redisUrl?: string } | 'off';
}

export interface ChainDeps {
  logger: Logger;
  /** Told of every completion once it has ended. */
  observers?: readonly Observer[];
  /** Absent: whatever it costs. */
  budget?: Budget;
  /** Last line of defence before prompts and answers are kept; absent: they are not. */
  redact?: (text: string) => string;
  fetch?: typeof fetch;
  clock?: Clock;
  /** Uniform in [0, 1), for jitter. */
  random?: () => number;
  randomUUID?: () => string;
  /** The W3C trace that the caller is in. */
  traceId?: () => string | undefined;
}

export interface Chain extends Completer {
  /** The routes that are asked, in order. */
  readonly routes: readonly Route[];
  /** Configured, and left out because a key or an address is missing. */
  readonly dropped: readonly { route: Route; reason: string }[];
  /** Forgets the cached answers of an account, in every process. */
  purge(account: string): Promise<void>;
  /** Resolves when every record is with its observers. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const DEFAULT_DEADLINE_MS = 60_000;
/** A remote model that has said nothing after this long will rather be slow than late: ask the next one. */
const REMOTE_LIMITS: StreamLimits = { connectMs: 5_000, firstTokenMs: 12_000, idleMs: 10_000, endGraceMs: 300 };
/** On a laptop, reading a long prompt alone takes this long. */
const LOCAL_LIMITS: StreamLimits = { connectMs: 5_000, firstTokenMs: 45_000, idleMs: 20_000, endGraceMs: 300 };

/**
 * The provider chain from settings. Nothing is connected and no SDK is loaded before the first question.
 * @throws AppError `invalid` for a malformed key or address, or when no route is left
 */
export function createChain(config: ChainConfig, deps: ChainDeps): Chain {
  const { logger, clock = systemClock } = deps;
  const { steps, dropped } = toSteps(config, { ...deps, clock });
  const recorder = createRecorder(deps.observers ?? [], logger);
  const answers = config.cache === 'off' ? undefined : createAnswers(config.cache, logger, clock);
  let facts: ReturnType<typeof lookUpFacts> | undefined;
  const completer = createCompleter({
    steps,
    facts: () => (facts ??= lookUpFacts(steps, new Date(clock.now()))),
    deadlineMs: config.deadlineMs ?? DEFAULT_DEADLINE_MS,
    ...(config.retry ? { retry: config.retry } : {}),
    ...(config.degrading ? { degrading: config.degrading } : {}),
    ...(deps.budget ? { budget: deps.budget } : {}),
    ...(answers ? { answers } : {}),
    policy: steps.map(({ route }) => route),
    recorder,
    redact: deps.redact,
    clock,
    random: deps.random ?? Math.random,
    randomUUID: deps.randomUUID ?? randomUUID,
    traceId: () => deps.traceId?.() ?? randomBytes(16).toString('hex'),
  });
  return {
    ...completer,
    routes: steps.map(({ route }) => route),
    dropped,
    purge: async (account) => answers?.purge(account),
    flush: recorder.flush,
    async close() {
      await recorder.flush();
      await answers?.close();
    },
  };
}

function createAnswers(
  { maxBytes, ttlMs, redisUrl }: Exclude<ChainConfig['cache'], 'off'>,
  logger: Logger,
  clock: Clock,
) {
  const redis = redisUrl === undefined ? {} : { redis: { url: redisUrl } };
  return createAnswerStore<CompletionResult>({ memory: { maxBytes, ttlMs }, ...redis, clock, logger });
}

function toSteps(
  config: ChainConfig,
  deps: ChainDeps & { clock: Clock },
): { steps: Step[]; dropped: { route: Route; reason: string }[] } {
  const steps: Step[] = [];
  const dropped: { route: Route; reason: string }[] = [];
  const providers = new Map<string, Provider>();
  for (const configured of config.routes) {
    const { route, apiKeys, missing } = withAccess(configured, config);
    if (missing !== undefined) {
      dropped.push({ route, reason: missing });
      deps.logger.info('A route is left out of the provider chain', { route: formatRoute(route), reason: missing });
      continue;
    }
    // Two models of one vendor share a client and its connections.
    const shared = `${route.provider} ${route.api ?? ''} ${route.baseUrl ?? ''}`;
    const provider = providers.get(shared) ?? createProvider(route, { ...config, ...deps });
    providers.set(shared, provider);
    steps.push(toStep(route, { provider, apiKeys, limits: config.limits?.[route.provider] }, deps));
  }
  if (steps.length > 0) return { steps, dropped };
  const reasons = dropped.map(({ route, reason }) => `${formatRoute(route)}: ${reason}`).join('; ');
  const message = `No route of the provider chain can be used (${reasons}). Set a key or add "offline"`;
  throw new AppError('invalid', message, { code: 'llm.no-route' });
}

function toStep(
  route: Route,
  {
    provider,
    apiKeys,
    limits,
  }: { provider: Provider; apiKeys: readonly string[]; limits: Partial<StreamLimits> | undefined },
  { clock, logger }: { clock: Clock; logger: Logger },
): Step {
  const byDefault = route.provider === 'local' ? LOCAL_LIMITS : REMOTE_LIMITS;
  const onChange = (change: 'opened' | 'closed', pauseMs: number) =>
    change === 'opened'
      ? logger.warn('A route keeps failing and is left alone for a while', { route: formatRoute(route), pauseMs })
      : logger.info('A route answers again', { route: formatRoute(route) });
  return {
    route,
    provider,
    limits: { ...byDefault, ...limits, ...route.limits },
    keys: createKeyRing(clock, apiKeys),
    breaker: createBreaker({ clock, onChange }),
  };
}

/** Where each provider's settings come from, in the words of who sets them. */
const SETTINGS = {
  openai: { key: 'OPENAI_API_KEY', url: 'OPENAI_BASE_URL', needsKey: true, needsUrl: false },
  anthropic: { key: 'ANTHROPIC_API_KEY', url: 'ANTHROPIC_BASE_URL', needsKey: true, needsUrl: false },
  local: { key: 'DRAFTSMITH_LOCAL_KEY', url: 'DRAFTSMITH_LOCAL_URL', needsKey: false, needsUrl: true },
} as const;

/** The route with its address, and its keys; `missing` says why it cannot be used. */
function withAccess(route: Route, config: ChainConfig): { route: Route; apiKeys: readonly string[]; missing?: string } {
  if (route.provider === 'offline' || route.provider === 'canned') return { route, apiKeys: [] };
  const setting = SETTINGS[route.provider];
  const access = config[route.provider] ?? {};
  const apiKeys = (access.apiKeys ?? []).flatMap((key) => checkKey(setting.key, key) ?? []);
  const baseUrl = checkBaseUrl(setting.url, route.baseUrl ?? access.baseUrl);
  const known = { route: { ...route, ...(baseUrl === undefined ? {} : { baseUrl }) }, apiKeys };
  if (setting.needsKey && apiKeys.length === 0) return { ...known, missing: `${setting.key} is not set` };
  if (setting.needsUrl && baseUrl === undefined) return { ...known, missing: `${setting.url} is not set` };
  return known;
}
