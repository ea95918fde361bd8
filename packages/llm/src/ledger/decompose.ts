import type { PicoUsd } from '../price/money.ts';
import { amountOf } from '../price/price-row.ts';
import { type ModelFacts, type PeriodFacts, total } from './period-facts.ts';
import { readStoredPrice } from './stored-price.ts';

/** Why a bill is another one, in the order in which the causes are taken apart. */
export type Cause =
  | 'questions' // more of them
  | 'cache' // it answered another part of them
  | 'answers' // models answered another part of the rest
  | 'models' // other models answered
  | 'input' // tokens of prompts
  | 'output' // tokens of answers
  | 'prices'
  | 'lost' // paid attempts without an answer
  | 'overtaken'; // paid attempts that another one overtook

export interface Part {
  cause: Cause;
  amount: PicoUsd;
  /** The model that contributes most, where the cause lies with models. */
  model?: string;
}

/**
 * Pure: the difference between two bills by cause. From cause to cause, what was before is replaced by what is now, and
 * each cause gets the step that it makes; so the parts sum to the difference exactly, however a step is rounded.
 */
export function decompose(before: PeriodFacts, now: PeriodFacts): Part[] {
  if (before.questions === 0n) return [{ cause: 'questions', amount: billOf(now) - billOf(before) }];
  const asMany = (billOf(before) * now.questions) / before.questions;
  const questions: Part = { cause: 'questions', amount: asMany - billOf(before) };
  if (before.misses === 0n) return [questions, { cause: 'cache', amount: billOf(now) - asMany }];

  const asBefore = (amount: PicoUsd) => (amount * now.misses) / before.misses;
  const answers = asBefore(answersOf(before));
  const lost = asBefore(before.lost.usd);
  const overtaken = asBefore(before.overtaken.usd);
  return [
    questions,
    { cause: 'cache', amount: answers + lost + overtaken - asMany },
    ...decomposeAnswers(before.models, now.models, answers),
    { cause: 'lost', amount: now.lost.usd - lost },
    { cause: 'overtaken', amount: now.overtaken.usd - overtaken },
  ];
}

export function billOf(facts: PeriodFacts): PicoUsd {
  return answersOf(facts) + facts.lost.usd + facts.overtaken.usd;
}

function answersOf({ models }: PeriodFacts): PicoUsd {
  return total(models, ({ usd }) => usd);
}

/** @param start what the answers would have cost but for the causes that are taken apart here */
function decomposeAnswers(before: readonly ModelFacts[], now: readonly ModelFacts[], start: PicoUsd): Part[] {
  const [callsBefore, callsNow] = [before, now].map((models) => total(models, ({ calls }) => calls)) as [
    bigint,
    bigint,
  ];
  const end = total(now, ({ usd }) => usd);
  if (callsBefore === 0n) return [{ cause: 'answers', amount: end - start }];

  const asShared = (usd: PicoUsd) => (usd * callsNow) / callsBefore;
  const shared = asShared(total(before, ({ usd }) => usd));
  const formerOf = new Map(before.map((model) => [model.name, model]));
  const mixed = total(now, (model) => usual(model, formerOf.get(model.name)));
  const shifts = [...new Set([...before, ...now].map(({ name }) => name))].map((model) => {
    const [was, is] = [formerOf.get(model), now.find(({ name }) => name === model)];
    return { model, amount: (is ? usual(is, was) : 0n) - asShared(was?.usd ?? 0n) };
  });
  const changes = now.map((model) => ({ model: model.name, ...changesOf(model, formerOf.get(model.name)) }));
  const partOf = (cause: 'input' | 'output' | 'prices') =>
    withModel(
      cause,
      changes.map((change) => ({ model: change.model, amount: change[cause] })),
    );
  return [
    { cause: 'answers', amount: shared - start },
    { ...withModel('models', shifts), amount: mixed - shared },
    partOf('input'),
    partOf('output'),
    partOf('prices'),
  ];
}

/** What a model's answers would cost if each cost as much as before; a new model has no before. */
function usual(model: ModelFacts, former: ModelFacts | undefined): PicoUsd {
  return former ? (former.usd * model.calls) / former.calls : model.usd;
}

/** What a model's answers cost more than usual, by cause; the sum is exact. */
function changesOf(model: ModelFacts, former: ModelFacts | undefined): Record<'input' | 'output' | 'prices', PicoUsd> {
  if (!former) return { input: 0n, output: 0n, prices: 0n };
  const whole = model.usd - usual(model, former);
  const rates = ratesOf(former);
  const dearer = (tokens: (facts: ModelFacts) => bigint, rate: PicoUsd) =>
    ((tokens(model) * former.calls - tokens(former) * model.calls) * rate) / former.calls;
  const output = dearer(({ outputTokens }) => outputTokens, rates.output);
  if (!rates.known || samePrices(model, former)) return { input: whole - output, output, prices: 0n };
  const input =
    dearer(({ inputTokens, cachedInputTokens }) => inputTokens - cachedInputTokens, rates.input) +
    dearer(({ cachedInputTokens }) => cachedInputTokens, rates.cachedInput);
  return { input, output, prices: whole - input - output };
}

/** The price of a token by the row that most calls had, at their usual length; without one, what a token cost at all. */
function ratesOf(model: ModelFacts) {
  const row = readStoredPrice(model.prices[0] ?? null);
  if (!row) {
    const tokens = model.inputTokens + model.outputTokens;
    const rate = tokens === 0n ? 0n : model.usd / tokens;
    return { known: false, input: rate, cachedInput: rate, output: rate };
  }
  const inputTokens = Math.max(Number(model.inputTokens / model.calls), 1);
  const input = amountOf(row, { inputTokens, outputTokens: 0 });
  return {
    known: true,
    input: input / BigInt(inputTokens),
    cachedInput: amountOf(row, { inputTokens, cachedInputTokens: inputTokens, outputTokens: 0 }) / BigInt(inputTokens),
    output: amountOf(row, { inputTokens, outputTokens: 1 }) - input,
  };
}

function samePrices(a: ModelFacts, b: ModelFacts): boolean {
  const rowsOf = ({ prices }: ModelFacts) => [...new Set(prices.map((price) => JSON.stringify(price)))].sort().join();
  return rowsOf(a) === rowsOf(b);
}

/** The sum, and the model that pulls most in its direction. */
function withModel(cause: Cause, shares: readonly { model: string; amount: PicoUsd }[]): Part {
  const amount = total(shares, (share) => share.amount);
  const pull = (share: { amount: PicoUsd }) => (amount < 0n ? -share.amount : share.amount);
  const [first] = [...shares].sort((a, b) => Number(pull(b) - pull(a)));
  return { cause, amount, ...(first && { model: first.model }) };
}
