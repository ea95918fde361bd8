import {
  type Context,
  context,
  isSpanContextValid,
  type Meter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Attempt } from '../contract/completion.ts';
import type { CompletionRecord, Observer } from '../ledger/record.ts';
import { errorTypeOf } from './error-type.ts';
import { CHAT, GEN_AI } from './gen-ai.ts';
import { createGenAiMetrics } from './gen-ai-metrics.ts';
import { toName } from './label-values.ts';
import { attributesOfAttempt, attributesOfCompletion, callsModel, errorTypeOfCompletion } from './to-attributes.ts';

/**
 * A span for each completion, with one below it for each attempt, made once all is over and with the times that they
 * had. An attempt is what the conventions call an inference; the completion around it is a step of ours, so that
 * whoever counts calls and tokens by the conventions counts each once. No account, person, prompt or answer is in them.
 * @param tracer absent: of the provider that is registered by the time
 */
export function observeWithOpenTelemetry(tracer: Tracer = trace.getTracer('@draftsmith/llm'), meter?: Meter): Observer {
  const recordCall = createGenAiMetrics(meter);
  return (record) => {
    traceCompletion(record, tracer);
    for (const attempt of record.attempts) if (callsModel(attempt)) recordCall(attempt);
  };
}

/** For `ChainDeps.traceId`: with it, completions are in the ledger under the id of the trace that they belong to. */
export function activeTraceId(): string | undefined {
  const active = trace.getSpanContext(context.active());
  return active && isSpanContextValid(active) ? active.traceId : undefined;
}

function traceCompletion(record: CompletionRecord, tracer: Tracer): void {
  const parent = parentOf(record);
  const { createdAt: startTime, latencyMs } = record;
  const attributes = attributesOfCompletion(record);
  const span = tracer.startSpan(`complete ${toName(record.purpose)}`, { attributes, startTime }, parent);
  if (span.isRecording()) {
    const below = trace.setSpan(parent, span);
    for (const attempt of record.attempts) traceAttempt(attempt, tracer, below);
  }
  end(span, errorTypeOfCompletion(record), after(startTime, latencyMs));
}

function traceAttempt(attempt: Attempt, tracer: Tracer, parent: Context): void {
  const attributes = attributesOfAttempt(attempt);
  const span = callsModel(attempt)
    ? tracer.startSpan(
        `${CHAT} ${attributes[GEN_AI.requestModel]}`,
        { attributes, kind: SpanKind.CLIENT, startTime: attempt.at },
        parent,
      )
    : tracer.startSpan(`compose ${attempt.provider}`, { attributes, startTime: attempt.at }, parent);
  end(span, errorTypeOf(attempt), after(attempt.at, attempt.ms));
}

/** Without a description: what a provider says may quote the prompt. */
function end(span: Span, errorType: string | undefined, time: Date): void {
  if (errorType !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(time);
}

/** Where the caller is in no trace, the record's id begins one; a trace can only be given an id by a parent. */
function parentOf({ traceId }: CompletionRecord): Context {
  const active = context.active();
  if (activeTraceId() !== undefined) return active;
  const spanId = traceId.slice(-16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
}

/** A clock that was set back meanwhile must not make an end before the start. */
function after(start: Date, ms: number): Date {
  return new Date(start.getTime() + Math.max(0, ms));
}
