import type { Usage } from '../../contract/completion.ts';
import { count } from '../count.ts';

/** The fields of `message_start` and `message_delta` that we count. */
export interface AnthropicCounts {
  input_tokens?: number | null;
  output_tokens?: number | null;
  cache_read_input_tokens?: number | null;
  cache_creation_input_tokens?: number | null;
  output_tokens_details?: { thinking_tokens?: number } | null;
}

/** Anthropic's `input_tokens` leaves out what was read from or written to its cache; ours is the whole input. */
export function toUsage(counts: AnthropicCounts): Usage {
  const cached = count(counts.cache_read_input_tokens);
  const thought = count(counts.output_tokens_details?.thinking_tokens);
  return {
    inputTokens: count(counts.input_tokens) + cached + count(counts.cache_creation_input_tokens),
    outputTokens: count(counts.output_tokens),
    ...(cached > 0 ? { cachedInputTokens: cached } : {}),
    ...(thought > 0 ? { reasoningTokens: thought } : {}),
  };
}
