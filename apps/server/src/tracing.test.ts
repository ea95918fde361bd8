import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChain, parseRoutes } from '@draftsmith/llm';
import { activeTraceId, observeWithOpenTelemetry } from '@draftsmith/llm/opentelemetry';
import { type Logger, silentLogger } from '@draftsmith/logger';
import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTracing } from './tracing.ts';

interface Delivery {
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Of the OTLP JSON, what is looked at here. */
interface Payload {
  resourceSpans: { resource: { attributes: Pair[] }; scopeSpans: { spans: WireSpan[] }[] }[];
}
interface Pair {
  key: string;
  value: { stringValue?: string };
}
interface WireSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
}

let statuses: number[];
let deliveries: Delivery[];
let collector: Server;
let endpoint: string;

beforeEach(async () => {
  statuses = [];
  deliveries = [];
  collector = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    deliveries.push({ path: request.url, headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((ready) => collector.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  collector.closeAllConnections();
  await new Promise((closed) => collector.close(closed));
});

function collecting(OTEL_EXPORTER_OTLP_ENDPOINT?: string, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string) {
  return { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT };
}

function listening(): { lines: string[]; logger: Logger } {
  const lines: string[] = [];
  const logger: Logger = {
    ...silentLogger,
    info: (message) => void lines.push(message),
    warn: (message) => void lines.push(message),
    child: () => logger,
  };
  return { lines, logger };
}

/** A completion with neither key nor model, as the server makes them. */
async function complete() {
  const chain = createChain(
    { routes: parseRoutes('canned'), cannedText: 'We have your message.', cache: 'off' },
    { logger: silentLogger, observers: [observeWithOpenTelemetry()], traceId: activeTraceId },
  );
  const result = await chain.complete({
    account: 'acme',
    user: 'user-1',
    purpose: 'reply',
    instructions: '',
    messages: [{ role: 'user', text: 'Where is my parcel?' }],
    maxOutputTokens: 100,
  });
  await chain.flush();
  if (result.kind !== 'answered') throw new Error('The canned answer did not come');
  return result.completion;
}

function payloadOf({ body }: Delivery): { service: string | undefined; spans: WireSpan[] } {
  const [first] = (JSON.parse(body) as Payload).resourceSpans;
  return {
    service: first?.resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue,
    spans: first?.scopeSpans.flatMap(({ spans }) => spans) ?? [],
  };
}

it('without an endpoint nothing is traced', async () => {
  expect(await startTracing(collecting(), silentLogger)).toBeUndefined();
  expect(trace.getTracer('test').startSpan('any').isRecording()).toBe(false);
});

it('a completion is at the collector when tracing has stopped, under the trace id of the ledger', async () => {
  const tracing = await startTracing(collecting(`${endpoint}/`), silentLogger);
  const before = Date.now();
  const { traceId, id } = await complete();
  await tracing?.stop();
  expect(deliveries.map(({ path }) => path)).toEqual(['/v1/traces']);
  const [delivery] = deliveries as [Delivery];
  const { service, spans } = payloadOf(delivery);
  expect(service).toBe('draftsmith');
  const completion = spans.find(({ name }) => name === 'complete reply');
  const attempt = spans.find(({ name }) => name === 'compose canned');
  expect(spans).toHaveLength(2);
  expect(completion?.traceId).toBe(traceId);
  expect(attempt).toMatchObject({ traceId, parentSpanId: completion?.spanId });
  for (const { startTimeUnixNano, endTimeUnixNano } of spans) {
    expect(Number(startTimeUnixNano) / 1e6).toBeGreaterThanOrEqual(before);
    expect(Number(endTimeUnixNano)).toBeGreaterThanOrEqual(Number(startTimeUnixNano));
  }
  expect(delivery.body).toContain(id);
  expect(delivery.body).not.toMatch(/acme|user-1|parcel|We have your message/);
});

it('a completion within a trace of the caller belongs to it, in the ledger as well', async () => {
  const tracing = await startTracing(collecting(endpoint), silentLogger);
  const caller = await trace.getTracer('test').startActiveSpan('caller', async (span) => {
    const { traceId } = await complete();
    span.end();
    return { ...span.spanContext(), completionTraceId: traceId };
  });
  await tracing?.stop();
  expect(caller.completionTraceId).toBe(caller.traceId);
  const spans = deliveries.flatMap((delivery) => payloadOf(delivery).spans);
  expect(spans.find(({ name }) => name === 'complete reply')).toMatchObject({
    traceId: caller.traceId,
    parentSpanId: caller.spanId,
  });
});

it("the SDK's own variables hold: service name, headers; an address for traces alone is taken as it is", async () => {
  vi.stubEnv('OTEL_SERVICE_NAME', 'drafts-eu');
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-team=support');
  const tracing = await startTracing(collecting('http://127.0.0.1:1', `${endpoint}/in/traces`), silentLogger);
  await complete();
  await tracing?.stop();
  const [delivery] = deliveries as [Delivery];
  expect([delivery.path, delivery.headers['x-team'], payloadOf(delivery).service]).toEqual([
    '/in/traces',
    'support',
    'drafts-eu',
  ]);
});

it('a collector that refuses is said once, and once more when it takes traces again', async () => {
  vi.stubEnv('OTEL_BSP_SCHEDULE_DELAY', '1');
  statuses = [400, 400];
  const { lines, logger } = listening();
  const tracing = await startTracing(collecting(endpoint), logger);
  for (const count of [1, 2]) {
    await complete();
    await expect.poll(() => deliveries.length).toBe(count);
  }
  await expect.poll(() => lines).toEqual(['Traces are lost: the collector does not take them']);
  await complete();
  await expect.poll(() => lines).toEqual(['Traces are lost: the collector does not take them', 'Traces arrive again']);
  await tracing?.stop();
});

it.each([
  ['the delivery is given up', { deliveryMs: 20, stopMs: 20_000 }, 'Traces are lost: the collector does not take them'],
  ['the shutdown goes on without it', { deliveryMs: 1_000, stopMs: 20 }, 'The last traces were not sent in time'],
])('a collector that never answers holds up neither completions nor the end: %s', async (_, patience, line) => {
  const silent = createServer(() => undefined);
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
  const { lines, logger } = listening();
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const tracing = await startTracing(collecting(address), logger, patience);
  expect((await complete()).text).toBe('We have your message.');
  await tracing?.stop();
  expect(lines).toEqual([line]);
  silent.closeAllConnections();
  await new Promise((closed) => silent.close(closed));
});

it('after a stop it can be started again', async () => {
  for (const count of [1, 2]) {
    const tracing = await startTracing(collecting(endpoint), silentLogger);
    await complete();
    await tracing?.stop();
    expect(deliveries).toHaveLength(count);
  }
});
