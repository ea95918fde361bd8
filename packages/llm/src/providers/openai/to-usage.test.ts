import { expect, it } from 'vitest';
import { toUsage } from './to-usage.ts';

it('counts cached input as part of the input', () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
  expect(toUsage(usage)).toEqual({ inputTokens: 10, outputTokens: 5 });
  expect(toUsage({ ...usage, prompt_tokens_details: { cached_tokens: 8 } })).toEqual({
    inputTokens: 10,
    outputTokens: 5,
    cachedInputTokens: 8,
  });
});
