import type { Problem, ProblemKind } from './dialect.ts';

const PROBLEMS: Readonly<Record<ProblemKind, readonly [number, string, string | null, string]>> = {
  'rate-limited': [429, 'requests', 'rate_limit_exceeded', 'Rate limit reached for requests.'],
  server: [500, 'server_error', null, 'The server had an error while processing your request.'],
  overloaded: [503, 'server_error', null, 'The engine is currently overloaded, please try again later.'],
  'too-long': [
    400,
    'invalid_request_error',
    'context_length_exceeded',
    "This model's maximum context length is 8192 tokens. However, your messages resulted in 12000 tokens.",
  ],
  // Azure and some gateways filter before the model sees the prompt.
  filtered: [
    400,
    'invalid_request_error',
    'content_filter',
    "The response was filtered due to the prompt triggering the provider's content management policy.",
  ],
  prefill: [
    400,
    'invalid_request_error',
    null,
    'This model does not support assistant message prefill. The conversation must end with a user message.',
  ],
  'bad-key': [401, 'invalid_request_error', 'invalid_api_key', 'Incorrect API key provided.'],
  'no-credit': [402, 'insufficient_quota', 'insufficient_quota', 'Insufficient credits.'],
  forbidden: [403, 'invalid_request_error', 'model_not_allowed', 'Project does not have access to the model.'],
  'unknown-model': [404, 'invalid_request_error', 'model_not_found', 'The model does not exist.'],
};

export function openaiProblem(kind: ProblemKind): Problem {
  const [status, type, code, message] = PROBLEMS[kind];
  return { status, body: JSON.stringify({ error: { message, type, param: null, code } }) };
}
