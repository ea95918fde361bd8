import type { IncomingHttpHeaders } from 'node:http';
import type { Completion, ParsedRequest } from '../conversation.ts';
import { tokenize } from '../conversation.ts';
import { type Dialect, optionalNumber, type Problem, type StreamEvent, splitMessages, textOf } from './dialect.ts';

/** Anthropic Messages, text only. */
export const anthropic: Dialect = {
  id: 'anthropic',
  path: '/v1/messages',
  hasKey: (headers) => Boolean(headers['x-api-key']) || /^Bearer \S+$/.test(headers.authorization ?? ''),
  parse,
  body: (completion) => ({ ...message(completion), content: content(completion), ...stop(completion) }),
  events,
  errorBody,
  errorEvent: (problem, requestId) => ({ event: 'error', data: errorBody(problem, requestId) }),
  headers,
  contextTooLong: (inputTokens, limit) => ({
    status: 400,
    message: `prompt is too long: ${inputTokens} tokens > ${limit} maximum`,
  }),
};

function parse(body: Record<string, unknown>, headers: IncomingHttpHeaders): ParsedRequest | { problem: Problem } {
  if (headers['anthropic-version'] === undefined) return invalid('anthropic-version: header is required');
  if (typeof body.model !== 'string') return invalid('model: Field required');
  if (!Array.isArray(body.messages) || body.messages.length === 0) return invalid('messages: Field required');
  const maxTokens = optionalNumber(body.max_tokens);
  if (maxTokens === undefined) return invalid('max_tokens: Field required');
  const { system, messages } = splitMessages(body.messages);
  return {
    dialect: 'anthropic',
    model: body.model,
    system: [textOf(body.system), ...system].filter((text) => text !== '').join('\n\n'),
    messages,
    body,
    stream: body.stream === true,
    includeUsage: true,
    maxTokens,
  };
}

function invalid(message: string): { problem: Problem } {
  return { problem: { status: 400, message } };
}

const ERROR_TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

function errorBody(problem: Problem, requestId: string): Record<string, unknown> {
  const type = ERROR_TYPES[problem.status] ?? (problem.status >= 500 ? 'api_error' : 'invalid_request_error');
  return { type: 'error', error: { type, message: problem.message }, request_id: requestId };
}

function headers(requestId: string, now: Date): Record<string, string> {
  const reset = new Date(now.getTime() + 60_000).toISOString();
  return {
    'request-id': requestId,
    'anthropic-organization-id': '00000000-0000-4000-8000-000000000000',
    'anthropic-ratelimit-requests-limit': '4000',
    'anthropic-ratelimit-requests-remaining': '3999',
    'anthropic-ratelimit-requests-reset': reset,
    'anthropic-ratelimit-input-tokens-limit': '400000',
    'anthropic-ratelimit-input-tokens-remaining': '399000',
    'anthropic-ratelimit-input-tokens-reset': reset,
    'anthropic-ratelimit-output-tokens-limit': '80000',
    'anthropic-ratelimit-output-tokens-remaining': '79000',
    'anthropic-ratelimit-output-tokens-reset': reset,
  };
}

function message(completion: Completion, outputTokens = completion.usage.outputTokens): Record<string, unknown> {
  return {
    id: `msg_${completion.key}`,
    type: 'message',
    role: 'assistant',
    model: completion.model,
    container: null,
    diagnostics: null,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    usage: {
      input_tokens: completion.usage.inputTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: 'standard',
      inference_geo: null,
      speed: null,
    },
  };
}

/** An empty answer has no block at all. */
function content(completion: Completion): Record<string, unknown>[] {
  return isEmpty(completion) ? [] : [{ type: 'text', text: completion.text, citations: null }];
}

/** A refusal says so in its stop reason; its wording goes to `stop_details`, not into the content. */
function isEmpty({ text, finishReason }: Completion): boolean {
  return text === '' || finishReason === 'refusal';
}

function stop(completion: Completion): Record<string, unknown> {
  const reasons = { stop: 'end_turn', length: 'max_tokens', refusal: 'refusal', content_filter: 'refusal' } as const;
  const reason = reasons[completion.finishReason];
  return {
    stop_reason: reason,
    stop_sequence: null,
    stop_details:
      reason === 'refusal' ? { type: 'refusal', category: null, explanation: completion.text || null } : null,
  };
}

function events(completion: Completion): StreamEvent[] {
  const event = (type: string, fields: Record<string, unknown> = {}, isDelta = false): StreamEvent => ({
    event: type,
    data: { type, ...fields },
    ...(isDelta ? { isDelta } : {}),
  });
  const { inputTokens, outputTokens } = completion.usage;
  const block = isEmpty(completion)
    ? []
    : [
        event('content_block_start', { index: 0, content_block: { type: 'text', text: '', citations: null } }),
        event('ping'),
        ...tokenize(completion.text).map((text) =>
          event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }, true),
        ),
        event('content_block_stop', { index: 0 }),
      ];
  return [
    // What was written so far is counted in message_delta; the start carries the input and a first token.
    event('message_start', { message: message(completion, Math.min(1, outputTokens)) }),
    ...block,
    event('message_delta', {
      delta: { ...stop(completion), container: null },
      usage: {
        input_tokens: inputTokens,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        output_tokens: outputTokens,
        output_tokens_details: null,
        server_tool_use: null,
      },
    }),
    event('message_stop'),
  ];
}
