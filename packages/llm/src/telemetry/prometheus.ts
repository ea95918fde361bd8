import { Counter, Histogram, type Registry } from 'prom-client';
import type { Attempt } from '../contract/completion.ts';
import type { CompletionRecord, Observer } from '../ledger/record.ts';
import { askedModelOf, errorTypeOf } from './error-type.ts';
import { createLabelValues } from './label-values.ts';

const LATENCY = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120];
const FIRST_TOKEN = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30];

/**
 * Counts what became of completions, their attempts, tokens, cost and latency. Labels are names from the settings and
 * the code: never an account, a person or a text.
 * @param registry takes each metric once: one observer for each registry, shared by all its chains
 */
export function observeWithPrometheus(registry: Registry): Observer {
  const metrics = createLlmMetrics(registry);
  const valuesOf = {
    provider: createLabelValues(10),
    model: createLabelValues(50),
    purpose: createLabelValues(20),
    connector: createLabelValues(20),
    code: createLabelValues(40),
    leak: createLabelValues(40),
  };

  function observeAttempt(attempt: Attempt, connector: string): void {
    const provider = valuesOf.provider(attempt.provider);
    const model = valuesOf.model(askedModelOf(attempt));
    const { outcome, usage, cost } = attempt;
    metrics.attempts.inc({ provider, model, outcome, code: valuesOf.code(errorTypeOf(attempt)) });
    for (const { type } of attempt.leaks ?? []) metrics.leaks.inc({ type: valuesOf.leak(type) });
    const count = (kind: string, tokens: number | undefined) => add(metrics.tokens, { provider, model, kind }, tokens);
    count('input', usage?.inputTokens);
    count('cached', usage?.cachedInputTokens);
    count('output', usage?.outputTokens);
    count('reasoning', usage?.reasoningTokens);
    // Binary floating point will do for a graph; the ledger is exact.
    add(metrics.cost, { provider, model, connector }, Number(cost?.usd ?? 0));
  }

  return (record) => {
    const provider = valuesOf.provider(record.provider);
    const model = valuesOf.model(modelOf(record));
    const connector = valuesOf.connector(record.connector);
    const { outcome, cache } = record;
    metrics.completions.inc({
      provider,
      model,
      purpose: valuesOf.purpose(record.purpose),
      connector,
      outcome,
      cache,
    });
    if (record.degraded !== null) metrics.degraded.inc({ connector });
    for (const attempt of record.attempts) observeAttempt(attempt, connector);
    // What the cache answers or a budget stops takes no time, and would make every model look fast.
    if (record.attempts.length === 0) return;
    metrics.latency.observe({ provider, model }, record.latencyMs / 1000);
    if (record.firstTokenMs !== null) metrics.firstToken.observe({ provider, model }, record.firstTokenMs / 1000);
  };
}

/** The same name as its attempts have, so that the two can be divided. */
function modelOf({ attempts, model }: CompletionRecord): string | null {
  const answering = attempts.find((attempt) => attempt.model === model && attempt.outcome !== 'failed');
  return answering ? askedModelOf(answering) : model;
}

/** A counter throws at anything that does not count up, and the other observers would not get the record. */
function add<Label extends string>(
  counter: Counter<Label>,
  labels: Partial<Record<Label, string>>,
  value: number | undefined,
): void {
  if (value !== undefined && value > 0 && Number.isFinite(value)) counter.inc(labels, value);
}

function createLlmMetrics(registry: Registry) {
  const registers = [registry];
  return {
    completions: new Counter({
      name: 'draftsmith_llm_completions_total',
      help: 'Completions by who answered and what became of them; provider and model are empty when nobody answered',
      labelNames: ['provider', 'model', 'purpose', 'connector', 'outcome', 'cache'],
      registers,
    }),
    attempts: new Counter({
      name: 'draftsmith_llm_attempts_total',
      help: 'Calls of providers by outcome; code says why one failed: an HTTP status or a code of ours',
      labelNames: ['provider', 'model', 'outcome', 'code'],
      registers,
    }),
    tokens: new Counter({
      name: 'draftsmith_llm_tokens_total',
      help: 'Tokens of all attempts by kind; cached ones are also counted as input, reasoning ones as output',
      labelNames: ['provider', 'model', 'kind'],
      registers,
    }),
    cost: new Counter({
      name: 'draftsmith_llm_cost_usd_total',
      help: 'Cost of all attempts in US dollars, those that failed included',
      labelNames: ['provider', 'model', 'connector'],
      registers,
    }),
    leaks: new Counter({
      name: 'draftsmith_llm_leaks_total',
      help: 'Places in payloads that still held what should have been replaced, by type; these payloads were not sent',
      labelNames: ['type'],
      registers,
    }),
    latency: new Histogram({
      name: 'draftsmith_llm_completion_seconds',
      help: 'From the request to its end, all attempts included, where a provider was asked',
      labelNames: ['provider', 'model'],
      buckets: LATENCY,
      registers,
    }),
    firstToken: new Histogram({
      name: 'draftsmith_llm_first_token_seconds',
      help: 'From the answering call to the first token of its answer',
      labelNames: ['provider', 'model'],
      buckets: FIRST_TOKEN,
      registers,
    }),
    degraded: new Counter({
      name: 'draftsmith_llm_degraded_total',
      help: 'Completions left to cheaper routes because a budget runs low',
      labelNames: ['connector'],
      registers,
    }),
  };
}
