import { expect, it } from 'vitest';
import { toUsage } from './to-usage.ts';

it('adds what went through the cache to the input', () => {
  expect(toUsage({ input_tokens: 10, output_tokens: 5 })).toEqual({ inputTokens: 10, outputTokens: 5 });
  expect(
    toUsage({ input_tokens: 10, output_tokens: 5, cache_read_input_tokens: 7, cache_creation_input_tokens: 3 }),
  ).toEqual({ inputTokens: 20, outputTokens: 5, cachedInputTokens: 7 });
  expect(toUsage({ input_tokens: null })).toEqual({ inputTokens: 0, outputTokens: 0 });
});

it('tells thoughts apart, which are part of the output', () => {
  expect(toUsage({ output_tokens: 9, output_tokens_details: { thinking_tokens: 4 } })).toEqual({
    inputTokens: 0,
    outputTokens: 9,
    reasoningTokens: 4,
  });
});
