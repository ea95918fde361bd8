import type { Attempt } from '../contract/completion.ts';
import { toName } from './label-values.ts';

/**
 * What went wrong with an attempt, in one word for metrics and traces: the HTTP status where that is all that is known
 * (`429`), else our code (`llm.stall`), else the kind. Undefined where nothing did: a refusal is an answer, and a twin
 * that was slower was cut off by us.
 */
export function errorTypeOf({ outcome, code, status, kind }: Attempt): string | undefined {
  if (outcome !== 'failed') return undefined;
  if (status !== undefined && (code === undefined || code === 'llm.status')) return String(status);
  return toName(code ?? kind ?? '_OTHER');
}

/** The route that was asked: what an answer calls itself is often longer, and would be another series. */
export function askedModelOf({ askedModel, model }: Pick<Attempt, 'askedModel' | 'model'>): string {
  return askedModel ?? model;
}
