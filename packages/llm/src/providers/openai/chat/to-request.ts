import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { CompletionRequest } from '../../../contract/request.ts';
import { askForJson } from '../../../structured/ask-for-json.ts';
import { toTurns, wellFormed } from '../../turns.ts';
import { takesSchemas, toOutputFormat } from '../output-format.ts';
import { effortOf, type Flavour, outputLimit } from '../output-limit.ts';

type Body = ChatCompletionCreateParamsStreaming;

export function toRequest(request: CompletionRequest, model: string, flavour: Flavour): Body {
  const { output } = request;
  const native = flavour === 'compatible' || takesSchemas(model);
  // Many compatible servers pass over `response_format`: told in words as well, their models still know.
  const asked = output && (flavour === 'compatible' || !native) ? askForJson(request) : request;
  return {
    model,
    messages: [
      ...(asked.instructions === '' ? [] : [{ role: 'system' as const, content: wellFormed(asked.instructions) }]),
      ...toTurns(asked.messages),
    ],
    stream: true,
    stream_options: { include_usage: true },
    ...limits(request.maxOutputTokens, model, flavour),
    ...(output && native ? { response_format: { type: 'json_schema', json_schema: toOutputFormat(output) } } : {}),
  };
}

function limits(maxOutputTokens: number, model: string, flavour: Flavour): Partial<Body> {
  const limit = outputLimit(maxOutputTokens, model, flavour);
  if (flavour === 'compatible') return { max_tokens: limit };
  const effort = effortOf(model);
  return { max_completion_tokens: limit, ...(effort ? { reasoning_effort: effort } : {}) };
}
