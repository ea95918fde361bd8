import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aHit, anAttempt, aRecord, NOON } from '../ledger/testing.ts';
import { activeTraceId, observeWithOpenTelemetry } from './opentelemetry.ts';
import { recordSpans, recordValues } from './testing/recorded.ts';
import { recordsFull, SECRETS } from './testing/records.ts';

const LATER = new Date(NOON.getTime() + 300);

const failedOver = aRecord({
  traceId: '0af7651916cd43dd8448eb211c80319c',
  attempts: [
    anAttempt({ outcome: 'failed', code: 'llm.status', status: 429, kind: 'rate-limited', ms: 250, detail: 'Limited' }),
    anAttempt({
      provider: 'anthropic',
      model: 'claude-sonnet-5-20260101',
      askedModel: 'claude-sonnet-5',
      at: LATER,
      ms: 900,
      firstTokenMs: 400,
      key: 2,
      hedge: true,
      usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 60, reasoningTokens: 5 },
      cost: { usd: '0.25' },
    }),
  ],
  latencyMs: 1200,
});

test('a completion is a span with its real times, and each attempt is a client span below it', () => {
  const { spans, tracer } = recordSpans();
  observeWithOpenTelemetry(tracer)(failedOver);
  expect(
    spans.map(({ name, kind, start, end, parent }) => ({ name, kind, start, end, parent: parent?.spanId })),
  ).toEqual([
    {
      name: 'complete reply',
      kind: SpanKind.INTERNAL,
      start: NOON,
      end: new Date(NOON.getTime() + 1200),
      parent: '8448eb211c80319c',
    },
    {
      name: 'chat gpt-5-mini',
      kind: SpanKind.CLIENT,
      start: NOON,
      end: new Date(NOON.getTime() + 250),
      parent: '0000000000000001',
    },
    {
      name: 'chat claude-sonnet-5',
      kind: SpanKind.CLIENT,
      start: LATER,
      end: new Date(LATER.getTime() + 900),
      parent: '0000000000000001',
    },
  ]);
});

test('attributes go by the conventions, and failures have a type', () => {
  const { spans, tracer } = recordSpans();
  observeWithOpenTelemetry(tracer)(failedOver);
  const [completion, failed, answered] = spans;
  expect(completion?.attributes).toEqual({
    'draftsmith.completion.id': failedOver.id,
    'draftsmith.purpose': 'reply',
    'draftsmith.connector': 'zendesk',
    'draftsmith.provider': 'anthropic',
    'draftsmith.model': 'claude-sonnet-5-20260101',
    'draftsmith.outcome': 'answered',
    'draftsmith.cache': 'miss',
    'draftsmith.degraded': false,
    'draftsmith.skipped_routes': 0,
  });
  expect(failed?.attributes).toMatchObject({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': 'gpt-5-mini',
    'draftsmith.outcome': 'failed',
    'error.type': '429',
    'http.response.status_code': 429,
  });
  expect(failed?.attributes).not.toHaveProperty(['gen_ai.response.model']);
  expect(answered?.attributes).toEqual({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'anthropic',
    'gen_ai.request.model': 'claude-sonnet-5',
    'gen_ai.request.stream': true,
    'gen_ai.response.model': 'claude-sonnet-5-20260101',
    'gen_ai.response.time_to_first_chunk': 0.4,
    'gen_ai.usage.input_tokens': 100,
    'gen_ai.usage.cache_read.input_tokens': 60,
    'gen_ai.usage.output_tokens': 20,
    'gen_ai.usage.reasoning.output_tokens': 5,
    'draftsmith.outcome': 'answered',
    'draftsmith.cost_usd': 0.25,
    'draftsmith.key': 2,
    'draftsmith.hedge': true,
  });
  expect(spans.map(({ status }) => status)).toEqual([
    { code: SpanStatusCode.UNSET },
    { code: SpanStatusCode.ERROR },
    { code: SpanStatusCode.UNSET },
  ]);
});

