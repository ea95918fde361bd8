import { AppError } from '@draftsmith/errors';
import { APIConnectionError, APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { toError } from './to-error.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

function translate(thrown: unknown, opened = false): unknown {
  try {
    return toError(thrown, { title: 'OpenAI', opened, now: NOW });
  } catch (error) {
    return error;
  }
}

function answer(status: number, body: object = {}, headers: Record<string, string> = {}): APIError {
  return APIError.generate(
    status,
    { error: { message: 'about anna@example.com', ...body } },
    undefined,
    new Headers(headers),
  );
}

describe('toError', () => {
  it.each<[string, unknown, boolean, Partial<AppError>]>([
    ['401', answer(401, { code: 'invalid_api_key' }), false, { kind: 'auth', retryable: false, status: 401 }],
    ['403', answer(403), false, { kind: 'permission' }],
    ['404', answer(404, { code: 'model_not_found' }), false, { kind: 'not-found' }],
    ['400', answer(400), false, { kind: 'invalid' }],
    ['429', answer(429), false, { kind: 'rate-limited', retryable: true, retryAfterMs: undefined }],
    ['429 in seconds', answer(429, {}, { 'retry-after': '2' }), false, { retryAfterMs: 2_000 }],
    [
      '429 in milliseconds',
      answer(429, {}, { 'retry-after-ms': '70', 'retry-after': '1' }),
      false,
      { retryAfterMs: 70 },
    ],
    [
      '429 until a date',
      answer(429, {}, { 'retry-after': 'Fri, 20 Nov 2026 12:00:03 GMT' }),
      false,
      { retryAfterMs: 3_000 },
    ],
    [
      '429 until a date by a clock that is off',
      answer(429, {}, { 'retry-after': 'Fri, 20 Nov 2026 13:00:03 GMT', date: 'Fri, 20 Nov 2026 13:00:00 GMT' }),
      false,
      { retryAfterMs: 3_000 },
    ],
    ['no credit', answer(429, { code: 'insufficient_quota' }), false, { code: 'llm.no-credit', retryable: false }],
    ['too long', answer(400, { code: 'context_length_exceeded' }), false, { kind: 'invalid', code: 'llm.too-long' }],
    ['500', answer(500), false, { kind: 'unavailable', retryable: true }],
    ['unreachable', new APIConnectionError({ message: 'x' }), false, { kind: 'unavailable', code: 'llm.unreachable' }],
    ['cut', new TypeError('terminated'), true, { kind: 'unavailable', code: 'llm.cut', retryable: true }],
    ['malformed', new SyntaxError('x'), true, { kind: 'unavailable', code: 'llm.malformed', retryable: false }],
    ['error event', new APIError(undefined, { message: 'x' }, undefined, undefined), true, { code: 'llm.stream' }],
  ])('%s', (_, thrown, opened, expected) => {
    const error = translate(thrown, opened);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject(expected);
    expect(String(error)).not.toContain('anna');
  });

  it('takes a filtered prompt for a refusal', () => {
    expect(translate(answer(400, { code: 'content_filter' }))).toEqual({
      kind: 'refused',
      detail: 'OpenAI declined to answer (content_filter)',
    });
  });

  it('passes our own errors on', () => {
    const error = new AppError('timeout', 'x');
    expect(translate(error)).toBe(error);
  });
});
