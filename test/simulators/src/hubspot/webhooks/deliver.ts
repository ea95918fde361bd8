import { pause } from '../../pause.ts';
import type { CallOut } from '../platform/call-out.ts';
import { createPending } from '../platform/pending.ts';
import { signatureHeaders } from '../platform/signatures.ts';
import type { WebhookEvent } from './events.ts';

/** One attempt to deliver one batch. */
export interface Delivery {
  at: string;
  /** 0 for the first. */
  attempt: number;
  status: number | 'timeout' | 'unreachable';
  outcome: 'delivered' | 'will-retry' | 'lost';
  events: readonly WebhookEvent[];
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface DeliveryOptions {
  callOut: CallOut;
  clientSecret: string;
  clock: () => Date;
  timeoutMs: number;
  retryDelaysMs: readonly number[] | undefined;
}

const MAX_RETRIES = 10;
const MAX_KEPT = 10_000;
/** Ten over about a day; the real ones are random. */
const DEFAULT_DELAYS_MS = [60, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 28_800].map(
  (seconds) => seconds * 1000,
);

/** Sends batches and retries them; each attempt counts in the events and is signed anew. */
export function createDeliverer(options: DeliveryOptions) {
  const { callOut, clientSecret, clock, timeoutMs, retryDelaysMs = DEFAULT_DELAYS_MS } = options;
  const closed = new AbortController();
  const pending = createPending();
  let log: Delivery[] = [];

  async function attemptOnce(url: string, batch: readonly WebhookEvent[], attempt: number): Promise<boolean> {
    const events = batch.map((event) => ({ ...event, attemptNumber: attempt }));
    const body = JSON.stringify(events);
    const signature = signatureHeaders(
      clientSecret,
      { method: 'POST', url, body },
      { now: clock(), versions: ['v1', 'v3'] },
    );
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'HubSpot Webhooks',
      ...signature,
    };
    const at = clock().toISOString();
    const result = await callOut.send({ method: 'POST', url, headers, body, timeoutMs });
    const status = result.kind === 'answered' ? result.status : result.kind;
    // Failure is no connection, a time-out, or any 4xx and 5xx.
    const delivered = typeof status === 'number' && status < 400;
    const outcome = delivered ? 'delivered' : attempt < MAX_RETRIES ? 'will-retry' : 'lost';
    log.push({ at, attempt, status, outcome, events, headers, body });
    if (log.length > MAX_KEPT * 2) log = log.slice(-MAX_KEPT);
    return delivered;
  }

  return {
    start(url: string, batch: readonly WebhookEvent[]): void {
      pending.run(async () => {
        for (let attempt = 0; attempt <= MAX_RETRIES && !closed.signal.aborted; attempt += 1) {
          if (await attemptOnce(url, batch, attempt)) return;
          await pause(retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 0, closed.signal);
        }
      });
    },
    run: pending.run,
    settled: pending.settled,
    log: (): readonly Delivery[] => log,
    close: () => closed.abort(),
  };
}
