import type { Database } from '@draftsmith/database';
import type { JobQueue } from '@draftsmith/jobs';
import type { Accounts } from './accounts.ts';
import type { Chain } from './chain.ts';
import type { Changes } from './console-api/changes.ts';
import type { Metrics } from './metrics.ts';
import type { ServerOptions } from './start-server.ts';

/** What the halves of a server share, opened once. */
export interface Parts {
  options: ServerOptions;
  accounts: Accounts;
  database: Database;
  queue: JobQueue;
  chain: Chain;
  changes: Changes;
  metrics: Metrics;
}
