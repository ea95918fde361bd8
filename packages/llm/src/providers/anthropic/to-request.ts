import type { MessageCreateParamsStreaming, OutputConfig } from '@anthropic-ai/sdk/resources/messages';
import type { CompletionRequest, Message } from '../../contract/request.ts';
import { askForJson } from '../../structured/ask-for-json.ts';
import { type Turn, toTurns, wellFormed } from '../turns.ts';
import { toOutputFormat } from './output-format.ts';
import { outputLimit, takesSchemas, thinks } from './output-limit.ts';

export function toRequest(request: CompletionRequest, model: string): MessageCreateParamsStreaming {
  const { output, maxOutputTokens } = request;
  const schema = output && takesSchemas(model) ? toOutputFormat(output.schema) : undefined;
  const { instructions, messages } = output && !schema ? askForJson(request) : request;
  const config: OutputConfig = {
    // A reply needs little thought, and its reader is waiting.
    ...(thinks(model) ? { effort: 'low' } : {}),
    ...(schema ? { format: { type: 'json_schema', schema } } : {}),
  };
  return {
    model,
    max_tokens: outputLimit(maxOutputTokens, model),
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
    ...(instructions === '' ? {} : { system: wellFormed(instructions) }),
    messages: alternate(messages),
    stream: true,
  };
}

const OURS_FIRST = '(The conversation begins with the following message of ours.)';

/** Several mails in a row by the same side become one message, and ours is never the first: the API was made for turns. */
function alternate(messages: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  for (const turn of toTurns(messages)) {
    const last = turns.at(-1);
    if (last?.role === turn.role) last.content += `\n\n${turn.content}`;
    else turns.push(turn);
  }
  return turns[0]?.role === 'assistant' ? [{ role: 'user', content: OURS_FIRST }, ...turns] : turns;
}
