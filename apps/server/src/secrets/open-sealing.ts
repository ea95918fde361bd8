import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Orm } from '@draftsmith/database';
import { AppError, isAppError } from '@draftsmith/errors';
import { createSealer, type Sealer } from '@draftsmith/sealing';
import { type KeySettings, type OpenedRing, openKeyRing } from './open-key-ring.ts';
import { createSecretStore, type SecretStore } from './secret-store.ts';

export interface Sealing {
  keys: OpenedRing;
  sealer: Sealer;
  secrets: SecretStore;
  /** Of the digests in `draft_people`. It does not rotate: nobody would be found again. */
  peopleKey: KeyObject;
}

/** Its row is there from the first start on: rotations hold on to it. */
export const PEOPLE_KEY = 'people-index';

/**
 * Keys, and proof that they are those of this database: a secret in it opens.
 * @throws AppError `invalid` that says what is missing when they are not
 */
export async function openSealing(settings: KeySettings, orm: Orm, now: Date): Promise<Sealing> {
  const keys = await openKeyRing(settings, orm, now);
  const sealer = createSealer(keys.ring);
  const secrets = createSecretStore(orm, sealer);
  const peopleKey = await secrets
    .ensure(PEOPLE_KEY, () => randomBytes(32).toString('base64url'))
    .catch((error: unknown) => {
      throw isAppError(error) && error.code === 'sealing.key-missing' ? otherKeys(error, keys) : error;
    });
  return { keys, sealer, secrets, peopleKey: createSecretKey(peopleKey, 'base64url') };
}

function otherKeys({ message }: AppError, keys: OpenedRing): AppError {
  const here = keys.from === 'file' ? keys.ring.path : 'DRAFTSMITH_KEYS';
  return new AppError(
    'invalid',
    `The keys in ${here} are not those of this database. ${message}. Put the right ones back; processes on several machines need the same DRAFTSMITH_KEYS. If they are lost for good: draftsmith key accept-loss`,
    { code: 'sealing.other-keys' },
  );
}
