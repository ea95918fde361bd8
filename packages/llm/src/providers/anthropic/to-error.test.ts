import { APIError } from '@anthropic-ai/sdk';
import { expect, it } from 'vitest';
import { faultOfThrown, readFault } from '../fault.ts';
import { toError } from './to-error.ts';

function thrown(status: number, type: string, message = 'about anna@example.com') {
  const body = { type: 'error', error: { type, message } };
  return faultOfThrown(APIError.generate(status, body, undefined, new Headers())) ?? readFault(undefined);
}

it.each([
  [402, 'billing_error', 'x', 'no-credit'],
  [400, 'invalid_request_error', 'Your credit balance is too low to access the API.', 'no-credit'],
  [400, 'invalid_request_error', 'prompt is too long: 210000 tokens > 200000 maximum', 'too-long'],
  [
    400,
    'invalid_request_error',
    'input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000',
    'too-long',
  ],
  [413, 'request_too_large', 'Request exceeds the maximum size', 'too-long'],
  [404, 'not_found_error', 'model: claude-9', 'unknown-model'],
  [400, 'invalid_request_error', 'Output blocked by content filtering policy', 'refused'],
  [400, 'invalid_request_error', 'temperature: must be less than 1', undefined],
  [401, 'authentication_error', 'x', undefined],
  [429, 'rate_limit_error', 'prompt is too long for your rate limit', undefined],
  [529, 'overloaded_error', 'Overloaded', undefined],
])('%i %s: %s', (status, type, message, meaning) => {
  expect(toError(thrown(status, type, message))).toBe(meaning);
});

it('knows a filter that strikes in the middle of a stream', () => {
  const error = { type: 'invalid_request_error', message: 'Output blocked by content filtering policy' };
  expect(toError(readFault(error))).toBe('refused');
});
