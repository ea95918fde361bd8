import type { Allowance } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { createInstallations } from '@draftsmith/installations';
import type { Logger } from '@draftsmith/logger';
import { createAllowance } from '@draftsmith/rate-budget';
import type { RawSettings } from '@draftsmith/settings';
import { type ConfiguredAccount, configuredAccounts, type PortsFor } from '../accounts.ts';
import { connectors } from '../registry.ts';
import type { Sealing } from '../secrets/open-sealing.ts';
import { createLiveAccounts, type LiveAccounts } from './live-accounts.ts';
import type { InstallationDeps } from './open-installation.ts';

export interface OpenedAccounts extends InstallationDeps {
  configured: readonly ConfiguredAccount[];
  accounts: LiveAccounts;
}

export interface OpenAccountsOptions {
  raw: RawSettings;
  orm: Orm;
  sealing: Pick<Sealing, 'secrets'>;
  logger: Logger;
}

/** Every account there is, of settings and connected, with calls counted together for all processes. */
export async function openLiveAccounts({ raw, orm, sealing, logger }: OpenAccountsOptions): Promise<OpenedAccounts> {
  const log = logger.child({ component: 'connectors' });
  const now = () => new Date();
  const allowances = new Map<string, Allowance>();
  // One for each account: what is taken at once for many calls serves all that is opened of it.
  const allowanceOf = (connector: string, account: string) => {
    const name = `${connector}/${account}`;
    const allowance = allowances.get(name) ?? createAllowance({ orm, connector, account, now });
    allowances.set(name, allowance);
    return allowance;
  };
  const portsFor: PortsFor = (connector, account) => ({
    ...{ fetch, now, warn: log.warn, allowance: allowanceOf(connector, account) },
  });
  const deps = { connectors, raw, orm, secrets: sealing.secrets, installations: createInstallations(orm), portsFor };
  const configured = configuredAccounts(connectors, raw);
  const accounts = createLiveAccounts(configured, { ...deps, logger: log });
  await accounts.reload();
  return { ...deps, configured, accounts };
}
