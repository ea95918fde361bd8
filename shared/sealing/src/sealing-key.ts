import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;

export interface SealingKey {
  /** Twelve hexadecimal characters that tell keys apart and say nothing about them. */
  id: string;
  /** Opaque: printed or logged by mistake, it shows nothing. */
  secret: KeyObject;
  /** Unknown for keys that come from settings. */
  madeAt?: Date;
}

/** The keys of this installation, at least one, newest first: the first seals, all of them open. */
export interface KeyRing {
  keys(): readonly [SealingKey, ...SealingKey[]];
}

/** @param bytes 32, from a source of randomness */
export function sealingKey(bytes: Buffer, madeAt?: Date): SealingKey {
  const id = createHash('sha256').update('draftsmith.key-id').update(bytes).digest('hex').slice(0, 12);
  return { id, secret: createSecretKey(bytes), ...(madeAt && { madeAt }) };
}

export function newSealingKey(now: Date): SealingKey {
  return sealingKey(randomBytes(KEY_BYTES), now);
}
