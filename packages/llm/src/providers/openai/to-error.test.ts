import { APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { faultOfThrown, readFault } from '../fault.ts';
import { toError } from './to-error.ts';

function thrown(status: number, error: object | string) {
  return faultOfThrown(APIError.generate(status, { error }, undefined, new Headers())) ?? readFault(undefined);
}

describe('toError', () => {
  it.each<[number, string | object]>([
    [400, { code: 'context_length_exceeded', message: 'Your input exceeds the context window of this model.' }],
    [400, "This model's maximum context length is 16384 tokens. However, you requested 122946 tokens"],
    [400, 'max_tokens must be at least 1, got -186.'],
    [400, "This endpoint's maximum context length is 131072 tokens. However, you requested about 141607 tokens"],
    [400, { type: 'exceed_context_size_error', code: 400, message: 'x', n_prompt_tokens: 1407, n_ctx: 256 }],
    [500, 'the request exceeds the available context size. try increasing the context size or enable context shift'],
    [400, 'Requested tokens (2285) exceed context window of 2048'],
    [400, 'the input length exceeds the context length'],
    [413, { code: 'request_too_large' }],
  ])('knows too long a prompt: %i %j', (status, error) => expect(toError(thrown(status, error))).toBe('too-long'));

  it.each<[number, object]>([
    [400, { code: 'content_filter', innererror: { code: 'ResponsibleAIPolicyViolation' } }],
    [400, { code: 'content_policy_violation' }],
    [400, { code: 'invalid_prompt', message: 'Your prompt was flagged as potentially violating our usage policy.' }],
    [403, { code: 403, message: 'Your chosen model requires moderation and your input was flagged for "violence"' }],
  ])('takes a filtered prompt for a refusal: %i %j', (status, error) => {
    expect(toError(thrown(status, error))).toBe('refused');
  });

  it.each<[number, string | object, string | undefined]>([
    [429, { code: 'insufficient_quota', type: 'insufficient_quota' }, 'no-credit'],
    [404, { code: 'model_not_found' }, 'unknown-model'],
    [400, { code: 400, message: 'gpt-99 is not a valid model ID' }, 'unknown-model'],
    [404, 'model "llama9" not found, try pulling it first', 'unknown-model'],
    [401, { code: 'invalid_api_key' }, undefined],
    [
      429,
      { code: 'rate_limit_exceeded', message: 'Request too large: the input is too long for your limit' },
      undefined,
    ],
    [400, { code: 'unsupported_parameter', message: "'temperature' is not supported with this model" }, undefined],
    [503, 'the request exceeds our patience', undefined],
  ])('%i %j', (status, error, meaning) => expect(toError(thrown(status, error))).toBe(meaning));

  it('knows a prompt that turns out too long in the middle of a stream', () => {
    expect(toError(readFault({ message: 'the request exceeds the available context size' }))).toBe('too-long');
  });
});
