import type { Answer } from './answer.ts';
import { type Dialect, type Ending, type Problem, type ProblemKind, REASON } from './dialect.ts';

/** Anthropic Messages, streamed: the input tokens come at the start, the output tokens at the end. */
export const anthropic: Dialect = {
  name: 'anthropic',
  path: '/v1/messages',
  opening,
  piece: ({ pieces }, index, text = pieces[index]) =>
    event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  closing,
  sentinel: event('message_stop', {}),
  keepAlive: event('ping', {}),
  problem,
  problemEvent: (kind) => `event: error\ndata: ${problem(kind).body}\n\n`,
  turns: ({ messages }) => (Array.isArray(messages) ? messages : []),
};

function opening({ model, usage }: Answer): string {
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: usage.inputTokens, output_tokens: 1 },
  };
  const block = { index: 0, content_block: { type: 'text', text: '' } };
  return event('message_start', { message }) + event('content_block_start', block) + anthropic.keepAlive;
}

function closing({ usage }: Answer, ending: Ending): string {
  const refused = ending === 'filtered' || ending === 'declined';
  const delta = {
    stop_reason: refused ? 'refusal' : ending === 'length' ? 'max_tokens' : 'end_turn',
    stop_sequence: null,
    ...(refused ? { stop_details: { type: 'refusal', category: null, explanation: REASON } } : {}),
  };
  return (
    event('content_block_stop', { index: 0 }) +
    event('message_delta', { delta, usage: { output_tokens: usage.outputTokens } })
  );
}

function event(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

const PROBLEMS: Readonly<Record<ProblemKind, readonly [number, string, string]>> = {
  'rate-limited': [429, 'rate_limit_error', 'This request would exceed the rate limit of your organization.'],
  server: [500, 'api_error', 'Internal server error'],
  overloaded: [503, 'overloaded_error', 'Overloaded'],
  'too-long': [400, 'invalid_request_error', 'prompt is too long: 212000 tokens > 200000 maximum'],
  filtered: [400, 'invalid_request_error', 'Output blocked by content filtering policy'],
  prefill: [
    400,
    'invalid_request_error',
    'This model does not support assistant message prefill. The conversation must end with a user message.',
  ],
  'bad-key': [401, 'authentication_error', 'invalid x-api-key'],
  'no-credit': [402, 'billing_error', 'Your credit balance is too low to access the Anthropic API.'],
  forbidden: [403, 'permission_error', 'Your API key does not have permission to use the specified resource.'],
  'unknown-model': [404, 'not_found_error', 'model not found'],
};

function problem(kind: ProblemKind): Problem {
  const [status, type, message] = PROBLEMS[kind];
  return { status, body: JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_1' }) };
}
