import type { CompletionUsage } from 'openai/resources/completions';
import type { Usage } from '../../../contract/completion.ts';
import { count } from '../../count.ts';

/** What servers send of it: compatible ones leave fields out. */
export type ChatCounts = Partial<CompletionUsage>;

/** Cached tokens are part of `prompt_tokens`, reasoning tokens part of `completion_tokens`, and billed as such. */
export function toUsage(counts: ChatCounts): Usage {
  const cached = count(counts.prompt_tokens_details?.cached_tokens);
  const reasoning = count(counts.completion_tokens_details?.reasoning_tokens);
  return {
    inputTokens: count(counts.prompt_tokens),
    outputTokens: count(counts.completion_tokens),
    ...(cached ? { cachedInputTokens: cached } : {}),
    ...(reasoning ? { reasoningTokens: reasoning } : {}),
  };
}
