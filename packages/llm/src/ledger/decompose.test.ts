import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUsd, type PicoUsd, parseUsd } from '../price/money.ts';
import { billOf, type Cause, decompose } from './decompose.ts';
import { explain } from './explain.ts';
import type { ModelFacts, PeriodFacts } from './period-facts.ts';

const MINI = { provider: 'openai', model: 'mini', prices: { input_mtok: 1, cache_read_mtok: 0.1, output_mtok: 10 } };
const usd = (text: string): PicoUsd => parseUsd(text) ?? 0n;

/** A model whose every answer takes 1,000 tokens and writes 100 at 1 and 10 dollars a million: 0.002 each. */
function mini(calls: bigint, more: Partial<ModelFacts> = {}): ModelFacts {
  return {
    name: 'openai/mini',
    calls,
    inputTokens: calls * 1_000n,
    cachedInputTokens: 0n,
    outputTokens: calls * 100n,
    usd: calls * usd('0.002'),
    prices: [MINI],
    ...more,
  };
}

function facts(questions: bigint, more: Partial<PeriodFacts> = {}): PeriodFacts {
  const nothing = { calls: 0n, usd: 0n };
  return { questions, misses: questions, models: [mini(questions)], lost: nothing, overtaken: nothing, ...more };
}

function causes(before: PeriodFacts, now: PeriodFacts): Partial<Record<Cause, string>> {
  const parts = decompose(before, now).filter(({ amount }) => amount !== 0n);
  return Object.fromEntries(parts.map(({ cause, amount }) => [cause, formatUsd(amount)]));
}

const sentences = (before: PeriodFacts, now: PeriodFacts) =>
  decompose(before, now)
    .filter(({ amount }) => amount !== 0n)
    .map((part) => explain(part, before, now));

describe('one cause alone gets the whole difference', () => {
  const before = facts(1_000n);

  it.each<[Cause, PeriodFacts, string, string]>([
    ['questions', facts(10_000n), '18', '10,000 questions instead of 1,000'],
    [
      'cache',
      facts(1_000n, { misses: 250n, models: [mini(250n)] }),
      '-1.5',
      'the cache answered 75 % of the questions instead of 0 %',
    ],
    [
      'answers',
      facts(1_000n, { models: [mini(900n)] }),
      '-0.2',
      'models answered 90 % of what the cache did not instead of 100 %',
    ],
    [
      'models',
      facts(1_000n, { models: [mini(500n), mini(500n, { name: 'openai/large', usd: usd('50') })] }),
      '49',
      'other models: openai/large gave 50 % of the answers instead of 0 %',
    ],
    [
      'input',
      facts(1_000n, { models: [mini(1_000n, { inputTokens: 3_000_000n, usd: usd('4') })] }),
      '2',
      'prompts: openai/mini read 3,000 tokens each instead of 1,000',
    ],
    [
      'output',
      facts(1_000n, { models: [mini(1_000n, { outputTokens: 500_000n, usd: usd('6') })] }),
      '4',
      'answers: openai/mini wrote 500 tokens each instead of 100',
    ],
    [
      'prices',
      facts(1_000n, { models: [mini(1_000n, { usd: usd('4'), prices: [{ prices: { input: 2, output: 20 } }] })] }),
      '2',
      'another price of openai/mini',
    ],
    [
      'lost',
      facts(1_000n, { lost: { calls: 30n, usd: usd('0.06') } }),
      '0.06',
      '30 paid attempts without an answer instead of 0',
    ],
    [
      'overtaken',
      facts(1_000n, { overtaken: { calls: 5n, usd: usd('0.01') } }),
      '0.01',
      '5 paid attempts that another one overtook instead of 0',
    ],
  ])('%s', (cause, now, amount, sentence) => {
    expect(causes(before, now)).toEqual({ [cause]: amount });
    expect(sentences(before, now)).toEqual([sentence]);
  });
});

it('takes longer prompts at another price apart, and what the provider read from its cache', () => {
  const cached = { inputTokens: 2_000_000n, cachedInputTokens: 1_000_000n };
  const doubled = { prices: [{ prices: { input: 2, cachedInput: 0.2, output: 20 } }] };
  // At the old price: 1 for uncached, 0.1 for cached input, 1 for output; at the new one twice that.
  const now = facts(1_000n, { models: [mini(1_000n, { ...cached, ...doubled, usd: usd('4.2') })] });
  expect(causes(facts(1_000n), now)).toEqual({ input: '0.1', prices: '2.1' });
  expect(sentences(facts(1_000n), now)[0]).toBe(
    'prompts: openai/mini read 2,000 tokens each (50 % from its cache) instead of 1,000',
  );
});

it('lets failures grow with the questions and blames them for the rest only', () => {
  const before = facts(1_000n, { lost: { calls: 10n, usd: usd('0.02') } });
  const now = facts(2_000n, { lost: { calls: 30n, usd: usd('0.06') } });
  expect(causes(before, now)).toEqual({ questions: '2.02', lost: '0.02' });
});

it('gives the first cause everything where there is no before', () => {
  const nothing = facts(0n, { models: [] });
  expect(causes(nothing, facts(10n))).toEqual({ questions: '0.02' });
  expect(causes(facts(10n), nothing)).toEqual({ questions: '-0.02' });
  expect(causes(nothing, nothing)).toEqual({});
  expect(causes(facts(10n, { misses: 0n, models: [] }), facts(10n))).toEqual({ cache: '0.02' });
  expect(causes(facts(10n, { models: [] }), facts(10n))).toEqual({ answers: '0.02' });
});

it('sums to the difference exactly, whatever the facts are', () => {
  const whole = (max: bigint) => fc.bigInt({ min: 0n, max });
  const money = whole(10n ** 16n);
  const price = fc.constantFrom(null, MINI, { free: true }, { prices: { input: 3, output: 7 } }, { odd: true });
  const model = fc.record({
    name: fc.constantFrom('a/a', 'b/b', 'c/c'),
    calls: fc.bigInt({ min: 1n, max: 10n ** 6n }),
    inputTokens: whole(10n ** 9n),
    cachedInputTokens: whole(10n ** 9n),
    outputTokens: whole(10n ** 8n),
    usd: money,
    prices: fc.array(price, { minLength: 1, maxLength: 3 }),
  });
  const waste = fc.record({ calls: whole(100n), usd: money });
  const period: fc.Arbitrary<PeriodFacts> = fc.record({
    questions: whole(10n ** 6n),
    misses: whole(10n ** 6n),
    models: fc.uniqueArray(model, { selector: ({ name }) => name }),
    lost: waste,
    overtaken: waste,
  });
  fc.assert(
    fc.property(period, period, (before, now) => {
      const parts = decompose(before, now);
      expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(billOf(now) - billOf(before));
      for (const part of parts) expect(explain(part, before, now)).not.toMatch(/undefined|NaN/);
    }),
    { numRuns: 500 },
  );
});
