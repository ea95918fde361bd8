import { createHash } from 'node:crypto';
import type { CompletionRequest } from '@draftsmith/contracts';
import { LRUCache } from 'lru-cache';
import { formatRoute, type Route } from './routes.ts';

/** What is kept of an answer; id, cost and times belong to each completion. */
export interface CachedAnswer {
  text: string;
  provider: string;
  model: string;
  usedSourceIds?: readonly string[];
}

export interface AnswerCache {
  get(key: string): CachedAnswer | undefined;
  set(key: string, answer: CachedAnswer): void;
}

export interface CacheOptions {
  maxBytes: number;
  ttlMs: number;
  /** Milliseconds; only differences matter. */
  now: () => number;
}

/** Key, entry and bookkeeping of one answer beside its text, roughly. */
const ENTRY_BYTES = 512;

/** Exact answers in this process, bounded by size and age. */
export function createAnswerCache({ maxBytes, ttlMs, now }: CacheOptions): AnswerCache {
  return new LRUCache<string, CachedAnswer>({
    maxSize: maxBytes,
    sizeCalculation: ({ text }) => Buffer.byteLength(text) + ENTRY_BYTES,
    ttl: ttlMs,
    // Without this, the clock is read at most once a millisecond by a timer, which an injected clock cannot drive.
    ttlResolution: 0,
    perf: { now },
  });
}

/**
 * The same key only for the same question by the same account to the same chain. Requests come redacted, so the same
 * question by two customers is one entry, and each gets their own name put back.
 */
export function cacheKey(request: CompletionRequest, routes: readonly Route[]): string {
  const { account, purpose, instructions, messages, maxOutputTokens, material } = request;
  const policy = routes.map(formatRoute);
  const subject = { account, policy, purpose, instructions, messages, maxOutputTokens, material: material ?? null };
  return createHash('sha256').update(canonicalJson(subject)).digest('base64url');
}

/** JSON that does not depend on the order in which somebody wrote an object's fields. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
