import { randomUUID } from 'node:crypto';
import { type Logger, silentLogger } from '@draftsmith/logger';
import type { Budget } from './budget/budget.ts';
import { createAnswerStore } from './cache/create-store.ts';
import type { Degrading } from './chain/plan.ts';
import type { RetryPolicy } from './chain/retry.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCompleter } from './completer.ts';
import type { Completer, CompletionResult } from './contract/completion.ts';
import type { Observer } from './ledger/record.ts';
import { createRecorder } from './ledger/recorder.ts';
import { warnOfLeaks } from './ledger/warn-of-leaks.ts';
import { lookUpFacts } from './model-facts.ts';
import type { StreamLimits } from './provider.ts';
import type { ProviderName, Route } from './routes/route.ts';
import { toSteps } from './to-steps.ts';

/** How to reach a provider. */
export interface Access {
  /** The next one takes over when one is refused or limited; empty ones do not count. */
  apiKeys?: readonly (string | undefined)[];
  /** The vendor's own by default; `local` has none. */
  baseUrl?: string | undefined;
}

export interface ChainConfig {
  /** In the order to try them; see `parseRoutes`. */
  routes: readonly Route[];
  openai?: Access;
  anthropic?: Access;
  local?: Access;
  /** Nothing leaves this machine but for these hosts, whatever the routes say; absent: every host may be asked. */
  onlyHosts?: readonly string[];
  /** What `canned` says when nobody else has an answer. */
  cannedText?: string;
  /** Milliseconds for all attempts of a completion together; 60 s by default. */
  deadlineMs?: number;
  /** For all routes of a provider; a route's own come first. */
  limits?: Partial<Record<ProviderName, Partial<StreamLimits>>>;
  retry?: RetryPolicy;
  degrading?: Degrading;
  /** Off by default. With a URL, processes share their answers. */
  cache?: { maxBytes: number; ttlMs: number; redisUrl?: string } | 'off';
}

export interface ChainDeps {
  /** Silent by default. */
  logger?: Logger;
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
/** For the answer that another process is making. */
const LONGEST_WAIT_MS = 10_000;

/**
 * The provider chain from settings. Nothing is connected and no SDK is loaded before the first question.
 * @throws AppError `invalid` for a malformed key or address, or when no route is left
 */
export function createChain(config: ChainConfig, deps: ChainDeps = {}): Chain {
  const { logger = silentLogger, clock = systemClock } = deps;
  const { cache = 'off', deadlineMs = DEFAULT_DEADLINE_MS } = config;
  const { steps, dropped } = toSteps(config, { ...deps, logger, clock });
  const recorder = createRecorder([...(deps.logger ? [warnOfLeaks(logger)] : []), ...(deps.observers ?? [])], logger);
  const answers = cache === 'off' ? undefined : createAnswers(cache, deadlineMs, { logger, clock });
  let facts: ReturnType<typeof lookUpFacts> | undefined;
  const completer = createCompleter({
    steps,
    facts: () => (facts ??= lookUpFacts(steps, new Date(clock.now()))),
    deadlineMs,
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
    traceId: () => deps.traceId?.() ?? randomUUID().replaceAll('-', ''),
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
  { maxBytes, ttlMs, redisUrl }: Exclude<NonNullable<ChainConfig['cache']>, 'off'>,
  deadlineMs: number,
  { logger, clock }: { logger: Logger; clock: Clock },
) {
  // Whoever waits for another process in vain must have time to ask itself.
  const waitMs = Math.min(LONGEST_WAIT_MS, deadlineMs / 2);
  const redis = redisUrl === undefined ? {} : { redis: { url: redisUrl, waitMs } };
  return createAnswerStore<CompletionResult>({ memory: { maxBytes, ttlMs }, ...redis, clock, logger });
}
