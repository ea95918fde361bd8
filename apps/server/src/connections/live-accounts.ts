import { toAppError } from '@draftsmith/errors';
import { type Installation, secretNames } from '@draftsmith/installations';
import type { Logger } from '@draftsmith/logger';
import { type Account, type Accounts, type ConfiguredAccount, openConfigured } from '../accounts.ts';
import {
  type InstallationDeps,
  type OpenInstallation,
  openInstallation,
  readProvisioned,
} from './open-installation.ts';

export interface LiveAccounts extends Accounts {
  /** Looks at once what was connected or removed; other processes see it at their next look. */
  reload(): Promise<void>;
  /** How to call an account that was connected; undefined for those of settings. */
  opened(connector: string, account: string): OpenInstallation | undefined;
  /** Looks now and again. Returns how to stop. */
  watch(): () => void;
}

/** Milliseconds between two looks: so late another process serves an account that was just connected. */
const LOOK_EVERY = 2_000;

interface Live {
  revision: number;
  /** What the connection was opened with: progress and the like change the row and not the connection. */
  openedWith: string;
  installation: OpenInstallation;
  account: Account;
}

/** Accounts of settings, which do not change, and those that were connected, which come and go while the server runs. */
export function createLiveAccounts(
  configured: readonly ConfiguredAccount[],
  deps: InstallationDeps & { logger: Logger },
): LiveAccounts {
  const fixed = configured.map((one) => openConfigured(one, deps.portsFor));
  let live = new Map<string, Live>();
  let looking: Promise<void> = Promise.resolve();

  async function open(row: Installation, before: Live | undefined): Promise<Live | undefined> {
    if (before?.revision === row.revision) return before;
    try {
      // Also who it is: a connection remembers that, and an account may be connected anew by another admin.
      const openedWith = JSON.stringify([row.given, row.way, row.identity]);
      const isSame = before?.openedWith === openedWith;
      const installation = isSame ? before.installation : openInstallation(row, deps);
      const { descriptor, settings, ports } = installation;
      const { secrets } = await readProvisioned(row, deps.secrets);
      const account: Account = {
        connector: row.connector,
        title: descriptor.title,
        account: row.account,
        way: row.way,
        connection: isSame ? before.account.connection : descriptor.connect(settings, ports),
        target: { connector: descriptor, account: row.account, secret: Object.values(secrets) },
      };
      return { revision: row.revision, openedWith, installation, account };
    } catch (thrown) {
      // One account that cannot be opened must not take the others away.
      const { connector, account } = row;
      deps.logger.error('A connected account cannot be opened', { connector, account, error: toAppError(thrown) });
      return before;
    }
  }

  async function look(): Promise<void> {
    const rows = (await deps.installations.list()).filter(
      (row) => row.state !== 'removing' && !fixed.some((one) => isSameAccount(one, row)),
    );
    const next = new Map<string, Live>();
    for (const row of rows) {
      const opened = await open(row, live.get(keyOf(row)));
      if (opened) next.set(keyOf(row), opened);
    }
    live = next;
  }

  const reload = () => {
    // One after the other: a slow look must not put back what a later one has taken away.
    looking = looking.catch(() => undefined).then(look);
    return looking;
  };

  return {
    get all() {
      return [...fixed, ...[...live.values()].map(({ account }) => account)];
    },
    find: (connector, account) =>
      fixed.find((one) => isSameAccount(one, { connector, account })) ??
      live.get(keyOf({ connector, account }))?.account,
    opened: (connector, account) => live.get(keyOf({ connector, account }))?.installation,
    reload,
    watch() {
      const timer = setInterval(() => {
        reload().catch((error) => deps.logger.warn('Could not look for connected accounts', { error }));
      }, LOOK_EVERY);
      return () => clearInterval(timer);
    },
  };
}

interface Name {
  connector: string;
  account: string;
}

const keyOf = ({ connector, account }: Name) => secretNames({ connector, account }).oauth;
const isSameAccount = (a: Name, b: Name) => a.connector === b.connector && a.account === b.account;
