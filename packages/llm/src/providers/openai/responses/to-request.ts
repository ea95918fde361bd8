import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses';
import type { CompletionRequest } from '../../../contract/request.ts';
import { askForJson } from '../../../structured/ask-for-json.ts';
import { toTurns, wellFormed } from '../../turns.ts';
import { takesSchemas, toOutputFormat } from '../output-format.ts';
import { effortOf, outputLimit } from '../output-limit.ts';

export function toRequest(request: CompletionRequest, model: string): ResponseCreateParamsStreaming {
  const { output } = request;
  const native = takesSchemas(model);
  const { instructions, messages } = output && !native ? askForJson(request) : request;
  const effort = effortOf(model);
  return {
    model,
    ...(instructions === '' ? {} : { instructions: wellFormed(instructions) }),
    input: toTurns(messages),
    max_output_tokens: outputLimit(request.maxOutputTokens, model, 'openai'),
    stream: true,
    // Left out, the vendor would keep prompt and answer for a month.
    store: false,
    ...(effort ? { reasoning: { effort } } : {}),
    ...(output && native ? { text: { format: { type: 'json_schema', ...toOutputFormat(output) } } } : {}),
  };
}
