import type { Database } from '@draftsmith/database';
import type { JobQueue } from '@draftsmith/jobs';
import type { Policies } from '@draftsmith/policies';
import type { Rules } from '@draftsmith/rules';
import type { Chain } from './chain.ts';
import type { LiveAccounts } from './connections/live-accounts.ts';
import type { OpenedAccounts } from './connections/open-accounts.ts';
import type { Changes } from './console-api/changes.ts';
import type { Library } from './knowledge/open-library.ts';
import type { Metrics } from './metrics.ts';
import type { Sealing } from './secrets/open-sealing.ts';
import type { ServerOptions } from './start-server.ts';

/** What the halves of a server share, opened once. */
export interface Parts {
  options: ServerOptions;
  accounts: LiveAccounts;
  /** What accounts are opened and connected with. */
  opened: OpenedAccounts;
  database: Database;
  queue: JobQueue;
  chain: Chain;
  changes: Changes;
  metrics: Metrics;
  sealing: Sealing;
  policies: Policies;
  rules: Rules;
  library: Library;
}
