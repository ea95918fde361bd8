import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters that need no escaping in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** RFC 7636: 43 to 128 characters that only who began the authorization knows. */
export const createVerifier = randomToken;

/** `code_challenge` of the method S256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** What is stored of a random value that only somebody else needs to hold. */
export const digestOf = challengeOf;
