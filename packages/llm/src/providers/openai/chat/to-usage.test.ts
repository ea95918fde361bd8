import { expect, it } from 'vitest';
import { toUsage } from './to-usage.ts';

it('counts cached input and thoughts as part of the whole', () => {
  const counts = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
  expect(toUsage(counts)).toEqual({ inputTokens: 10, outputTokens: 5 });
  const details = {
    prompt_tokens_details: { cached_tokens: 8 },
    completion_tokens_details: { reasoning_tokens: 3 },
  };
  expect(toUsage({ ...counts, ...details })).toEqual({
    inputTokens: 10,
    outputTokens: 5,
    cachedInputTokens: 8,
    reasoningTokens: 3,
  });
});

it('makes whole numbers of what compatible servers send', () => {
  expect(toUsage({ completion_tokens: 1.5 })).toEqual({ inputTokens: 0, outputTokens: 2 });
  expect(toUsage({ prompt_tokens: '9' as never, completion_tokens: -1 })).toEqual({ inputTokens: 0, outputTokens: 0 });
});
