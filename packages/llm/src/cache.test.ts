import type { CompletionRequest } from '@draftsmith/contracts';
import { describe, expect, it } from 'vitest';
import { cacheKey, canonicalJson, createAnswerCache } from './cache.ts';
import { parseRoutes } from './routes.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { aRequest } from './testing/requests.ts';

const routes = parseRoutes('openai/gpt-5-mini,offline');
const answer = { text: 'Hello', provider: 'openai', model: 'gpt-5-mini' };

describe('the key', () => {
  it('does not depend on the order of fields', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }));
  });

  const material = { language: 'en', passages: [] };
  it.each<[string, Partial<CompletionRequest>]>([
    ['account', { account: 'other' }],
    ['purpose', { purpose: 'prompt' }],
    ['instructions', { instructions: 'Answer.' }],
    ['messages', { messages: [{ role: 'user', text: 'Where is my parcel' }] }],
    ['roles', { messages: [{ role: 'assistant', text: 'Where is my parcel?' }] }],
    ['limit', { maxOutputTokens: 301 }],
    ['material', { material }],
  ])('changes with the %s', (_, more) => {
    expect(cacheKey(aRequest(more), routes)).not.toBe(cacheKey(aRequest(), routes));
  });

  it('changes with the routes and their order', () => {
    const reversed = [...routes].reverse();
    expect(cacheKey(aRequest(), reversed)).not.toBe(cacheKey(aRequest(), routes));
  });

  it('never coincides for two accounts, whatever else they share or smuggle in', () => {
    // Pieces that would collide if fields were joined instead of encoded.
    const pieces = ['', 'a', 'b', 'ab', '"', '\\', '","account":"b', '\u0000', 'a\nb', '{}', '1', 'null', 'ä', '🙂'];
    const keys = new Map<string, string>();
    for (const account of pieces) {
      for (const instructions of pieces) {
        for (const text of pieces) {
          const key = cacheKey(aRequest({ account, instructions, messages: [{ role: 'user', text }] }), routes);
          expect(keys.get(key)).toBeUndefined();
          keys.set(key, account);
        }
      }
    }
    expect(keys.size).toBe(pieces.length ** 3);
  });
});

describe('the cache', () => {
  it('forgets after its time to live', async () => {
    const clock = createManualClock();
    const cache = createAnswerCache({ maxBytes: 10_000, ttlMs: 1_000, now: clock.now });
    cache.set('key', answer);
    await clock.advance(1_000);
    expect(cache.get('key')).toEqual(answer);
    await clock.advance(1);
    expect(cache.get('key')).toBeUndefined();
  });

  it('is bounded in bytes: old answers leave, an answer beyond the bound is not kept', () => {
    const cache = createAnswerCache({ maxBytes: 3_000, ttlMs: 1_000, now: () => 0 });
    const long = { ...answer, text: 'x'.repeat(1_000) };
    for (const key of ['a', 'b', 'c']) cache.set(key, long);
    expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([false, false, true]);
    cache.set('d', { ...answer, text: 'x'.repeat(3_000) });
    expect(cache.get('d')).toBeUndefined();
  });
});
