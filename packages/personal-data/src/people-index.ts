import { createHmac, type KeyObject } from 'node:crypto';
import type { KnownPerson } from '@draftsmith/contracts';
import { identifiersOf } from './identifiers.ts';

export interface PersonDigest {
  /** `reference`: who it is in the source system. */
  kind: 'email' | 'phone' | 'name' | 'account' | 'reference';
  /** HMAC-SHA-256, base64url. */
  digest: string;
}

/** Recognises a person again without keeping who it is. */
export interface PeopleIndex {
  /** Distinct, for all spellings: case, accents, blanks and a phone's punctuation do not count. */
  digestsOf(people: readonly KnownPerson[]): PersonDigest[];
}

/** @param secretKey at least 32 bytes; with another one nobody is found again, so it does not rotate */
export function createPeopleIndex(secretKey: Uint8Array | KeyObject): PeopleIndex {
  return {
    digestsOf(people) {
      const distinct = new Map<string, PersonDigest>();
      for (const { kind, value } of people.flatMap(identifiersOf)) {
        // The kind is part of what is hashed: an account number that looks like a phone number is none.
        const digest = createHmac('sha256', secretKey).update(`${kind}:${value}`).digest('base64url');
        distinct.set(digest, { kind, digest });
      }
      return [...distinct.values()];
    },
  };
}
