import { AppError } from '@draftsmith/errors';
import { createInbox, webhookRouter } from '@draftsmith/webhooks';
import { sql } from 'drizzle-orm';
import { openAssist } from './assist-api/open-assist.ts';
import { createAuth, createSecret } from './auth/index.ts';
import { callbackRoute } from './connections/callback-route.ts';
import { connectionRoutes } from './connections/connection-routes.ts';
import { hookTargets } from './connections/hook-targets.ts';
import { openConnections, redirectUriOf } from './connections/open-connections.ts';
import { connectionOperations } from './connections/operator-routes.ts';
import { watchInterruptedRemovals } from './connections/resume-removals.ts';
import { consoleApi } from './console-api/router.ts';
import { createHttpShell } from './http/app.ts';
import { findSimilarTickets } from './knowledge/search-library.ts';
import type { Listener } from './listen.ts';
import { operatorRouter } from './operator/router.ts';
import type { Parts } from './parts.ts';
import { personRoutes } from './person/person-routes.ts';
import { purgeAllAnswers } from './person/purge-answers.ts';
import { openProposalRoutes, proposalDecisions } from './proposals-api/open-proposals.ts';
import { connectors } from './registry.ts';
import { configuredRetention } from './retention/configured-retention.ts';
import { retentionRoutes } from './retention/retention-routes.ts';
import type { ServerSettings } from './settings.ts';

/**
 * The web half: webhooks, console, what connected apps and commands ask.
 *
 * @returns the one-time link where the first admin sets a password; null when there is one
 */
export async function startWeb(
  parts: Parts,
  listener: Listener,
  dataDir: string,
  cleanup: AsyncDisposableStack,
): Promise<string | null> {
  const { options, accounts, opened, database, queue, chain, changes, metrics, sealing, policies, rules } = parts;
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
    resolve: hookTargets({ accounts, installations: opened.installations, connectors, raw: options.raw }),
    publicUrl: baseUrl,
    inbox: createInbox({ database, queue }),
    logger: logger.child({ component: 'webhooks' }),
  });
  const api = consoleApi({
    database,
    sealer: sealing.sealer,
    queue,
    accounts,
    changes,
    policies,
    rules,
    proposals: proposalDecisions(parts),
    routes: chain.routes,
    adminOnly: auth.requireRole('admin'),
    actor: auth.actor,
  });
  const connections = openConnections({ ...parts, settings, logger, publicUrl: baseUrl });
  cleanup.defer(watchInterruptedRemovals({ installations: opened.installations, remove: connections.remove, logger }));
  const connectionApi = connectionRoutes({
    connections,
    redirectUri: redirectUriOf(baseUrl),
    adminOnly: auth.requireRole('admin'),
    actor: auth.actor,
  });
  const onSeen = (connector: string, account: string) =>
    void opened.installations
      .seen({ connector, account })
      .catch((error) => logger.warn('Not noted as seen', { error }));
  listener.serve(
    createHttpShell({
      auth,
      https: baseUrl.startsWith('https:'),
      hooks,
      assist: openAssist(
        { accounts, database, queue, sealing },
        { similar: findSimilarTickets(parts.library.search), onSeen },
      ),
      ...openProposalRoutes(parts, baseUrl),
      callback: callbackRoute(connections, logger.child({ component: 'connections' })),
      api: [api, connectionApi],
      operator: operatorRouter(database.orm, settings, [
        personRoutes({
          orm: database.orm,
          sealing,
          purgeAnswers: () => purgeAllAnswers(database.orm, chain.purge),
        }),
        retentionRoutes(configuredRetention(database.orm, settings)),
        connectionOperations(connections),
      ]),
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

/** Where people reach it. */
export function publicUrl(settings: ServerSettings, { port }: Listener): string {
  return settings.DRAFTSMITH_URL?.replace(/\/$/, '') ?? `http://localhost:${port}`;
}

function isLoopbackUrl(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
