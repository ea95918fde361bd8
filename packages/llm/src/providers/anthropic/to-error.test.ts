import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { AppError } from '@draftsmith/errors';
import { expect, it } from 'vitest';
import { toError } from './to-error.ts';

function answer(
  status: number,
  type: string,
  message = 'about anna@example.com',
  headers: Record<string, string> = {},
) {
  const body = { type: 'error', error: { type, message } };
  return APIError.generate(status, body, undefined, new Headers(headers));
}

it.each<[string, unknown, boolean, Partial<AppError>]>([
  ['401', answer(401, 'authentication_error'), false, { kind: 'auth', status: 401 }],
  ['404', answer(404, 'not_found_error'), false, { kind: 'not-found' }],
  [
    '429',
    answer(429, 'rate_limit_error', 'x', { 'retry-after': '3' }),
    false,
    { kind: 'rate-limited', retryAfterMs: 3_000 },
  ],
  ['529', answer(529, 'overloaded_error'), false, { kind: 'unavailable', retryable: true, status: 529 }],
  ['billing', answer(402, 'billing_error'), false, { code: 'llm.no-credit', retryable: false }],
  ['credit', answer(400, 'invalid_request_error', 'Your credit balance is too low'), false, { code: 'llm.no-credit' }],
  ['too long', answer(400, 'invalid_request_error', 'prompt is too long: 9 > 8'), false, { code: 'llm.too-long' }],
  ['unreachable', new APIConnectionError({ message: 'x' }), false, { code: 'llm.unreachable' }],
  ['cut', new TypeError('terminated'), true, { code: 'llm.cut', retryable: true }],
  ['malformed', new SyntaxError('x'), true, { code: 'llm.malformed', retryable: false }],
  [
    'error event',
    new APIError(undefined, { error: { type: 'overloaded_error' } }, undefined, undefined),
    true,
    { code: 'llm.stream' },
  ],
  ['ours', new AppError('timeout', 'x'), true, { kind: 'timeout' }],
])('%s', (_, thrown, opened, expected) => {
  const error = toError(thrown, { title: 'Anthropic', opened, now: 0 });
  expect(error).toMatchObject(expected);
  expect(error.message).not.toContain('anna');
});
