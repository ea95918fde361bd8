import { resolve } from 'node:path';
import type { DraftListItem } from '@draftsmith/contracts';
import { openDatabase } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { createJobQueue } from '@draftsmith/jobs';
import { activeTraceId, observeWithOpenTelemetry } from '@draftsmith/llm/opentelemetry';
import type { Logger } from '@draftsmith/logger';
import { createPolicies } from '@draftsmith/policies';
import { createRules } from '@draftsmith/rules';
import type { RawSettings } from '@draftsmith/settings';
import { type Accounts, configuredAccounts } from './accounts.ts';
import { type Chain, createConfiguredChain } from './chain.ts';
import { openLiveAccounts } from './connections/open-accounts.ts';
import { watchRateWindows } from './connections/watch-rate-windows.ts';
import { watchRemovals } from './connections/watch-removals.ts';
import { type Changes, createChanges } from './console-api/changes.ts';
import { findDraft, toListItem } from './console-api/draft-queries.ts';
import { defaultPolicyOf } from './default-policy.ts';
import { openLibrary } from './knowledge/open-library.ts';
import { scheduleReadings } from './knowledge/schedule-readings.ts';
import { listen } from './listen.ts';
import { createMetrics } from './metrics.ts';
import type { Parts } from './parts.ts';
import { connectors } from './registry.ts';
import { openSealing } from './secrets/open-sealing.ts';
import { watchSealing } from './secrets/watch-sealing.ts';
import type { ServerSettings } from './settings.ts';
import { publicUrl, startWeb } from './start-web.ts';
import { startTracing } from './tracing.ts';
import { watchFollowUps } from './watch-proposals.ts';
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
  /** Where it listens; undefined for a worker. */
  port: number | undefined;
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
    // Before anything is opened: a wrong setting ends the start and has touched nothing.
    configuredAccounts(connectors, raw);
    const listener = role === 'worker' ? undefined : await listen(settings.DRAFTSMITH_HOST, settings.PORT);
    if (listener) cleanup.defer(() => listener.close());
    const dataDir = resolve(settings.DRAFTSMITH_DATA);
    const database = await openDatabase({
      dataDir,
      poolSize: 10,
      ...(settings.DATABASE_URL && { url: settings.DATABASE_URL }),
    });
    cleanup.defer(() => database.close());
    const sealing = await openSealing(settings, database.orm, new Date());
    const opened = await openLiveAccounts({ raw, orm: database.orm, sealing, logger });
    const { accounts } = opened;
    cleanup.defer(accounts.watch());
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
      opened,
      database,
      queue,
      chain,
      changes: createChanges(),
      metrics,
      sealing,
      policies: createPolicies(database.orm, { defaults: defaultPolicyOf(settings) }),
      rules: createRules(database.orm),
      library: openLibrary(database.orm, settings, logger),
    };
    if (role !== 'web') {
      await startWorker(parts);
      cleanup.defer(watchAbandoned(parts));
      cleanup.defer(watchRetention(parts));
      cleanup.defer(watchFollowUps(parts));
      cleanup.defer(watchSealing(parts));
      cleanup.defer(watchRateWindows(database.orm, logger));
      cleanup.defer(watchRemovals({ ...opened, logger }));
      cleanup.defer(scheduleReadings(parts));
    }
    const setupLink = listener ? await startWeb(parts, listener, dataDir, cleanup) : null;
    // Once more, so that at the end requests stop before what they need does.
    if (listener) cleanup.defer(() => listener.close());
    return {
      url: listener && publicUrl(settings, listener),
      port: listener?.port,
      setupLink,
      accounts,
      routes: chain.routes,
      changes: parts.changes,
      draft: async (id) => toListItem(sealing.sealer, await findDraft(database, id)),
      stop: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}
