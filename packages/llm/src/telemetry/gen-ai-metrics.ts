import { type Meter, metrics } from '@opentelemetry/api';
import type { Attempt } from '../contract/completion.ts';
import { errorTypeOf } from './error-type.ts';
import { DURATION_METRIC, GEN_AI, TOKENS_METRIC } from './gen-ai.ts';
import { createLabelValues } from './label-values.ts';
import { callAttributes, errorAttribute } from './to-attributes.ts';

/** Records a call of a model as the conventions' histograms have it. */
export type RecordCall = (attempt: Attempt) => void;

/** @param meter absent: of the provider that is registered when the first call is recorded */
export function createGenAiMetrics(meter?: Meter): RecordCall {
  const models = createLabelValues(50);
  const codes = createLabelValues(40);
  let instruments: ReturnType<typeof createInstruments> | undefined;
  return (attempt) => {
    // A meter that is fetched before a provider is registered records nothing, ever.
    instruments ??= createInstruments(meter ?? metrics.getMeter('@draftsmith/llm'));
    const call = callAttributes(attempt);
    const attributes = { ...call, [GEN_AI.requestModel]: models(String(call[GEN_AI.requestModel])) };
    const error = errorTypeOf(attempt);
    instruments.duration.record(attempt.ms / 1000, {
      ...attributes,
      ...errorAttribute(error === undefined ? undefined : codes(error)),
    });
    if (!attempt.usage) return;
    instruments.tokens.record(attempt.usage.inputTokens, { ...attributes, [GEN_AI.tokenType]: 'input' });
    instruments.tokens.record(attempt.usage.outputTokens, { ...attributes, [GEN_AI.tokenType]: 'output' });
  };
}

function createInstruments(meter: Meter) {
  const histogram = ({ name, unit, description, bounds }: typeof DURATION_METRIC | typeof TOKENS_METRIC) =>
    meter.createHistogram(name, { unit, description, advice: { explicitBucketBoundaries: [...bounds] } });
  return { duration: histogram(DURATION_METRIC), tokens: histogram(TOKENS_METRIC) };
}
