import { createHash } from 'node:crypto';

/** RFC 7636: 43 to 128 unreserved characters. */
const VERIFIER = /^[\w.~-]{43,128}$/;

export function verifierMatches(verifier: string, challenge: string): boolean {
  return VERIFIER.test(verifier) && createHash('sha256').update(verifier).digest('base64url') === challenge;
}
