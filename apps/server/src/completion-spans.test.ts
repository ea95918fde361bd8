import { createChain, parseRoutes } from '@draftsmith/llm';
import { activeTraceId, observeWithOpenTelemetry } from '@draftsmith/llm/opentelemetry';
import { silentLogger } from '@draftsmith/logger';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, expect, it } from 'vitest';

const QUESTION = {
  account: 'private-account',
  user: 'private-user',
  purpose: 'reply',
  instructions: 'private-instructions',
  messages: [{ role: 'user' as const, text: 'private-prompt' }],
  maxOutputTokens: 100,
};

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
let models: ModelServer;

beforeAll(async () => {
  provider.register({ propagator: null });
  models = await startModels({ reply: () => 'private-answer' });
});

afterAll(async () => {
  await models.close();
  await provider.shutdown();
  trace.disable();
  context.disable();
});

const milliseconds = ([seconds, nanoseconds]: ReadableSpan['startTime']) => seconds * 1e3 + nanoseconds / 1e6;

it('a fail-over between real calls, as the real SDK has it', async () => {
  models.faults.set({ model: 'gpt-5-mini', fault: { kind: 'status', status: 401 } });
  const chain = createChain(
    {
      routes: parseRoutes('openai/gpt-5-mini,anthropic/claude-sonnet-5'),
      openai: { apiKeys: ['private-key'], baseUrl: `${models.baseUrl}/v1` },
      anthropic: { apiKeys: ['private-key'], baseUrl: models.baseUrl },
      cache: { maxBytes: 100_000, ttlMs: 60_000 },
    },
    { logger: silentLogger, observers: [observeWithOpenTelemetry()], traceId: activeTraceId, random: () => 0 },
  );
  const caller = provider.getTracer('test').startSpan('caller');
  // The second one comes from the cache.
  await context.with(trace.setSpan(context.active(), caller), async () => {
    for (const _ of [1, 2]) expect(await chain.complete(QUESTION)).toMatchObject({ kind: 'answered' });
  });
  await chain.flush();
  caller.end();

  const spans = exporter.getFinishedSpans();
  const { spanId, traceId } = caller.spanContext();
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([traceId]));
  const [completion, hit] = spans.filter(({ name }) => name === 'complete reply');
  const calls = spans.filter(({ name }) => name.startsWith('chat '));
  expect([completion?.parentSpanContext?.spanId, hit?.parentSpanContext?.spanId]).toEqual([spanId, spanId]);
  expect(hit?.attributes).toMatchObject({ 'draftsmith.cache': 'hit', 'draftsmith.outcome': 'answered' });
  expect(
    calls.map(({ name, kind, status, parentSpanContext }) => [name, kind, status.code, parentSpanContext?.spanId]),
  ).toEqual([
    ['chat gpt-5-mini', SpanKind.CLIENT, SpanStatusCode.ERROR, completion?.spanContext().spanId],
    ['chat claude-sonnet-5', SpanKind.CLIENT, SpanStatusCode.UNSET, completion?.spanContext().spanId],
  ]);
  expect(calls[0]?.attributes).toMatchObject({ 'error.type': '401', 'gen_ai.provider.name': 'openai' });
  expect(calls[1]?.attributes).toMatchObject({
    'gen_ai.response.model': 'claude-sonnet-5',
    'gen_ai.usage.input_tokens': expect.any(Number),
    'draftsmith.cost_usd': expect.any(Number),
  });
  // Milliseconds of a wall clock: both ends are cut to whole ones.
  for (const { startTime, endTime } of calls) {
    expect(milliseconds(startTime)).toBeGreaterThanOrEqual(milliseconds(completion?.startTime ?? [0, 0]));
    expect(milliseconds(endTime)).toBeLessThanOrEqual(milliseconds(completion?.endTime ?? [0, 0]) + 1);
  }
  const said = JSON.stringify(
    spans.map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
  );
  expect(said).toContain('gen_ai.request.model');
  expect(said).not.toContain('private-');
});
