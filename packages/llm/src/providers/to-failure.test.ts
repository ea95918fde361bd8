import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { toFailure } from './to-failure.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const context = { title: 'OpenAI', model: 'gpt-9', now: NOW };
const limited = (headers: Record<string, string>): Partial<Fault> => ({ status: 429, headers: new Headers(headers) });
const translate = (fault: Partial<Fault>) =>
  toFailure({ words: [], text: 'anna@example.com', ...fault }, undefined, context);

describe('toFailure', () => {
  it.each<[string, Partial<Fault>, object]>([
    ['401', { status: 401 }, { kind: 'auth', retryable: false, code: 'llm.status', status: 401 }],
    ['403', { status: 403 }, { kind: 'permission', retryable: false }],
    ['404', { status: 404 }, { kind: 'not-found', message: expect.stringContaining('DRAFTSMITH_ROUTES') }],
    ['400', { status: 400 }, { kind: 'invalid', retryable: false }],
    ['402', { status: 402 }, { kind: 'rate-limited', code: 'llm.no-credit', retryable: false, status: 402 }],
    ['413', { status: 413 }, { kind: 'invalid', code: 'llm.too-long' }],
    ['429', { status: 429 }, { kind: 'rate-limited', retryable: true, retryAfterMs: undefined }],
    ['500', { status: 500 }, { kind: 'unavailable', retryable: true }],
    ['529', { status: 529, words: ['overloaded_error'] }, { kind: 'unavailable', retryable: true, status: 529 }],
    ['302', { status: 302 }, { kind: 'unavailable', message: expect.stringContaining('check the base URL') }],
    [
      'no status, overloaded',
      { words: ['overloaded_error'] },
      { kind: 'unavailable', code: 'llm.stream', retryable: true },
    ],
    ['no status, rate', { words: ['x', 'rate_limit_error'] }, { kind: 'rate-limited', retryable: true }],
    ['no status, key', { words: ['authentication_error'] }, { kind: 'auth', retryable: false }],
    ['no status, model', { words: ['not_found_error'] }, { kind: 'not-found' }],
    ['no status, request', { words: ['invalid_request_error'] }, { kind: 'invalid' }],
    ['nothing known', {}, { kind: 'unavailable', code: 'llm.stream', retryable: true }],
  ])('%s', (_, fault, expected) => {
    const failure = translate(fault);
    expect(failure).toMatchObject({ kind: 'failed', error: expected });
    expect(JSON.stringify(failure) + (failure.kind === 'failed' ? failure.error.message : '')).not.toContain('anna');
  });

  it.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '70', 'retry-after': '1' }, 70],
    [{ 'retry-after-ms': '', 'retry-after': '1' }, 1_000],
    [{ 'retry-after-ms': 'soon', 'retry-after': '1' }, 1_000],
    [{ 'retry-after-ms': 'Infinity' }, undefined],
    [{ 'retry-after': 'Fri, 20 Nov 2026 12:00:03 GMT' }, 3_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 13:00:03 GMT', date: 'Fri, 20 Nov 2026 13:00:00 GMT' }, 3_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'x-ratelimit-reset-requests': '6m0s', 'anthropic-ratelimit-requests-reset': '2026-11-20T13:00:00Z' }, undefined],
  ])('reads %j as a wait', (headers, retryAfterMs) => {
    const failure = translate(limited(headers));
    expect(failure.kind === 'failed' && failure.error.retryAfterMs).toBe(retryAfterMs);
  });

  it('takes the word of a vendor that says more than its status', () => {
    const fault: Fault = { status: 400, words: ['content_filter'], text: '' };
    expect(toFailure(fault, 'refused', context)).toEqual({
      kind: 'refused',
      detail: 'OpenAI declined to answer (content_filter)',
    });
    expect(toFailure(fault, 'unknown-model', context)).toMatchObject({ error: { kind: 'not-found', status: 400 } });
    expect(toFailure({ ...fault, status: 429 }, 'no-credit', context)).toMatchObject({
      error: { code: 'llm.no-credit', status: 429, retryable: false },
    });
  });
});
