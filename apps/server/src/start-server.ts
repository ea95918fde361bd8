import { resolve } from 'node:path';
import type { DraftListItem } from '@draftsmith/contracts';
import { openDatabase } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { createJobQueue } from '@draftsmith/jobs';
import { activeTraceId, observeWithOpenTelemetry } from '@draftsmith/llm/opentelemetry';
import type { Logger } from '@draftsmith/logger';
import type { RawSettings } from '@draftsmith/settings';
import { createInbox, webhookRouter } from '@draftsmith/webhooks';
import { sql } from 'drizzle-orm';
import { type Accounts, openAccounts } from './accounts.ts';
import { createAuth, createSecret } from './auth/index.ts';
import { type Chain, createConfiguredChain } from './chain.ts';
import { type Changes, createChanges } from './console-api/changes.ts';
import { findDraft, toListItem } from './console-api/draft-queries.ts';
import { consoleApi } from './console-api/router.ts';
import { createHttpShell } from './http/app.ts';
import { type Listener, listen } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { operatorRouter } from './operator/router.ts';
import type { Parts } from './parts.ts';
import { connectors } from './registry.ts';
import type { ServerSettings } from './settings.ts';
import { startTracing } from './tracing.ts';
import { startWorker, watchAbandoned, watchRetention } from './worker.ts';

export interface ServerOptions {
  settings: ServerSettings;
  /** Where connectors find theirs. */
  raw: RawSettings;
  logger: Logger;
  /** `web` answers requests, `worker` writes drafts; both in one process is the default. */
  role?: 'all' | 'web' | 'worker';
  /** Signs this machine in by itself; loopback only. */
  demo?: boolean;
  /** Builds the console where it is out of date and gives its folder. Called once port and database are ours. */
  buildConsole?: () => Promise<string>;
  /** Overrides the pause before a failed job is tried again. */
  retryDelaySeconds?: number;
}

export interface RunningServer {
  /** Undefined for a worker. */
  url: string | undefined;
  /** The one-time address where the first admin sets a password; null when there is one. */
  setupLink: string | null;
  accounts: Accounts;
  /** The provider chain, in order. */
  routes: Chain['routes'];
  changes: Changes;
  draft(id: string): Promise<DraftListItem>;
  stop(): Promise<void>;
}

/** Milliseconds that running drafts get to end before the process does. */
const DRAIN = 20_000;

/** The composition root: opens everything in order, closes it in the reverse order. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { settings, raw, logger, role = 'all' } = options;
  if (role !== 'all' && !settings.DATABASE_URL) {
    throw new AppError('invalid', `--role ${role} needs DATABASE_URL: the embedded database belongs to one process`, {
      code: 'settings.invalid',
    });
  }
  // Files that anything below makes are for this user only.
  process.umask(0o077);
  const cleanup = new AsyncDisposableStack();
  try {
    const accounts = openAccounts(connectors, raw, portsOf(logger));
    const listener = role === 'worker' ? undefined : await listen(settings.DRAFTSMITH_HOST, settings.PORT);
    if (listener) cleanup.defer(() => listener.close());
    const dataDir = resolve(settings.DRAFTSMITH_DATA);
    const database = await openDatabase({
      dataDir,
      poolSize: 10,
      ...(settings.DATABASE_URL && { url: settings.DATABASE_URL }),
    });
    cleanup.defer(() => database.close());
    const tracing = await startTracing(settings, logger);
    cleanup.defer(() => tracing?.stop());
    const queue = createJobQueue({
      database,
      logger,
      ...(options.retryDelaySeconds !== undefined && { retryDelaySeconds: options.retryDelaySeconds }),
    });
    const metrics = createMetrics(() => queue.open('draft'));
    const observers = [metrics.completed, observeWithOpenTelemetry()];
    const chain = createConfiguredChain(settings, { database, logger, observers, traceId: activeTraceId });
    // After the queue, whose drafts still ask it.
    cleanup.defer(() => chain.close());
    // Before it is started: half started it would keep a process alive that has already said why it cannot go on.
    cleanup.defer(() => queue.stop({ timeoutMs: DRAIN }));
    await queue.start();

    const parts: Parts = {
      options,
      accounts,
      database,
      queue,
      chain,
      changes: createChanges(),
      metrics,
    };
    if (role !== 'web') {
      await startWorker(parts);
      cleanup.defer(watchAbandoned(parts));
      cleanup.defer(watchRetention(parts));
    }
    const setupLink = listener ? await startWeb(parts, listener, dataDir) : null;
    // Once more, so that at the end requests stop before what they need does.
    if (listener) cleanup.defer(() => listener.close());
    return {
      url: listener && publicUrl(settings, listener),
      setupLink,
      accounts,
      routes: chain.routes,
      changes: parts.changes,
      draft: async (id) => toListItem(await findDraft(database, id)),
      stop: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

async function startWeb(
  { options, accounts, database, queue, chain, changes, metrics }: Parts,
  listener: Listener,
  dataDir: string,
): Promise<string | null> {
  const { settings, logger, demo, buildConsole } = options;
  const consoleDir = await buildConsole?.().catch((cause) => {
    throw new AppError('invalid', 'The console could not be built: check that this user may write to apps/console', {
      cause,
    });
  });
  const baseUrl = publicUrl(settings, listener);
  const auth = createAuth({
    db: database.orm,
    baseUrl,
    secret: settings.DRAFTSMITH_AUTH_SECRET ?? (await createSecret(dataDir)),
    logger: logger.child({ component: 'auth' }),
    ...(demo && { demoSession: { boundTo: settings.DRAFTSMITH_HOST } }),
  });
  const hooks = webhookRouter({
    resolve: (connector, account) => accounts.find(connector, account)?.target,
    inbox: createInbox({ database, queue }),
    logger: logger.child({ component: 'webhooks' }),
  });
  const api = consoleApi({
    database,
    queue,
    accounts,
    changes,
    routes: chain.routes,
    adminOnly: auth.requireRole('admin'),
  });
  listener.serve(
    createHttpShell({
      auth,
      https: baseUrl.startsWith('https:'),
      hooks,
      api: [api],
      operator: operatorRouter(database.orm, settings),
      metrics: metrics.text,
      behindProxy: !isLoopbackUrl(baseUrl),
      healthy: () =>
        database.orm.execute(sql`select 1`).then(
          () => true,
          () => false,
        ),
      logger,
      ...(consoleDir && { consoleDir }),
      ...(settings.DRAFTSMITH_METRICS_TOKEN && { metricsToken: settings.DRAFTSMITH_METRICS_TOKEN }),
    }),
  );
  return auth.ensureSetupLink();
}

function publicUrl(settings: ServerSettings, { port }: Listener): string {
  return settings.DRAFTSMITH_URL?.replace(/\/$/, '') ?? `http://localhost:${port}`;
}

function isLoopbackUrl(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

function portsOf(logger: Logger) {
  const log = logger.child({ component: 'connectors' });
  return { fetch, now: () => new Date(), warn: log.warn };
}
