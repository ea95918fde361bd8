import type { CompletionResult } from '../contract/completion.ts';
import type { KeptAnswer } from './answer-store.ts';

/**
 * Only what the models that were asked for would say again: a text composed without one must not stand in for the
 * model's answer once it is back, nor one of a cheaper model once the budget is.
 */
export function toKept(result: CompletionResult): KeptAnswer | undefined {
  if (result.kind !== 'answered' || !result.completion.modelWritten || result.completion.degraded) return undefined;
  const { text, data, provider, model, usedSourceIds } = result.completion;
  return {
    text,
    ...(data === undefined ? {} : { data }),
    provider,
    model,
    ...(usedSourceIds ? { usedSourceIds } : {}),
  };
}
