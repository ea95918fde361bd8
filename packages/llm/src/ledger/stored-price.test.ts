import { expect, it } from 'vitest';
import { amountOf } from '../price/price-row.ts';
import { readStoredPrice } from './stored-price.ts';

const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000, cachedInputTokens: 500_000 };
const usdOf = (stored: Record<string, unknown>) => {
  const row = readStoredPrice(stored);
  return row && Number(amountOf(row, usage)) / 1e12;
};

it('reads rows of the published list, of the settings and of what is free', () => {
  expect(usdOf({ prices: { input_mtok: 2, cache_read_mtok: 1, output_mtok: 10 } })).toBe(1 + 0.5 + 10);
  expect(usdOf({ prices: { input: 2, cachedInput: 1, output: 10 } })).toBe(1 + 0.5 + 10);
  const tiered = { base: 2, tiers: [{ start: 200_000, price: 4 }] };
  expect(usdOf({ prices: { input_mtok: tiered, output_mtok: 10 } })).toBe(4 + 10);
  expect(usdOf({ free: true })).toBe(0);
});

it.each([null, {}, { prices: null }, { prices: { input_mtok: -1 } }, { prices: { requests_kcount: 2 } }])(
  'does not take %j for a price of tokens',
  (stored) => expect(readStoredPrice(stored)).toBeUndefined(),
);
