import { type Answer, textOf } from './answer.ts';
import { type Dialect, type Ending, REASON } from './dialect.ts';
import { openaiProblem } from './openai-problem.ts';

/** OpenAI Responses, streamed: events are numbered, and the last one repeats the whole response. */
export const openaiResponses: Dialect = {
  name: 'responses',
  path: '/v1/responses',
  opening,
  piece: ({ pieces }, index, delta = pieces[index]) =>
    event(OPENING_EVENTS + index, 'response.output_text.delta', { ...PLACE, delta, logprobs: [] }),
  closing,
  sentinel: '',
  keepAlive: ': keep-alive\n\n',
  problem: openaiProblem,
  problemEvent: (kind) => {
    const { error } = JSON.parse(openaiProblem(kind).body);
    return event(OPENING_EVENTS, 'error', { code: error.code ?? error.type, message: error.message, param: null });
  },
  turns: ({ input }) => (Array.isArray(input) ? input : []),
};

const PLACE = { item_id: 'msg_1', output_index: 0, content_index: 0 };
const OPENING_EVENTS = 4;

function opening(answer: Answer): string {
  const item = { id: 'msg_1', type: 'message', role: 'assistant', status: 'in_progress', content: [] };
  return [
    event(0, 'response.created', { response: response(answer, { status: 'in_progress' }) }),
    event(1, 'response.in_progress', { response: response(answer, { status: 'in_progress' }) }),
    event(2, 'response.output_item.added', { output_index: 0, item }),
    event(3, 'response.content_part.added', { ...PLACE, part: textPart('') }),
  ].join('');
}

const INCOMPLETE: Partial<Record<Ending, string>> = { length: 'max_output_tokens', filtered: 'content_filter' };

function closing(answer: Answer, ending: Ending): string {
  const { inputTokens, outputTokens } = answer.usage;
  const reason = INCOMPLETE[ending];
  const status = reason ? 'incomplete' : 'completed';
  const part = ending === 'declined' ? { type: 'refusal', refusal: REASON } : textPart(textOf(answer));
  const item = { id: 'msg_1', type: 'message', role: 'assistant', status, content: [part] };
  const final = response(answer, {
    status,
    output: [item],
    incomplete_details: reason ? { reason } : null,
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
  });
  const spoken =
    ending === 'declined'
      ? [event(64, 'response.refusal.delta', { ...PLACE, delta: REASON })]
      : [event(64, 'response.output_text.done', { ...PLACE, text: textOf(answer), logprobs: [] })];
  return [
    ...spoken,
    event(65, 'response.content_part.done', { ...PLACE, part }),
    event(66, 'response.output_item.done', { output_index: 0, item }),
    event(67, `response.${status}`, { response: final }),
  ].join('');
}

function textPart(text: string): object {
  return { type: 'output_text', text, annotations: [], logprobs: [] };
}

function response({ model }: Answer, fields: object): object {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_795_000_000,
    error: null,
    incomplete_details: null,
    model,
    output: [],
    usage: null,
    ...fields,
  };
}

function event(number: number, type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields, sequence_number: number })}\n\n`;
}
