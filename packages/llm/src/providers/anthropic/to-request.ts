import type { MessageCreateParamsStreaming, MessageParam } from '@anthropic-ai/sdk/resources/messages';
import type { CompletionRequest } from '@draftsmith/contracts';

/**
 * From Claude 5 on, models think before they write unless they see no need, and what they think counts against
 * `max_tokens`: https://platform.claude.com/docs/en/build-with-claude/thinking
 */
const THINKING_TOKENS = 4_096;
const FIRST_THINKING_GENERATION = 5;

export function toRequest(request: CompletionRequest, model: string): MessageCreateParamsStreaming {
  return {
    model,
    ...limits(request.maxOutputTokens, model),
    ...(request.instructions === '' ? {} : { system: request.instructions }),
    messages: alternate(request.messages),
    stream: true,
  };
}

function limits(
  maxOutputTokens: number,
  model: string,
): Pick<MessageCreateParamsStreaming, 'max_tokens' | 'output_config'> {
  const generation = Number(/^claude-[a-z]+-(\d+)/.exec(model)?.[1] ?? 0);
  if (generation < FIRST_THINKING_GENERATION) return { max_tokens: maxOutputTokens };
  // A reply needs little thought, and its reader is waiting.
  return { max_tokens: maxOutputTokens + THINKING_TOKENS, output_config: { effort: 'low' } };
}

/** Several mails in a row by the same side become one message: the API was made for turns. */
function alternate(messages: CompletionRequest['messages']): MessageParam[] {
  const turns: { role: 'user' | 'assistant'; content: string }[] = [];
  for (const { role, text } of messages) {
    const last = turns.at(-1);
    if (last?.role === role) last.content += `\n\n${text}`;
    else turns.push({ role, content: text });
  }
  return turns;
}
