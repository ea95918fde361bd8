import type { Answer } from './answer.ts';
import { type Dialect, type Ending, REASON } from './dialect.ts';
import { openaiProblem } from './openai-problem.ts';

/** OpenAI Chat Completions, streamed, with the usage in a chunk of its own. */
export const openaiChat: Dialect = {
  name: 'openai',
  path: '/v1/chat/completions',
  opening: (answer) => chunk(answer, { delta: { role: 'assistant', content: '', refusal: null } }),
  piece: (answer, index, content = answer.pieces[index]) => chunk(answer, { delta: { content } }),
  closing,
  sentinel: 'data: [DONE]\n\n',
  keepAlive: ': keep-alive\n\n',
  problem: openaiProblem,
  problemEvent: (kind) => `data: ${openaiProblem(kind).body}\n\n`,
  turns: ({ messages }) => (Array.isArray(messages) ? messages : []),
};

const FINISH = { stop: 'stop', declined: 'stop', length: 'length', filtered: 'content_filter' } as const;

function closing(answer: Answer, ending: Ending): string {
  const { inputTokens, outputTokens } = answer.usage;
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
  return [
    ending === 'declined' ? chunk(answer, { delta: { refusal: REASON } }) : '',
    chunk(answer, { delta: {}, finish_reason: FINISH[ending] }),
    chunk(answer, undefined, usage),
  ].join('');
}

function chunk(
  { model }: Answer,
  choice: { delta: object; finish_reason?: string } | undefined,
  usage: object | null = null,
): string {
  const choices = choice ? [{ index: 0, logprobs: null, finish_reason: null, ...choice }] : [];
  const fields = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_795_000_000, model, choices, usage };
  return `data: ${JSON.stringify(fields)}\n\n`;
}
