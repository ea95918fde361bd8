import type { Database } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import {
  type Access,
  type Budget,
  type Completer,
  createBudget,
  createChain,
  type Observer,
  parseLimits,
  parseRoutes,
} from '@draftsmith/llm';
import { createSqlBudgetStore, createSqlLedger } from '@draftsmith/llm/sql';
import type { Logger } from '@draftsmith/logger';
import { redactForLog } from '@draftsmith/privacy';
import { allowedHosts, defaultRoutes, type ServerSettings } from './settings.ts';

export interface Chain {
  completer: Completer;
  /** For the console: every configured route, and why one is not used. */
  routes: readonly { provider: string; model: string; ready: boolean; note?: string }[];
  /** Forgets the cached answers of an account, in every process. @throws AppError `unavailable` without Redis */
  purge(account: string): Promise<void>;
  /** Waits until every completion is in the ledger, and gives back what budgets had set aside. */
  close(): Promise<void>;
}

export interface ChainParts {
  logger: Logger;
  /** Absent: nothing is recorded, and no budget can hold. */
  database?: Database;
  /** Told of every completion, beside the ledger. */
  observers?: readonly Observer[];
  traceId?: () => string | undefined;
}

const CACHE_BYTES = 32 * 1024 * 1024;
const HOUR = 60 * 60 * 1000;

/** The provider chain as the settings want it. */
export function createConfiguredChain(settings: ServerSettings, parts: ChainParts): Chain {
  const { database, observers = [], traceId } = parts;
  const logger = parts.logger.child({ component: 'llm' });
  const ledger =
    database && createSqlLedger(database.orm, logger, { keepTextsMs: settings.DRAFTSMITH_KEEP_TEXTS_DAYS * 24 * HOUR });
  const budget = createConfiguredBudget(settings, database);
  const chain = createChain(
    {
      routes: parseRoutes(defaultRoutes(settings)),
      openai: access(settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL),
      anthropic: access(settings.ANTHROPIC_API_KEY, settings.ANTHROPIC_BASE_URL),
      local: access(settings.DRAFTSMITH_LOCAL_KEY, settings.DRAFTSMITH_LOCAL_URL),
      ...(settings.DRAFTSMITH_CANNED_ANSWER && { cannedText: settings.DRAFTSMITH_CANNED_ANSWER }),
      ...(settings.DRAFTSMITH_LOCAL_ONLY && { onlyHosts: allowedHosts(settings) }),
      deadlineMs: settings.DRAFTSMITH_DEADLINE_SECONDS * 1000,
      cache: cacheOf(settings),
    },
    {
      logger,
      observers: [...(ledger ? [ledger.observe] : []), ...observers],
      redact: redactForLog,
      ...(budget && { budget }),
      ...(traceId && { traceId }),
    },
  );
  return {
    completer: chain,
    purge: chain.purge,
    routes: [
      ...chain.routes.map(({ provider, model }) => ({ provider, model, ready: true })),
      ...chain.dropped.map(({ route: { provider, model }, reason }) => ({
        provider,
        model,
        ready: false,
        note: reason,
      })),
    ],
    async close() {
      await chain.close();
      await budget?.close();
      await ledger?.flush();
    },
  };
}

function createConfiguredBudget(settings: ServerSettings, database: Database | undefined): Budget | undefined {
  const limits = settings.DRAFTSMITH_BUDGETS ? parseLimits(settings.DRAFTSMITH_BUDGETS) : [];
  if (limits.length === 0) return undefined;
  if (!database)
    throw new AppError('invalid', 'DRAFTSMITH_BUDGETS: a budget is kept in the database, and none is open here', {
      code: 'settings.invalid',
    });
  return createBudget({
    limits,
    store: createSqlBudgetStore(database.orm),
    orphans: settings.DRAFTSMITH_BUDGET_ORPHANS,
  });
}

function cacheOf({ DRAFTSMITH_CACHE_HOURS: hours, REDIS_URL: redisUrl }: ServerSettings) {
  if (hours === 0) return 'off' as const;
  return { maxBytes: CACHE_BYTES, ttlMs: hours * HOUR, ...(redisUrl && { redisUrl }) };
}

/** Several keys are separated by commas, which no key holds. */
function access(keys: string | undefined, baseUrl: string | undefined): Access {
  return { apiKeys: keys?.split(',') ?? [], ...(baseUrl && { baseUrl }) };
}
