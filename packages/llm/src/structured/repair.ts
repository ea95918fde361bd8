import type { CompletionRequest } from '../contract/request.ts';

/** The same question once more, with the answer that was not valid and what is wrong with it. */
export function repairRequest(
  request: CompletionRequest,
  badText: string,
  problems: readonly string[],
): CompletionRequest {
  const list = problems.map((problem) => `- ${problem}`).join('\n');
  const wish = `This is not the JSON that was asked for:\n${list}\nAnswer with the corrected JSON object, whole and with nothing around it.`;
  return {
    ...request,
    messages: [...request.messages, { role: 'assistant', text: badText }, { role: 'user', text: wish }],
  };
}
