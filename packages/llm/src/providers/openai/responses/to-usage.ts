import type { ResponseUsage } from 'openai/resources/responses/responses';
import type { Usage } from '../../../contract/completion.ts';

export type ResponsesCounts = Partial<ResponseUsage>;

/** Cached tokens are part of `input_tokens`, reasoning tokens part of `output_tokens`, and billed as such. */
export function toUsage(counts: ResponsesCounts): Usage {
  const cached = counts.input_tokens_details?.cached_tokens;
  const reasoning = counts.output_tokens_details?.reasoning_tokens;
  return {
    inputTokens: counts.input_tokens ?? 0,
    outputTokens: counts.output_tokens ?? 0,
    ...(cached ? { cachedInputTokens: cached } : {}),
    ...(reasoning ? { reasoningTokens: reasoning } : {}),
  };
}
