import { join, resolve } from 'node:path';
import type { Orm } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { ensureKeyFile, type KeyFile, type KeyRing, openKeyFile, parseKeys } from '@draftsmith/sealing';
import { type ServerSettings, serverFields } from '../settings.ts';

export type KeySettings = Pick<ServerSettings, 'DRAFTSMITH_DATA' | 'DRAFTSMITH_KEYS'>;

/** Where the keys are; only a file can be rotated by us. */
export type OpenedRing = { from: 'settings'; ring: KeyRing } | { from: 'file'; ring: KeyFile };

export function keyFileIn({ DRAFTSMITH_DATA }: KeySettings): string {
  return join(resolve(DRAFTSMITH_DATA), 'keys.json');
}

/** @returns undefined when no key has been made yet */
export function findKeyRing(settings: KeySettings): OpenedRing | undefined {
  const { DRAFTSMITH_KEYS: text } = settings;
  if (text === undefined) {
    const ring = openKeyFile(keyFileIn(settings));
    return ring && { from: 'file', ring };
  }
  const keys = parseKeys(text);
  if (!keys)
    throw new AppError('invalid', `DRAFTSMITH_KEYS: expected ${serverFields.DRAFTSMITH_KEYS.expected}`, {
      code: 'settings.invalid',
    });
  return { from: 'settings', ring: { keys: () => keys } };
}

/**
 * The keys of the settings, or else of `keys.json` in the data folder, which the first start makes.
 * @throws AppError `invalid` when the database was sealed before and the keys are not here: a new one would open nothing
 */
export async function openKeyRing(settings: KeySettings, orm: Orm, now: Date): Promise<OpenedRing> {
  const known = findKeyRing(settings);
  if (known) return known;
  const path = keyFileIn(settings);
  const [sealed] = await orm.select({ name: secrets.name }).from(secrets).limit(1);
  if (sealed) {
    // Between the two looks another process with this folder may have made the keys, and sealed with them.
    const made = findKeyRing(settings);
    if (made) return made;
    throw new AppError(
      'invalid',
      `What this database holds is sealed, and its keys are not here: put ${path} back from a backup, or set DRAFTSMITH_KEYS, which processes on several machines need to share. If they are lost for good: draftsmith key accept-loss`,
      { code: 'sealing.no-keys' },
    );
  }
  return { from: 'file', ring: await ensureKeyFile(resolve(settings.DRAFTSMITH_DATA), path, now) };
}
