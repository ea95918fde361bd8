import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from './dialect.ts';

const TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'invalid_request_error',
  403: 'insufficient_permissions',
  404: 'invalid_request_error',
  429: 'requests',
};

const CODES: Record<number, string> = { 401: 'invalid_api_key', 404: 'model_not_found', 429: 'rate_limit_exceeded' };

/** `{"error":{"message","type","param","code"}}`: the same in Chat Completions and Responses. */
export function openaiError(problem: Problem): Record<string, unknown> {
  return {
    error: {
      message: problem.message,
      type: TYPES[problem.status] ?? (problem.status >= 500 ? 'server_error' : 'invalid_request_error'),
      param: problem.param ?? null,
      code: problem.code ?? CODES[problem.status] ?? null,
    },
  };
}

export function openaiContextTooLong(inputTokens: number, limit: number): Problem {
  return {
    status: 400,
    code: 'context_length_exceeded',
    param: 'messages',
    message: `This model's maximum context length is ${limit} tokens. However, your messages resulted in ${inputTokens} tokens. Please reduce the length of the messages.`,
  };
}

export function openaiHeaders(requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'openai-version': '2020-10-01',
    'openai-processing-ms': '12',
    'x-ratelimit-limit-requests': '10000',
    'x-ratelimit-remaining-requests': '9999',
    'x-ratelimit-reset-requests': '6ms',
    'x-ratelimit-limit-tokens': '2000000',
    'x-ratelimit-remaining-tokens': '1999000',
    'x-ratelimit-reset-tokens': '30ms',
  };
}

export function hasBearer(headers: IncomingHttpHeaders): boolean {
  return /^Bearer \S+$/.test(headers.authorization ?? '');
}
