import {
  type Attributes,
  type Meter,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanStatus,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';

export interface RecordedSpan {
  name: string;
  kind: SpanKind;
  attributes: Attributes;
  status: SpanStatus;
  parent: SpanContext | undefined;
  context: SpanContext;
  start: Date;
  end: Date | undefined;
}

/** Keeps spans as they were handed over; apps/server tests them with the real SDK. */
export function recordSpans(): { spans: RecordedSpan[]; tracer: Tracer } {
  const spans: RecordedSpan[] = [];
  const startSpan: Tracer['startSpan'] = (name, options, parentContext) => {
    const parent = parentContext && trace.getSpanContext(parentContext);
    const spanId = String(spans.length + 1).padStart(16, '0');
    const recorded: RecordedSpan = {
      name,
      kind: options?.kind ?? SpanKind.INTERNAL,
      attributes: options?.attributes ?? {},
      status: { code: SpanStatusCode.UNSET },
      parent,
      context: { traceId: parent?.traceId ?? 'e'.repeat(32), spanId, traceFlags: TraceFlags.SAMPLED },
      start: options?.startTime as Date,
      end: undefined,
    };
    spans.push(recorded);
    const span: Pick<Span, 'spanContext' | 'setStatus' | 'isRecording' | 'end'> = {
      spanContext: () => recorded.context,
      isRecording: () => true,
      setStatus(status) {
        recorded.status = status;
        return span as Span;
      },
      end: (time) => {
        recorded.end = time as Date;
      },
    };
    return span as Span;
  };
  return { spans, tracer: { startSpan } as Tracer };
}

export interface RecordedValue {
  name: string;
  unit: string | undefined;
  value: number;
  attributes: Attributes | undefined;
}

/** Keeps what histograms are told. */
export function recordValues(): { values: RecordedValue[]; meter: Meter } {
  const values: RecordedValue[] = [];
  const createHistogram: Meter['createHistogram'] = (name, options) => ({
    record: (value, attributes) => values.push({ name, unit: options?.unit, value, attributes }),
  });
  return { values, meter: { createHistogram } as Meter };
}
