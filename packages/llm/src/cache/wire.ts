import { hash } from 'node:crypto';
import type { CacheKey } from './answer-store.ts';
import { readSealed, type SealedAnswer } from './sealed-answer.ts';

// What lies in Redis and what is said there.

/** Counts up when the form changes: processes of two versions then take nothing from each other. */
const VERSION = 1;

export interface RedisKeys {
  answer: string;
  lock: string;
  generation: string;
  /** Matches every answer of the account. */
  allAnswers: string;
}

/** Accounts are hashed: whatever characters they have, they cannot reach into each other's keys. */
export function redisKeys(prefix: string, { account, digest }: CacheKey): RedisKeys {
  const base = `${prefix}{${hash('sha256', account, 'base64url').slice(0, 22)}}:`;
  return {
    answer: `${base}answer:${digest}`,
    lock: `${base}lock:${digest}`,
    generation: `${base}generation`,
    allAnswers: `${base.replaceAll(/[\\*?[\]]/g, '\\$&')}answer:*`,
  };
}

/** What a kept answer to this question begins with, up to the value of its generation. */
export function beginning({ digest }: CacheKey): string {
  return `{"version":${VERSION},"digest":${JSON.stringify(digest)},"generation":`;
}

export function encode(key: CacheKey, generation: string, answer: SealedAnswer): string {
  return `${beginning(key)}${JSON.stringify(generation)},"answer":${JSON.stringify(answer)}}`;
}

/** Undefined for what is no answer to this question or cannot be read. */
export function decode(key: CacheKey, text: string): SealedAnswer | undefined {
  if (!text.startsWith(beginning(key))) return undefined;
  try {
    return readSealed((JSON.parse(text) as { answer?: unknown }).answer);
  } catch {
    return undefined;
  }
}

/** Where every process hears what the others did. */
export function channelOf(prefix: string): string {
  return `${prefix}news`;
}

export type News =
  /** `kept`: an answer is there now; `none`: who was making it has nothing for others. */
  { kind: 'kept' | 'none'; key: CacheKey } | { kind: 'purged'; account: string };

export function encodeNews(news: News): string {
  return JSON.stringify(news.kind === 'purged' ? news : { kind: news.kind, ...news.key });
}

export function decodeNews(text: string): News | undefined {
  try {
    const { kind, account, digest } = JSON.parse(text) as Record<string, unknown>;
    if (typeof account !== 'string') return undefined;
    if (kind === 'purged') return { kind, account };
    return (kind === 'kept' || kind === 'none') && typeof digest === 'string'
      ? { kind, key: { account, digest } }
      : undefined;
  } catch {
    return undefined;
  }
}
