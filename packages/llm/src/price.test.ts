import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import { priceOf } from './price.ts';

const at = new Date('2026-11-20T00:00:00Z');

describe('priceOf', () => {
  it('keeps the row that it applied', async () => {
    const cost = await priceOf({
      provider: 'openai',
      model: 'gpt-5-mini-2025-08-07',
      usage: { inputTokens: 1_000, outputTokens: 100 },
      at,
    });
    expect(cost.price).toMatchObject({ provider: 'openai', model: 'gpt-5-mini' });
    expect(JSON.parse(JSON.stringify(cost.price))).toEqual(cost.price);
  });

  it.each([
    ['openai', 'gpt-5-mini', { inputTokens: 1_234, outputTokens: 567 }],
    ['openai', 'gpt-4o', { inputTokens: 300_000, outputTokens: 7, cachedInputTokens: 299_999 }],
    ['anthropic', 'claude-sonnet-4-5', { inputTokens: 199_999, outputTokens: 1 }],
    ['anthropic', 'claude-sonnet-4-5', { inputTokens: 200_001, outputTokens: 1_000, cachedInputTokens: 100 }],
  ])('agrees with the library on %s/%s, without its rounding', async (provider, model, usage) => {
    const { usd } = await priceOf({ provider, model, usage, at });
    const counts = {
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      ...('cachedInputTokens' in usage ? { cache_read_tokens: usage.cachedInputTokens } : {}),
    };
    const expected = calcPrice(counts, model, { providerId: provider, timestamp: at })?.total_price ?? Number.NaN;
    expect(Number(usd)).toBeCloseTo(expected, 12);
    expect(usd).toMatch(/^\d+(\.\d+)?$/);
  });

  it.each([
    ['openai', 'no-such-model'],
    ['local', 'qwen3'],
  ])('says of %s/%s that it knows no price', async (provider, model) => {
    const usage = { inputTokens: 1_000, outputTokens: 100 };
    expect(await priceOf({ provider, model, usage, at })).toEqual({ usd: '0' });
  });
});
