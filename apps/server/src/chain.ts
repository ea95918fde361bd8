import type { Completer } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { type CompletionLog, createChain, createSqlCompletionLog, parseRoutes } from '@draftsmith/llm';
import type { Logger } from '@draftsmith/logger';
import { defaultRoutes, type ServerSettings } from './settings.ts';

export interface Chain {
  completer: Completer;
  /** For the console: every configured route, and why one is not used. */
  routes: readonly { provider: string; model: string; ready: boolean; note?: string }[];
  /** Waits until every completion is in the log. */
  flush(): Promise<void>;
}

const CACHE = { maxBytes: 32 * 1024 * 1024, ttlMs: 24 * 60 * 60 * 1000 };

/** The provider chain as the settings want it. Without a database nothing is logged: the command line's own use. */
export function createConfiguredChain(
  settings: ServerSettings,
  { database, logger }: { database?: Database; logger: Logger },
): Chain {
  const log = database
    ? createSqlCompletionLog(database.orm, logger.child({ component: 'completion-log' }))
    : undefined;
  const chain = createChain(
    {
      routes: parseRoutes(defaultRoutes(settings)),
      openai: pick({ apiKey: settings.OPENAI_API_KEY, baseUrl: settings.OPENAI_BASE_URL }),
      anthropic: pick({ apiKey: settings.ANTHROPIC_API_KEY, baseUrl: settings.ANTHROPIC_BASE_URL }),
      local: pick({ apiKey: settings.DRAFTSMITH_LOCAL_KEY, baseUrl: settings.DRAFTSMITH_LOCAL_URL }),
      cache: CACHE,
    },
    { log: log ?? discard, logger: logger.child({ component: 'llm' }) },
  );
  return {
    completer: chain,
    routes: [
      ...chain.routes.map((route) => ({ ...route, ready: true })),
      ...chain.dropped.map(({ route, reason }) => ({ ...route, ready: false, note: reason })),
    ],
    flush: async () => log?.flush(),
  };
}

const discard: CompletionLog = { record: () => undefined };

/** Only what is set: an absent key and an undefined one are different things to the chain. */
function pick<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
