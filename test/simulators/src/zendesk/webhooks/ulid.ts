import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Webhook and invocation ids are ULIDs: 10 characters of time, 16 of chance. */
export function ulid(at: Date): string {
  let time = at.getTime();
  let prefix = '';
  for (let index = 0; index < 10; index += 1) {
    prefix = `${ALPHABET[time % 32]}${prefix}`;
    time = Math.floor(time / 32);
  }
  const random = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('');
  return prefix + random;
}
