import type { Completion, ParsedRequest } from '../conversation.ts';
import { tokenize } from '../conversation.ts';
import { type Dialect, optionalNumber, type Problem, type StreamEvent, splitMessages } from './dialect.ts';
import { missing } from './openai-chat.ts';
import { hasBearer, openaiContextTooLong, openaiError, openaiHeaders } from './openai-errors.ts';

/** OpenAI Responses, text only. */
export const openaiResponses: Dialect = {
  id: 'openai-responses',
  path: '/v1/responses',
  hasKey: hasBearer,
  parse,
  body: (completion) => response(completion, 'final'),
  events,
  errorBody: (problem) => openaiError(problem),
  errorEvent: (problem) => ({
    event: 'error',
    data: {
      type: 'error',
      code: problem.code ?? 'server_error',
      message: problem.message,
      param: null,
      sequence_number: 0,
    },
  }),
  headers: openaiHeaders,
  contextTooLong: (inputTokens, limit) => ({ ...openaiContextTooLong(inputTokens, limit), param: 'input' }),
};

function parse(body: Record<string, unknown>): ParsedRequest | { problem: Problem } {
  if (typeof body.model !== 'string') return missing('model');
  const { input, instructions } = body;
  if (typeof input !== 'string' && !Array.isArray(input)) return missing('input');
  const { system, messages } = splitMessages(typeof input === 'string' ? [{ role: 'user', content: input }] : input);
  return {
    dialect: 'openai-responses',
    model: body.model,
    system: [...(typeof instructions === 'string' ? [instructions] : []), ...system].join('\n\n'),
    messages,
    body,
    stream: body.stream === true,
    includeUsage: true,
    maxTokens: optionalNumber(body.max_output_tokens),
  };
}

function part({ finishReason, text }: Completion): Record<string, unknown> {
  return finishReason === 'refusal'
    ? { type: 'refusal', refusal: text }
    : { type: 'output_text', text, annotations: [], logprobs: [] };
}

function statusOf({ finishReason }: Completion): 'completed' | 'incomplete' {
  return finishReason === 'length' || finishReason === 'content_filter' ? 'incomplete' : 'completed';
}

function item(completion: Completion, stage: 'started' | 'final'): Record<string, unknown> {
  return {
    id: `msg_${completion.key}`,
    type: 'message',
    role: 'assistant',
    status: stage === 'started' ? 'in_progress' : statusOf(completion),
    content: stage === 'started' ? [] : [part(completion)],
  };
}

function response(completion: Completion, stage: 'started' | 'final'): Record<string, unknown> {
  const final = stage === 'final';
  const { finishReason, usage } = completion;
  const reason = finishReason === 'length' ? 'max_output_tokens' : 'content_filter';
  return {
    id: `resp_${completion.key}`,
    object: 'response',
    created_at: completion.createdAt,
    status: final ? statusOf(completion) : 'in_progress',
    error: null,
    incomplete_details: final && statusOf(completion) === 'incomplete' ? { reason } : null,
    instructions: null,
    max_output_tokens: null,
    model: completion.model,
    output: final ? [item(completion, 'final')] : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: false,
    temperature: 1,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage: final
      ? {
          input_tokens: usage.inputTokens,
          input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
          output_tokens: usage.outputTokens,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: usage.inputTokens + usage.outputTokens,
        }
      : null,
    metadata: {},
  };
}

function events(completion: Completion): StreamEvent[] {
  const place = { item_id: `msg_${completion.key}`, output_index: 0, content_index: 0 };
  const refused = completion.finishReason === 'refusal';
  const kind = refused ? 'refusal' : 'output_text';
  const logprobs = refused ? {} : { logprobs: [] };
  const emptyPart = part({ ...completion, text: '' });
  const closing = statusOf(completion);
  const steps: { type: string; isDelta?: boolean; fields: Record<string, unknown> }[] = [
    { type: 'response.created', fields: { response: response(completion, 'started') } },
    { type: 'response.in_progress', fields: { response: response(completion, 'started') } },
    { type: 'response.output_item.added', fields: { output_index: 0, item: item(completion, 'started') } },
    { type: 'response.content_part.added', fields: { ...place, part: emptyPart } },
    ...tokenize(completion.text).map((delta) => ({
      type: `response.${kind}.delta`,
      isDelta: true,
      fields: { ...place, delta, ...logprobs },
    })),
    {
      type: `response.${kind}.done`,
      fields: { ...place, [refused ? 'refusal' : 'text']: completion.text, ...logprobs },
    },
    { type: 'response.content_part.done', fields: { ...place, part: part(completion) } },
    { type: 'response.output_item.done', fields: { output_index: 0, item: item(completion, 'final') } },
    { type: `response.${closing}`, fields: { response: response(completion, 'final') } },
  ];
  return steps.map(({ type, fields, isDelta }, index) => ({
    event: type,
    data: { type, ...fields, sequence_number: index },
    ...(isDelta ? { isDelta } : {}),
  }));
}
