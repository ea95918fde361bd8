import type { MessageCreateParamsStreaming, MessageParam } from '@anthropic-ai/sdk/resources/messages';
import type { CompletionRequest } from '@draftsmith/contracts';

export function toRequest(request: CompletionRequest, model: string): MessageCreateParamsStreaming {
  return {
    model,
    max_tokens: request.maxOutputTokens,
    ...(request.instructions === '' ? {} : { system: request.instructions }),
    messages: alternate(request.messages),
    stream: true,
  };
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
