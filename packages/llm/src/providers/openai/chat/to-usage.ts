import type { CompletionUsage } from 'openai/resources/completions';
import type { Usage } from '../../../contract/completion.ts';

/** What servers send of it: compatible ones leave fields out. */
export type ChatCounts = Partial<CompletionUsage>;

/** Cached tokens are part of `prompt_tokens`, reasoning tokens part of `completion_tokens`, and billed as such. */
export function toUsage(counts: ChatCounts): Usage {
  const cached = whole(counts.prompt_tokens_details?.cached_tokens);
  const reasoning = whole(counts.completion_tokens_details?.reasoning_tokens);
  return {
    inputTokens: whole(counts.prompt_tokens),
    outputTokens: whole(counts.completion_tokens),
    ...(cached ? { cachedInputTokens: cached } : {}),
    ...(reasoning ? { reasoningTokens: reasoning } : {}),
  };
}

function whole(count: unknown): number {
  return typeof count === 'number' && count > 0 && Number.isFinite(count) ? Math.ceil(count) : 0;
}
