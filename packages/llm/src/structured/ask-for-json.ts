import type { CompletionRequest } from '../contract/request.ts';

/** Says the schema in words, for models whose API does not take one or may pass over it. */
export function askForJson(request: CompletionRequest): CompletionRequest {
  if (!request.output) return request;
  const wish = `Answer with one JSON object that satisfies this JSON Schema, and with nothing around it:\n${JSON.stringify(request.output.schema)}`;
  return { ...request, instructions: request.instructions === '' ? wish : `${request.instructions}\n\n${wish}` };
}
