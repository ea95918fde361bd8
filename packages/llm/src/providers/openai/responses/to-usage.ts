import type { ResponseUsage } from 'openai/resources/responses/responses';
import type { Usage } from '../../../contract/completion.ts';
import { count } from '../../count.ts';

export type ResponsesCounts = Partial<ResponseUsage>;

/** Cached tokens are part of `input_tokens`, reasoning tokens part of `output_tokens`, and billed as such. */
export function toUsage(counts: ResponsesCounts): Usage {
  const cached = count(counts.input_tokens_details?.cached_tokens);
  const reasoning = count(counts.output_tokens_details?.reasoning_tokens);
  return {
    inputTokens: count(counts.input_tokens),
    outputTokens: count(counts.output_tokens),
    ...(cached ? { cachedInputTokens: cached } : {}),
    ...(reasoning ? { reasoningTokens: reasoning } : {}),
  };
}
