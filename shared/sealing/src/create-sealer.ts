import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from './sealer.ts';
import type { KeyRing, SealingKey } from './sealing-key.ts';

const CIPHER = 'aes-256-gcm';
/** Bytes. GCM wants 96 bits; drawn at random, a key is good for 2^32 texts. */
const IV = 12;
/** Bytes. Node would take a tag that was cut to four. */
const TAG = 16;

/** What stood in the open before there was sealing; a migration marks it so. */
const UNSEALED = 'plain.';
const SEALED = /^v1\.([0-9a-f]{12})\.([\w-]{16})\.([\w-]+)$/;

/** AES-256-GCM: `v1.<key's id>.<iv>.<ciphertext and tag>`, the last two as base64url. */
export function createSealer(ring: KeyRing): Sealer {
  return {
    seal(plain, context) {
      const [{ id, secret }] = ring.keys();
      const iv = randomBytes(IV);
      const cipher = createCipheriv(CIPHER, secret, iv, { authTagLength: TAG }).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${prefixOf(id)}${iv.toString('base64url')}.${body.toString('base64url')}`;
    },
    open(sealed, context) {
      if (sealed.startsWith(UNSEALED)) return sealed.slice(UNSEALED.length);
      const [, id, iv, body] = SEALED.exec(sealed) ?? [];
      if (!id || !iv || !body) throw damaged();
      const key = ring.keys().find((one) => one.id === id);
      if (!key) throw keyMissing(id);
      return opened(key, Buffer.from(iv, 'base64url'), Buffer.from(body, 'base64url'), context);
    },
    isCurrent: (sealed) => sealed.startsWith(prefixOf(ring.keys()[0].id)),
  };
}

/** How all those texts begin that open and are not sealed by the current key: for queries of what is to be sealed again. */
export function stalePrefixes(ring: KeyRing): string[] {
  const [, ...older] = ring.keys();
  return [UNSEALED, ...older.map(({ id }) => prefixOf(id))];
}

function prefixOf(keyId: string): string {
  return `v1.${keyId}.`;
}

function opened({ secret }: SealingKey, iv: Buffer, body: Buffer, context: string): string {
  if (body.length < TAG) throw damaged();
  const decipher = createDecipheriv(CIPHER, secret, iv, { authTagLength: TAG })
    .setAAD(Buffer.from(context))
    .setAuthTag(body.subarray(-TAG));
  const start = decipher.update(body.subarray(0, -TAG));
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    throw damaged();
  }
}

function keyMissing(id: string): AppError {
  return new AppError('invalid', `It is sealed with the key ${id}, which is not among the keys here`, {
    code: 'sealing.key-missing',
  });
}

function damaged(): AppError {
  return new AppError('invalid', 'What is sealed here was changed, cut, or copied from another place', {
    code: 'sealing.damaged',
  });
}
