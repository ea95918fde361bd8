import { resolve } from 'node:path';
import type { AuditLog } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';
import { createSealer, ensureKeyFile, type KeyRing } from '@draftsmith/sealing';
import { inArray } from 'drizzle-orm';
import { findKeyRing, type KeySettings, keyFileIn } from './open-key-ring.ts';
import { createSecretStore } from './secret-store.ts';

/** @returns the names of secrets that no key here opens: without them a start is refused */
export async function lostSecrets(settings: KeySettings, orm: Orm): Promise<string[]> {
  const known = await orm.select({ name: secrets.name }).from(secrets).orderBy(secrets.name);
  const names = known.map(({ name }) => name);
  const ring = findKeyRing(settings)?.ring;
  const opens = await Promise.all(names.map((name) => ring !== undefined && canOpen(orm, ring, name)));
  return names.filter((_, i) => !opens[i]);
}

/**
 * The way on for whoever has lost keys for good: forgets the secrets that they sealed, and makes a key where there is
 * none. Drafts stay as they are, unreadable: should the keys be found, they open again.
 */
export async function acceptLoss(
  settings: KeySettings,
  orm: Orm,
  { audit, now }: { audit: Pick<AuditLog, 'record'>; now: Date },
): Promise<string[]> {
  const lost = await lostSecrets(settings, orm);
  if (lost.length === 0) return lost;
  if (!findKeyRing(settings)) await ensureKeyFile(resolve(settings.DRAFTSMITH_DATA), keyFileIn(settings), now);
  await orm.transaction(async (tx) => {
    await audit.record({ actor: { kind: 'command' }, action: 'key.loss-accepted', detail: { secrets: lost } }, tx);
    await tx.delete(secrets).where(inArray(secrets.name, lost));
  });
  return lost;
}

async function canOpen(orm: Orm, ring: KeyRing, name: string): Promise<boolean> {
  try {
    await createSecretStore(orm, createSealer(ring)).get(name);
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
