import type { Usage } from '@draftsmith/contracts';
import type { CompletionUsage } from 'openai/resources/completions';

/** Reasoning tokens are part of `completion_tokens` and billed as such. */
export function toUsage(usage: CompletionUsage): Usage {
  const cached = usage.prompt_tokens_details?.cached_tokens;
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    ...(cached ? { cachedInputTokens: cached } : {}),
  };
}
