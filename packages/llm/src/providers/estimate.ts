import type { Usage } from '../contract/completion.ts';
import type { CompletionRequest } from '../contract/request.ts';

/** UTF-8 bytes in a token: English has about four, other scripts fewer, and too much is better than too little. */
const BYTES_PER_TOKEN = 3;
/** What chat formats add to each message. Tokens. */
const AROUND_MESSAGE = 4;

/** For where nobody counted: rounded up. */
export function estimateUsage(request: CompletionRequest, output: string): Usage {
  const { instructions, messages } = request;
  const schema = request.output ? estimateTokens(JSON.stringify(request.output.schema)) : 0;
  const texts = messages.reduce((sum, { text }) => sum + estimateTokens(text) + AROUND_MESSAGE, 0);
  return { inputTokens: estimateTokens(instructions) + schema + texts, outputTokens: estimateTokens(output) };
}

function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}
