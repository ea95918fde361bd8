import type { AuditLog } from '@draftsmith/audit';
import type { KnowledgeStatus } from '@draftsmith/contracts';
import type { AccountKey, Consents } from '@draftsmith/installations';
import type { Logger } from '@draftsmith/logger';
import type { ConfiguredAccount } from '../accounts.ts';
import type { LiveAccounts } from './live-accounts.ts';
import type { InstallationDeps } from './open-installation.ts';

/** What connecting, setting up and removing of accounts works with. */
export interface ConnectionsDeps extends InstallationDeps {
  configured: readonly ConfiguredAccount[];
  accounts: LiveAccounts;
  consents: Consents;
  audit: AuditLog;
  logger: Logger;
  /** By which people and source systems reach us, without a trailing slash. */
  publicUrl: string;
  /** Puts the reading of an account's knowledge into the queue; absent where nobody would read it. */
  readKnowledge?: (key: AccountKey) => Promise<void>;
  /** What was read of an account, and what is being read. */
  knowledgeOf: (key: AccountKey) => Promise<KnowledgeStatus | null>;
  /** Forgets cached answers. */
  purgeAnswers: (account: string) => Promise<void>;
  now: () => Date;
}

/** Where the source system sends events of this account: one of its own, or the one of all accounts. */
export function endpointOf(
  { publicUrl, connectors }: Pick<ConnectionsDeps, 'publicUrl' | 'connectors'>,
  connector: string,
  account: string,
): string {
  const endpoint = `${publicUrl}/hooks/${encodeURIComponent(connector)}`;
  const isShared = connectors.find(({ id }) => id === connector)?.sharedEndpoint !== undefined;
  return isShared ? endpoint : `${endpoint}/${encodeURIComponent(account)}`;
}
