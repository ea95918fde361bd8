import { createHash } from 'node:crypto';

/** A name for what somebody wrote: the same for the same words, and nobody reads them from it. Proves nothing to anybody. */
export function digestOf(words: string | Uint8Array): string {
  return createHash('sha256').update(words).digest('hex');
}
