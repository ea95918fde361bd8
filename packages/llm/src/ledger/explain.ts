import type { Part } from './decompose.ts';
import { type ModelFacts, type PeriodFacts, total } from './period-facts.ts';

/** What changed, as a fact for a person: now, and what it was before. The amount stands beside it. */
export function explain({ cause, model }: Part, before: PeriodFacts, now: PeriodFacts): string {
  const name = model ?? 'one model';
  const [was, is] = [modelOf(before, model), modelOf(now, model)];
  switch (cause) {
    case 'questions':
      return `${count(now.questions, 'question')} instead of ${count(before.questions)}`;
    case 'cache':
      return `the cache answered ${percent(hits(now), now.questions)} of the questions instead of ${percent(hits(before), before.questions)}`;
    case 'answers':
      return `models answered ${percent(calls(now), now.misses)} of what the cache did not instead of ${percent(calls(before), before.misses)}`;
    case 'models':
      return `other models: ${name} gave ${percent(is?.calls ?? 0n, calls(now))} of the answers instead of ${percent(was?.calls ?? 0n, calls(before))}`;
    case 'input':
      return `prompts: ${name} read ${each(is?.inputTokens, is)} tokens each${fromCache(is)} instead of ${each(was?.inputTokens, was)}${fromCache(was)}`;
    case 'output':
      return `answers: ${name} wrote ${each(is?.outputTokens, is)} tokens each instead of ${each(was?.outputTokens, was)}`;
    case 'prices':
      return `another price of ${name}`;
    case 'lost':
      return `${count(now.lost.calls, 'paid attempt')} without an answer instead of ${count(before.lost.calls)}`;
    case 'overtaken':
      return `${count(now.overtaken.calls, 'paid attempt')} that another one overtook instead of ${count(before.overtaken.calls)}`;
  }
}

function modelOf({ models }: PeriodFacts, name: string | undefined): ModelFacts | undefined {
  return models.find((model) => model.name === name);
}

function hits({ questions, misses }: PeriodFacts): bigint {
  return questions - misses;
}

function calls({ models }: PeriodFacts): bigint {
  return total(models, (model) => model.calls);
}

function fromCache(model: ModelFacts | undefined): string {
  if (!model || model.cachedInputTokens === 0n) return '';
  return ` (${percent(model.cachedInputTokens, model.inputTokens)} from its cache)`;
}

function each(tokens = 0n, model: ModelFacts | undefined): string {
  return model ? count((tokens + model.calls / 2n) / model.calls) : '0';
}

function count(value: bigint, what?: string): string {
  const figure = value.toLocaleString('en-US');
  if (what === undefined) return figure;
  return `${figure} ${what}${value === 1n ? '' : 's'}`;
}

function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return 'none';
  const tenths = Number((part * 1000n) / whole) / 10;
  return `${tenths < 10 ? tenths : Math.round(tenths)} %`;
}
