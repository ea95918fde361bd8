import type { Cost, Usage } from '../contract/completion.ts';
import { formatUsd, type PicoUsd, parseUsd } from './money.ts';

/** The price of one token; beyond `start` input tokens, all tokens of a call cost what the tier says. */
interface Rate {
  base: PicoUsd;
  tiers: readonly { start: number; rate: PicoUsd }[];
}

/** What a model cost at some time. */
export interface PriceRow {
  input: Rate;
  cachedInput: Rate;
  output: Rate;
  /** As it is stored with each call, so that history can be priced again. */
  stored: Record<string, unknown>;
}

/** US dollars per million tokens, a number or tiers by the length of the input, as price lists have it. */
export type ListedPrice = number | { base: number; tiers: readonly { start: number; price: number }[] } | undefined;

const NOTHING: Rate = { base: 0n, tiers: [] };

/** @param prices US dollars per million tokens */
export function toPriceRow(
  prices: { input?: ListedPrice; cachedInput?: ListedPrice; output?: ListedPrice },
  stored: Record<string, unknown>,
): PriceRow {
  const input = toRate(prices.input);
  const cachedInput = prices.cachedInput === undefined ? input : toRate(prices.cachedInput);
  return { input, cachedInput, output: toRate(prices.output), stored };
}

/** For what runs on the customer's own machines. */
export const FREE: PriceRow = toPriceRow({}, { free: true });

export function isFree({ input, output }: PriceRow): boolean {
  return [input, output].every(({ base, tiers }) => base === 0n && tiers.every(({ rate }) => rate === 0n));
}

/** Cached input is part of all input and has its own price; a price that depends on length goes by the whole input. */
export function amountOf(row: PriceRow, { inputTokens, outputTokens, cachedInputTokens = 0 }: Usage): PicoUsd {
  const cached = Math.min(cachedInputTokens, inputTokens);
  const price = (rate: Rate, tokens: number) => rateFor(rate, inputTokens) * BigInt(tokens);
  return price(row.input, inputTokens - cached) + price(row.cachedInput, cached) + price(row.output, outputTokens);
}

/** The most that so many tokens can cost, cached or not and in whatever tier. */
export function worstOf(row: PriceRow, { inputTokens, outputTokens }: Usage): PicoUsd {
  const read = [highest(row.input, inputTokens), highest(row.cachedInput, inputTokens)].reduce(larger);
  return read * BigInt(inputTokens) + highest(row.output, inputTokens) * BigInt(outputTokens);
}

export function costOf(row: PriceRow | undefined, usage: Usage): Cost {
  return row ? { usd: formatUsd(amountOf(row, usage)), price: row.stored } : { usd: '0' };
}

function rateFor({ base, tiers }: Rate, inputTokens: number): PicoUsd {
  return tiers.findLast(({ start }) => inputTokens > start)?.rate ?? base;
}

function highest({ base, tiers }: Rate, inputTokens: number): PicoUsd {
  const reachable = tiers.filter(({ start }) => inputTokens > start).map(({ rate }) => rate);
  return [base, ...reachable].reduce(larger);
}

function larger(a: PicoUsd, b: PicoUsd): PicoUsd {
  return a > b ? a : b;
}

function toRate(listed: ListedPrice): Rate {
  if (listed === undefined) return NOTHING;
  if (typeof listed === 'number') return { base: perToken(listed), tiers: [] };
  const tiers = [...listed.tiers].sort((a, b) => a.start - b.start);
  return { base: perToken(listed.base), tiers: tiers.map(({ start, price }) => ({ start, rate: perToken(price) })) };
}

/** As the price was written, not as binary floating point holds it; finer than 10^-12 a token is rounded up. */
function perToken(perMillion: number): PicoUsd {
  const amount = parseUsd(perMillion.toFixed(12)) ?? 0n;
  return (amount + 999_999n) / 1_000_000n;
}
