import type { Attributes } from '@opentelemetry/api';
import type { Attempt } from '../contract/completion.ts';
import type { CompletionRecord } from '../ledger/record.ts';
import { WITHOUT_MODEL } from '../routes/route.ts';
import { askedModelOf, errorTypeOf } from './error-type.ts';
import { CHAT, ERROR_TYPE, GEN_AI, HTTP_STATUS, OURS } from './gen-ai.ts';
import { toName } from './label-values.ts';

/** Whether a model was called, or the text was composed here. */
export function callsModel({ provider }: Attempt): boolean {
  return !Object.hasOwn(WITHOUT_MODEL, provider);
}

/** Pure, as all of these: what a span says of a completion. Tokens and cost are on its attempts, to be summed once. */
export function attributesOfCompletion(record: CompletionRecord): Attributes {
  const { id, purpose, connector, provider, model, outcome, cache, degraded, skipped } = record;
  return {
    [OURS.completionId]: id,
    [OURS.purpose]: toName(purpose),
    ...(connector === undefined ? {} : { [OURS.connector]: toName(connector) }),
    ...(provider === null ? {} : { [OURS.provider]: toName(provider) }),
    ...(model === null ? {} : { [OURS.model]: toName(model) }),
    [OURS.outcome]: outcome,
    [OURS.cache]: cache,
    [OURS.degraded]: degraded !== null,
    [OURS.skippedRoutes]: skipped.length,
    ...errorAttribute(errorTypeOfCompletion(record)),
  };
}

/** Undefined where the caller got an answer, or did not want one any more. */
export function errorTypeOfCompletion({ outcome }: CompletionRecord): string | undefined {
  return outcome === 'answered' || outcome === 'cancelled' ? undefined : outcome;
}

export function attributesOfAttempt(attempt: Attempt): Attributes {
  const { outcome, status, key, hedge, estimated, cost, sent, leaks } = attempt;
  return {
    ...(callsModel(attempt) ? modelAttributes(attempt) : {}),
    [OURS.outcome]: outcome,
    ...(status === undefined ? {} : { [HTTP_STATUS]: status }),
    ...errorAttribute(errorTypeOf(attempt)),
    ...(cost === undefined ? {} : { [OURS.costUsd]: Number(cost.usd) }),
    ...(estimated ? { [OURS.estimated]: true } : {}),
    ...(key === undefined ? {} : { [OURS.key]: key }),
    ...(hedge ? { [OURS.hedge]: true } : {}),
    ...(sent ? { [OURS.payloadBytes]: sent.bytes } : {}),
    ...(sent?.region ? { [OURS.region]: sent.region } : {}),
    ...(leaks?.length ? leakAttributes(leaks) : {}),
  };
}

/** What the conventions want to know of every call, in spans and metrics alike. */
export function callAttributes(attempt: Attempt): Attributes {
  return {
    [GEN_AI.operation]: CHAT,
    [GEN_AI.provider]: toName(attempt.provider),
    [GEN_AI.requestModel]: toName(askedModelOf(attempt)),
  };
}

function modelAttributes(attempt: Attempt): Attributes {
  const { outcome, model, firstTokenMs, usage } = attempt;
  const counts: [string, number | undefined][] = [
    [GEN_AI.inputTokens, usage?.inputTokens],
    [GEN_AI.cachedInputTokens, usage?.cachedInputTokens],
    [GEN_AI.outputTokens, usage?.outputTokens],
    [GEN_AI.reasoningTokens, usage?.reasoningTokens],
  ];
  return {
    ...callAttributes(attempt),
    [GEN_AI.requestStream]: true,
    ...(outcome === 'answered' ? { [GEN_AI.responseModel]: toName(model) } : {}),
    ...(firstTokenMs === undefined ? {} : { [GEN_AI.timeToFirstChunk]: firstTokenMs / 1000 }),
    ...Object.fromEntries(counts.filter(([, count]) => Number.isFinite(count))),
  };
}

/** Never where, since a path is made of what somebody sent, and never what. */
function leakAttributes(leaks: NonNullable<Attempt['leaks']>): Attributes {
  const types = [...new Set(leaks.map(({ type }) => toName(type)))].sort();
  return { [OURS.leakTypes]: types, [OURS.leaks]: leaks.length };
}

export function errorAttribute(type: string | undefined): Attributes {
  return type === undefined ? {} : { [ERROR_TYPE]: type };
}
