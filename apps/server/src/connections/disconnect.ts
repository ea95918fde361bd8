import type { Actor } from '@draftsmith/audit';
import { toAppError } from '@draftsmith/errors';
import { type AccountKey, type Installation, readCredentials, secretNames } from '@draftsmith/installations';
import type { ConnectionsDeps } from './connections-deps.ts';
import { type LocalRemoval, removeLocalData } from './local-data.ts';
import { notConnected } from './not-connected.ts';
import { openInstallation, readProvisioned } from './open-installation.ts';

/** Milliseconds for the source system to forget us. */
const PATIENCE = 60_000;

export interface Disconnected extends LocalRemoval {
  /** What could not be removed in the source system, in words by which a person finds it there. */
  left: string[];
}

/**
 * Takes an account away: what was made in the source system, the access, and everything that is kept of it here. What the
 * source system does not let us remove is named, and holds up nothing else.
 *
 * @throws AppError `not-found`, or `invalid` for an account that settings connect
 */
export async function disconnect(deps: ConnectionsDeps, key: AccountKey, actor: Actor): Promise<Disconnected> {
  const row = await deps.installations.change(key, { state: 'removing' });
  if (!row) throw notConnected(deps, key);
  // No delivery is taken and no draft begun from here on.
  await deps.accounts.reload();
  const left = await removeThere(deps, row);
  const removed = await removeLocalData(deps.orm, deps.secrets, key);
  await deps.purgeAnswers(key.account).catch((thrown: unknown) => {
    deps.logger.warn('Cached answers could not be removed; they end by themselves', { error: toAppError(thrown) });
  });
  const detail = { left: left.length, rows: Object.values(removed.rows).reduce((sum, rows) => sum + rows, 0) };
  await deps.audit.record({ actor, action: 'connection.removed', subject: `${key.connector}/${key.account}`, detail });
  await deps.accounts.reload();
  return { left, ...removed };
}

async function removeThere(deps: ConnectionsDeps, row: Installation): Promise<string[]> {
  const signal = AbortSignal.timeout(PATIENCE);
  const left: string[] = [];
  try {
    const { install, settings, ports } = openInstallation(row, deps);
    const made = await readProvisioned(row, deps.secrets);
    left.push(...(await install.remove(settings, ports, made, signal)).left);
    const stored = await deps.secrets.get(secretNames(row).oauth);
    if (stored) await install.oauth(settings, ports).revoke(readCredentials(stored).tokens.accessToken, signal);
  } catch (thrown) {
    left.push(`the access of Draftsmith, in the list of OAuth clients (${toAppError(thrown).message})`);
  }
  return left;
}
