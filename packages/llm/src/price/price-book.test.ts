import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import { openPriceBook, priceOf } from './price-book.ts';
import { amountOf, isFree, toPriceRow, worstOf } from './price-row.ts';

const at = new Date('2026-11-20T00:00:00Z');

describe('priceOf', () => {
  it('keeps the row that it applied', async () => {
    const usage = { inputTokens: 1_000, outputTokens: 100 };
    const cost = await priceOf({ provider: 'openai', model: 'gpt-5-mini-2025-08-07', usage, at });
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

describe('the price book', () => {
  it('knows windows, and vendors by their address', async () => {
    const book = await openPriceBook();
    expect(book.contextWindow({ provider: 'anthropic', model: 'claude-sonnet-4-5' })).toBeGreaterThan(100_000);
    expect(book.contextWindow({ provider: 'local', model: 'qwen3' })).toBeUndefined();
    const apiUrl = 'https://openrouter.ai/api/v1';
    const row = book.row({ provider: 'local', model: 'openai/gpt-4o-mini', apiUrl }, at);
    expect(row?.stored).toMatchObject({ provider: 'openrouter' });
  });
});

describe('worstOf', () => {
  it('is never less than what the call costs, in whatever tier and however much of it was cached', () => {
    const row = toPriceRow(
      {
        input: { base: 3, tiers: [{ start: 200, price: 6 }] },
        cachedInput: 0.3,
        output: { base: 15, tiers: [{ start: 200, price: 1 }] },
      },
      {},
    );
    for (const inputTokens of [0, 1, 200, 201, 5_000]) {
      for (const outputTokens of [0, 1, 100]) {
        for (const cachedInputTokens of [0, 1, inputTokens]) {
          const worst = worstOf(row, { inputTokens, outputTokens });
          for (const used of [inputTokens, Math.floor(inputTokens / 2)]) {
            expect(amountOf(row, { inputTokens: used, outputTokens, cachedInputTokens }) <= worst).toBe(true);
          }
        }
      }
    }
    expect(amountOf(row, { inputTokens: 201, outputTokens: 1 })).toBe(201n * 6_000_000n + 1_000_000n);
    expect(isFree(row)).toBe(false);
  });
});
