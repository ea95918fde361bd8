import type { Logger } from '@draftsmith/logger';
import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { ServerSettings } from './settings.ts';

export interface Tracing {
  /** Sends what is still held back, for as long as a shutdown may wait for it. Never rejects. */
  stop(): Promise<void>;
}

type TracingSettings = Pick<ServerSettings, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'>;

/** In milliseconds. */
export interface TracingPatience {
  /** For one batch, retries included; an open request keeps the process alive for as long. */
  deliveryMs: number;
  /** For the last spans at shutdown. */
  stopMs: number;
}

const PATIENCE: TracingPatience = { deliveryMs: 4_000, stopMs: 5_000 };

/**
 * Sends traces to an OpenTelemetry collector, as OTLP in JSON over HTTP, where the settings name one. Spans leave in
 * batches, in the background; what a collector that is down does not take is dropped, and said once. All else goes by
 * the SDK's own environment variables: OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER, OTEL_BSP_*.
 */
export async function startTracing(
  settings: TracingSettings,
  logger: Logger,
  { deliveryMs, stopMs }: TracingPatience = PATIENCE,
): Promise<Tracing | undefined> {
  const url = tracesUrl(settings);
  if (url === undefined) return undefined;
  // Loaded here: only those who want traces pay for the SDK at every start.
  const [{ context, trace }, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resource] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      serviceResource(),
    ]);
  const log = logger.child({ component: 'tracing' });
  const exporter = sayWhenLost(new OTLPTraceExporter({ url, timeoutMillis: deliveryMs }), log);
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] });
  // No propagator: nobody is told the ids of our traces, neither source systems nor model vendors.
  provider.register({ propagator: null });
  return {
    async stop() {
      if (!(await endsWithin(provider.shutdown(), stopMs))) log.warn('The last traces were not sent in time');
      trace.disable();
      context.disable();
    },
  };
}

function tracesUrl(settings: TracingSettings): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = settings;
  return traces ?? (base && `${base.replace(/\/$/, '')}/v1/traces`);
}

async function serviceResource() {
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = await import(
    '@opentelemetry/resources'
  );
  const ours = resourceFromAttributes({ 'service.name': 'draftsmith' });
  return defaultResource()
    .merge(ours)
    .merge(detectResources({ detectors: [envDetector] }));
}

/** `ExportResultCode.SUCCESS` of the SDK, which keeps it in a package of its own. */
const DELIVERED = 0;

/** One line when deliveries begin to fail and one when they work again: a collector may be down for days. */
function sayWhenLost(exporter: SpanExporter, logger: Logger): SpanExporter {
  let arriving = true;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const delivered = result.code === DELIVERED;
        // Without the error: its text may hold the collector's answer.
        if (arriving && !delivered) logger.warn('Traces are lost: the collector does not take them');
        if (!arriving && delivered) logger.info('Traces arrive again');
        arriving = delivered;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}

/** Whether it ended in time. Failing is an end, too; why was said before. */
async function endsWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  const ended = work.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([ended, late]);
  clearTimeout(timer);
  return inTime;
}
