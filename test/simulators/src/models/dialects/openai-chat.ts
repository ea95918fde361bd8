import type { Completion, ParsedRequest } from '../conversation.ts';
import { tokenize } from '../conversation.ts';
import { type Dialect, optionalNumber, type Problem, type StreamEvent, splitMessages } from './dialect.ts';
import { hasBearer, openaiContextTooLong, openaiError, openaiHeaders } from './openai-errors.ts';

/** OpenAI Chat Completions, which most local servers speak too. */
export const openaiChat: Dialect = {
  id: 'openai-chat',
  path: '/v1/chat/completions',
  hasKey: hasBearer,
  parse,
  body: (completion) => ({
    id: `chatcmpl-${completion.key}`,
    object: 'chat.completion',
    created: completion.createdAt,
    model: completion.model,
    choices: [{ index: 0, message: message(completion), logprobs: null, finish_reason: finishReason(completion) }],
    usage: usage(completion),
    service_tier: 'default',
    system_fingerprint: 'fp_simulator',
  }),
  events,
  errorBody: (problem) => openaiError(problem),
  errorEvent: (problem) => ({ data: openaiError(problem) }),
  headers: openaiHeaders,
  contextTooLong: openaiContextTooLong,
};

function parse(body: Record<string, unknown>): ParsedRequest | { problem: Problem } {
  if (typeof body.model !== 'string') return missing('model');
  if (!Array.isArray(body.messages) || body.messages.length === 0) return missing('messages');
  const { system, messages } = splitMessages(body.messages);
  const options = body.stream_options;
  return {
    dialect: 'openai-chat',
    model: body.model,
    system: system.join('\n\n'),
    messages,
    body,
    stream: body.stream === true,
    includeUsage:
      typeof options === 'object' && options !== null && 'include_usage' in options && options.include_usage === true,
    maxTokens: optionalNumber(body.max_completion_tokens ?? body.max_tokens),
  };
}

export function missing(param: string): { problem: Problem } {
  return {
    problem: {
      status: 400,
      message: `Missing required parameter: '${param}'.`,
      param,
      code: 'missing_required_parameter',
    },
  };
}

function message(completion: Completion): Record<string, unknown> {
  const refused = completion.finishReason === 'refusal';
  return {
    role: 'assistant',
    content: refused ? null : completion.text,
    refusal: refused ? completion.text : null,
    annotations: [],
  };
}

/** A refusal ends with `stop`; what tells it apart is `message.refusal`. */
function finishReason({ finishReason: reason }: Completion): string {
  return reason === 'refusal' ? 'stop' : reason;
}

function usage({ usage: { inputTokens, outputTokens } }: Completion): Record<string, unknown> {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

function events(completion: Completion, request: ParsedRequest): StreamEvent[] {
  const field = completion.finishReason === 'refusal' ? 'refusal' : 'content';
  const chunk = (choices: unknown[], used: unknown = null): Record<string, unknown> => ({
    id: `chatcmpl-${completion.key}`,
    object: 'chat.completion.chunk',
    created: completion.createdAt,
    model: completion.model,
    service_tier: 'default',
    system_fingerprint: 'fp_simulator',
    choices,
    // Only with include_usage does every chunk carry the field, null until the last one.
    ...(request.includeUsage ? { usage: used } : {}),
  });
  const choice = (delta: Record<string, unknown>, reason: string | null = null) =>
    chunk([{ index: 0, delta, logprobs: null, finish_reason: reason }]);
  return [
    { data: choice({ role: 'assistant', content: field === 'content' ? '' : null, refusal: null }) },
    ...tokenize(completion.text).map((piece) => ({ data: choice({ [field]: piece }), isDelta: true })),
    { data: choice({}, finishReason(completion)) },
    ...(request.includeUsage ? [{ data: chunk([], usage(completion)) }] : []),
    { data: '[DONE]' },
  ];
}
