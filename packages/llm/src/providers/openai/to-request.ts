import type { CompletionRequest } from '@draftsmith/contracts';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';

/** `openai`: the vendor itself. `compatible`: Ollama, vLLM, llama.cpp and others that speak the older dialect. */
export type Dialect = 'openai' | 'compatible';

/**
 * Models that think before they write spend output tokens on it, invisibly. Without room for that, a limit meant for
 * the text would be used up before its first word.
 */
const THINKING_TOKENS = 4_096;
const REASONING_MODEL = /^(?:o\d|gpt-(?:[5-9]|\d\d))(?!.*chat)/i;
const OPEN_REASONING_MODEL = /qwen3|deepseek-r|gpt-oss|magistral|think|reason/i;

export function toRequest(
  request: CompletionRequest,
  model: string,
  dialect: Dialect,
): ChatCompletionCreateParamsStreaming {
  const common = {
    model,
    messages: [
      ...(request.instructions === '' ? [] : [{ role: 'system' as const, content: request.instructions }]),
      ...request.messages.map(({ role, text }) => ({ role, content: text })),
    ],
    stream: true as const,
    stream_options: { include_usage: true },
  };
  if (dialect === 'compatible') {
    const room = OPEN_REASONING_MODEL.test(model) ? THINKING_TOKENS : 0;
    return { ...common, max_tokens: request.maxOutputTokens + room };
  }
  if (!REASONING_MODEL.test(model)) return { ...common, max_completion_tokens: request.maxOutputTokens };
  const limit = { max_completion_tokens: request.maxOutputTokens + THINKING_TOKENS };
  // The pro models know only their highest effort; the others all know `low`, and a reply needs no more.
  return /-pro\b/i.test(model) ? { ...common, ...limit } : { ...common, ...limit, reasoning_effort: 'low' };
}
