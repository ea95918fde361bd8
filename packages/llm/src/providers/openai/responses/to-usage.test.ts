import { expect, it } from 'vitest';
import { toUsage } from './to-usage.ts';

it('counts cached input and thoughts as part of the whole', () => {
  expect(
    toUsage({
      input_tokens: 10,
      output_tokens: 5,
      input_tokens_details: { cached_tokens: 8, cache_write_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 3 },
    }),
  ).toEqual({ inputTokens: 10, outputTokens: 5, cachedInputTokens: 8, reasoningTokens: 3 });
  expect(toUsage({})).toEqual({ inputTokens: 0, outputTokens: 0 });
});
