import { createAuditLog } from '@draftsmith/audit';
import type { Database } from '@draftsmith/database';
import { createConsents } from '@draftsmith/installations';
import type { JobQueue } from '@draftsmith/jobs';
import { createAnalyser } from '@draftsmith/knowledge';
import { askForReading, libraryStatus } from '@draftsmith/library';
import type { Logger } from '@draftsmith/logger';
import type { Policies } from '@draftsmith/policies';
import type { Rules } from '@draftsmith/rules';
import type { Chain } from '../chain.ts';
import type { Library } from '../knowledge/open-library.ts';
import { searchForDrafts } from '../knowledge/search-library.ts';
import { kindsOf } from '../knowledge/work-knowledge.ts';
import { createTrials } from '../proposals-api/trials.ts';
import { createConfiguredRecogniser } from '../recogniser.ts';
import type { Sealing } from '../secrets/open-sealing.ts';
import type { ServerSettings } from '../settings.ts';
import { type Connections, createConnections } from './connections.ts';
import { CALLBACK_PATH } from './consent-cookie.ts';
import type { OpenedAccounts } from './open-accounts.ts';

export interface OpenConnectionsOptions {
  opened: OpenedAccounts;
  settings: ServerSettings;
  database: Database;
  sealing: Pick<Sealing, 'sealer'>;
  queue: JobQueue;
  chain: Pick<Chain, 'completer' | 'purge'>;
  policies: Policies;
  library: Pick<Library, 'search'>;
  rules: Rules;
  logger: Logger;
  publicUrl: string;
}

export function redirectUriOf(publicUrl: string): string {
  return `${publicUrl}${CALLBACK_PATH}`;
}

/** Connecting, setting up and removing accounts, with the parts of this process. */
export function openConnections(options: OpenConnectionsOptions): Connections {
  const { opened, settings, library, database, sealing, queue, chain, policies, rules, logger, publicUrl } = options;
  const { orm } = database;
  const recogniser = createConfiguredRecogniser(settings, logger.warn);
  return createConnections({
    ...opened,
    consents: createConsents(orm, sealing.sealer),
    audit: createAuditLog(orm),
    logger: logger.child({ component: 'connections' }),
    publicUrl,
    redirectUri: redirectUriOf(publicUrl),
    readKnowledge: ({ connector, account }) =>
      orm.transaction(async (tx) => {
        const wanted = kindsOf(opened.accounts, connector, account).map((kind) => ({ connector, account, kind }));
        // Asked for is under way: nobody should be told that all is read while the queue has other work.
        await askForReading(tx, wanted, new Date());
        await queue.enqueue('knowledge', wanted, tx);
      }),
    knowledgeOf: (key) => libraryStatus(orm, key),
    purgeAnswers: chain.purge,
    policyOf: policies.of,
    rulesOf: rules.of,
    writing: {
      completer: chain.completer,
      analyser: createAnalyser(),
      library: searchForDrafts(library.search),
      recogniser,
    },
    proposalFor: createTrials({ database, policies, completer: chain.completer, recogniser }),
    now: () => new Date(),
  });
}
