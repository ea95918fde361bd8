import { listAudit } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import type { AccountKey, Installations } from '@draftsmith/installations';
import type { Logger } from '@draftsmith/logger';
import type { ConfiguredAccount } from '../accounts.ts';
import { removeLeftovers } from './local-data.ts';

export interface RemovalsDeps {
  orm: Orm;
  installations: Installations;
  configured: readonly ConfiguredAccount[];
  logger: Logger;
}

const LOOK_EVERY = 60_000;
/**
 * Milliseconds in which something of an account that was taken away may still be under way: another process learns of it
 * within seconds, and a job whose account is gone is stopped within half a minute and ends in its own time.
 */
const AFTERMATH = 10 * 60_000;
/** Removals of one look; nobody takes more accounts away in that time. */
const MOST = 100;

/** Takes away what was still written of accounts that are gone. Returns how to stop. */
export function watchRemovals(deps: RemovalsDeps): () => void {
  const look = () =>
    sweepRemoved(deps, new Date()).catch((error) =>
      deps.logger.warn('Could not look for what removals left', { error }),
    );
  void look();
  const timer = setInterval(look, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** @returns how many rows there were */
export async function sweepRemoved(deps: RemovalsDeps, now: Date): Promise<number> {
  const since = new Date(now.getTime() - AFTERMATH);
  const { items } = await listAudit(deps.orm, { action: 'connection.removed', since, limit: MOST });
  let swept = 0;
  for (const subject of new Set(items.map((act) => act.subject ?? ''))) {
    const key = keyOf(subject);
    if (!key || (await isThere(deps, key))) continue;
    const { rows } = await removeLeftovers(deps.orm, key);
    const some = Object.values(rows).reduce((sum, one) => sum + one, 0);
    if (some > 0) deps.logger.info('What was under way when an account was removed is removed, too', { rows: some });
    swept += some;
  }
  return swept;
}

/** Connected anew, or by settings since. */
async function isThere({ configured, installations }: RemovalsDeps, key: AccountKey): Promise<boolean> {
  if (configured.some(({ descriptor, account }) => descriptor.id === key.connector && account === key.account))
    return true;
  return (await installations.find(key)) !== undefined;
}

/** A connector's id has no slash; whatever follows it is the account's own name. */
function keyOf(subject: string): AccountKey | undefined {
  const [, connector, account] = /^([^/]+)\/(.+)$/s.exec(subject) ?? [];
  return connector && account ? { connector, account } : undefined;
}