test.each([
  ['exhausted', SpanStatusCode.ERROR],
  ['stopped', SpanStatusCode.ERROR],
  ['refused', SpanStatusCode.ERROR],
  ['cancelled', SpanStatusCode.UNSET],
] as const)('a completion that was %s has status %i', (outcome, code) => {
  const { spans, tracer } = recordSpans();
  observeWithOpenTelemetry(tracer)(aRecord({ outcome, attempts: [] }));
  expect(spans[0]?.status).toEqual({ code });
  expect(spans[0]?.attributes['error.type']).toBe(code === SpanStatusCode.ERROR ? outcome : undefined);
});

test('a cache hit is one span; what needs no model is not taken for a call of one', () => {
  const { spans, tracer } = recordSpans();
  const { values, meter } = recordValues();
  const observe = observeWithOpenTelemetry(tracer, meter);
  observe(aHit());
  observe(aRecord({ attempts: [anAttempt({ provider: 'offline', model: 'composer', outcome: 'abstained' })] }));
  expect(spans.map(({ name, kind }) => [name, kind])).toEqual([
    ['complete reply', SpanKind.INTERNAL],
    ['complete reply', SpanKind.INTERNAL],
    ['compose offline', SpanKind.INTERNAL],
  ]);
  expect(Object.keys(spans[2]?.attributes ?? {}).filter((name) => name.startsWith('gen_ai.'))).toEqual([]);
  expect(values).toEqual([]);
});

test('a clock that was set back makes a span without length, not one that ends before it starts', () => {
  const { spans, tracer } = recordSpans();
  observeWithOpenTelemetry(tracer)(aRecord({ latencyMs: -50, attempts: [anAttempt({ ms: -20 })] }));
  expect(spans.map(({ start, end }) => [start, end])).toEqual([
    [NOON, NOON],
    [NOON, NOON],
  ]);
});

test('the histograms of the conventions: seconds of each call, and tokens where they are known', () => {
  const { values, meter } = recordValues();
  observeWithOpenTelemetry(
    recordSpans().tracer,
    meter,
  )(aRecord({ attempts: [anAttempt({ outcome: 'failed', code: 'llm.stall', ms: 1500 })] }));
  const call = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': 'gpt-5-mini',
  };
  const duration = { name: 'gen_ai.client.operation.duration', unit: 's' };
  const tokens = { name: 'gen_ai.client.token.usage', unit: '{token}' };
  expect(values).toEqual([
    { ...duration, value: 1.5, attributes: { ...call, 'error.type': 'llm.stall' } },
    { ...tokens, value: 10, attributes: { ...call, 'gen_ai.token.type': 'input' } },
    { ...tokens, value: 5, attributes: { ...call, 'gen_ai.token.type': 'output' } },
  ]);
});

test('a span says how much was sent to which region, or what held it back', () => {
  const { spans, tracer } = recordSpans();
  const place = { path: 'messages[1].content', start: 1, end: 5 };
  const leaks = ['PERSON', 'EMAIL', 'PERSON'].map((type) => ({ type, ...place }));
  const sent = { host: 'llm.internal', region: 'eu', sha256: 'a'.repeat(64), bytes: 1_234 };
  const attempts = [anAttempt({ sent }), anAttempt({ outcome: 'failed', code: 'llm.leak', leaks })];
  observeWithOpenTelemetry(tracer)(aRecord({ attempts }));
  expect(spans[1]?.attributes).toMatchObject({ 'draftsmith.region': 'eu', 'draftsmith.payload_bytes': 1_234 });
  expect(spans[2]?.attributes).toMatchObject({
    'error.type': 'llm.leak',
    'draftsmith.leak.types': ['EMAIL', 'PERSON'],
    'draftsmith.leak.count': 3,
  });
});

test('without a provider nothing is traced and nothing goes wrong', () => {
  expect(activeTraceId()).toBeUndefined();
  expect(() => observeWithOpenTelemetry()(failedOver)).not.toThrow();
});

test('whatever a record holds, no account, person, prompt or answer is in spans and histograms', () => {
  fc.assert(
    fc.property(recordsFull, (record) => {
      const { spans, tracer } = recordSpans();
      const { values, meter } = recordValues();
      observeWithOpenTelemetry(tracer, meter)(record);
      expect(spans).toHaveLength(1 + record.attempts.length);
      expect(JSON.stringify([spans, values])).not.toMatch(SECRETS);
      expect(spans.every(({ parent, end }) => parent?.traceId === record.traceId && end !== undefined)).toBe(true);
    }),
  );
});
