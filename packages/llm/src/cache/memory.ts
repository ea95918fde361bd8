import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { CacheKey } from './answer-store.ts';
import { bytesOf, type SealedAnswer } from './sealed-answer.ts';

export interface MemoryOptions {
  /** Of all answers together, with what it takes to find them. */
  maxBytes: number;
  /** How long an answer is good, in milliseconds. */
  ttlMs: number;
}

/** Answers in this process, the ones used least recently leave first. */
export interface AnswerMemory {
  get(key: CacheKey): SealedAnswer | undefined;
  /** Another one after every purge: what was begun before a purge must not be kept after it. */
  epoch(): number;
  /** @param since the epoch when work on the answer began. */
  set(key: CacheKey, answer: SealedAnswer, more: { since: number; ttlMs?: number }): void;
  purge(account: string): void;
  clear(): void;
}

interface Entry {
  account: string;
  answer: SealedAnswer;
}

/** Objects, key and places in the lists of one answer, beside its texts: 390 measured on Node 24. */
const ENTRY_BYTES = 500;

export function createAnswerMemory({ maxBytes, ttlMs }: MemoryOptions, clock: Clock): AnswerMemory {
  /** So that a purge looks at one account's answers only. */
  const idsByAccount = new Map<string, Set<string>>();
  let epoch = 0;

  const entries = new LRUCache<string, Entry>({
    // lru-cache takes 0 for no bound.
    maxSize: Math.max(1, maxBytes),
    ttl: Math.max(1, ttlMs),
    // Without this, the clock is read at most once a millisecond by a timer, which an injected clock cannot drive.
    ttlResolution: 0,
    perf: clock,
    dispose: ({ account }, id, reason) => {
      if (reason !== 'set') drop(account, id);
    },
  });

  function drop(account: string, id: string): void {
    const ids = idsByAccount.get(account);
    ids?.delete(id);
    if (ids?.size === 0) idsByAccount.delete(account);
  }

  return {
    get: (key) => entries.get(idOf(key))?.answer,
    epoch: () => epoch,
    set(key, answer, { since, ttlMs: shorter = ttlMs }) {
      const id = idOf(key);
      const size = bytesOf(answer) + 2 * id.length + ENTRY_BYTES;
      if (since !== epoch || size > maxBytes || Math.min(shorter, ttlMs) <= 0) return;
      const ids = idsByAccount.get(key.account) ?? new Set();
      idsByAccount.set(key.account, ids.add(id));
      entries.set(id, { account: key.account, answer }, { size, ttl: Math.min(shorter, ttlMs) });
    },
    purge(account) {
      epoch++;
      for (const id of [...(idsByAccount.get(account) ?? [])]) entries.delete(id);
    },
    clear() {
      epoch++;
      entries.clear();
    },
  };
}

/** One string for both parts; a digest has no line end in it. */
export function idOf({ account, digest }: CacheKey): string {
  return `${account}\n${digest}`;
}
