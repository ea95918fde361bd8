import { randomBytes } from 'node:crypto';
import type { Actor } from '@draftsmith/audit';
import type { ConnectionView, ConnectorOffer, ConnectProgress, DiagnosisView } from '@draftsmith/contracts';
import { type AccountKey, secretNames } from '@draftsmith/installations';
import { type Authorising, createAuthorising } from './authorise.ts';
import { diagnoseAccount } from './diagnose.ts';
import { type Disconnected, disconnect } from './disconnect.ts';
import { createDryRuns, type DryRunDeps, type DryRuns } from './dry-run.ts';
import { notConnected } from './not-connected.ts';
import { withReading } from './reading-step.ts';
import { createSetUp, type SetUp } from './set-up.ts';
import { connectionViews, connectorOffers, type ViewDeps } from './views.ts';

/** All that can be done with accounts of source systems: what the console, the callback and the command line share. */
export interface Connections {
  list(): Promise<ConnectionView[]>;
  offers(): ConnectorOffer[];
  authorising: Authorising;
  setUp: SetUp;
  /** Where the set-up stands, for whoever watches it. */
  progress(key: AccountKey): Promise<ConnectProgress>;
  dryRuns: DryRuns;
  diagnose(key: AccountKey): Promise<DiagnosisView>;
  repair(key: AccountKey, actor: Actor): Promise<void>;
  /** A new secret for the app beside a ticket; shown once. The one before ends. */
  makeSidebarSecret(key: AccountKey, actor: Actor): Promise<string>;
  readKnowledge(key: AccountKey): Promise<void>;
  remove(key: AccountKey, actor: Actor): Promise<Disconnected>;
}

export function createConnections(
  deps: ViewDeps & Pick<DryRunDeps, 'writing' | 'proposalFor' | 'policyOf' | 'rulesOf'>,
): Connections {
  const setUp = createSetUp(deps);
  const mustBeThere = (key: AccountKey) => {
    if (!deps.accounts.find(key.connector, key.account)) throw notConnected(deps, key);
  };
  const subjectOf = ({ connector, account }: AccountKey) => `${connector}/${account}`;
  return {
    list: () => connectionViews(deps),
    offers: () => connectorOffers(deps),
    authorising: createAuthorising(deps),
    setUp,
    progress: async (key) => withReading(await setUp.progress(key), await deps.knowledgeOf(key)),
    dryRuns: createDryRuns({ ...deps, onDraft: setUp.drafted }),
    diagnose: (key) => diagnoseAccount(deps, key),
    async repair(key, actor) {
      await setUp.repair(key);
      await deps.audit.record({ actor, action: 'connection.repaired', subject: subjectOf(key) });
    },
    async makeSidebarSecret(key, actor) {
      mustBeThere(key);
      const secret = randomBytes(32).toString('base64url');
      await deps.secrets.put(secretNames(key).sidebar, secret);
      await deps.audit.record({ actor, action: 'connection.sidebar-secret', subject: subjectOf(key) });
      return secret;
    },
    async readKnowledge(key) {
      mustBeThere(key);
      await deps.readKnowledge?.(key);
    },
    remove: (key, actor) => disconnect(deps, key, actor),
  };
}
