import { pause } from '../../pause.ts';
import type { WebhookRecord } from '../state/store.ts';
import { toTimestamp } from '../state/store.ts';
import type { WebhookAuthentication } from '../wire.ts';
import { CircuitBreaker, type CircuitLimits } from './circuit-breaker.ts';
import type { HttpSender, SendResult } from './http-send.ts';
import { type AttemptOutcome, judgeAttempt, parseRetryAfter } from './retry-policy.ts';
import { signWebhook } from './sign.ts';
import { ulid } from './ulid.ts';

/** One attempt, as the log of the simulator and `GET /api/v2/webhooks/{id}/invocations/{inv}/attempts` show it. */
export interface Delivery {
  webhookId: string;
  invocationId: string;
  /** 1 for the first attempt of an invocation. */
  attempt: number;
  /** ISO-8601 with milliseconds. */
  at: string;
  outcome: 'delivered' | 'lost' | 'will-retry' | 'circuit-broken';
  /** HTTP status of the endpoint, or why there is none. */
  status: number | 'timeout' | 'unreachable' | 'not-sent';
  /** As sent, without the webhook's own credentials. */
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  response?: { headers: Record<string, string>; body: string };
}

export interface DeliveryOptions {
  sender: HttpSender;
  clock: () => Date;
  accountId: number;
  timeoutMs: number;
  /** Waits before the first, second ... retry; when given, they also replace what Retry-After asks for. */
  retryDelaysMs: readonly number[] | undefined;
  circuit: CircuitLimits;
  onAttempt(delivery: Delivery): void;
}

/** Zendesk's own waits are not published; these are short enough for a developer to watch. */
const DEFAULT_RETRY_DELAYS_MS = [1_000, 2_000, 4_000, 8_000, 16_000];

export interface Deliverer {
  /** Starts a delivery and answers its invocation id at once. `times` > 1 sends the same invocation again: a duplicate. */
  start(record: WebhookRecord, body: string, times?: number): string;
  /** Resolves when no delivery is under way and no retry is waiting. */
  settled(): Promise<void>;
  /** Waiting retries are dropped. */
  close(): void;
}

export function createDeliverer(options: DeliveryOptions): Deliverer {
  const breakers = new Map<string, CircuitBreaker>();
  const closed = new AbortController();
  let pending = 0;
  let waiters: (() => void)[] = [];

  const breakerOf = (webhookId: string) => {
    let breaker = breakers.get(webhookId);
    if (!breaker) {
      breaker = new CircuitBreaker(options.circuit, options.clock);
      breakers.set(webhookId, breaker);
    }
    return breaker;
  };

  async function run(record: WebhookRecord, invocationId: string, body: string): Promise<void> {
    const breaker = breakerOf(record.webhook.id);
    const retries = { timeout: 0, answered: 0, unreachable: 0 };
    for (let attempt = 1; !closed.signal.aborted; attempt += 1) {
      const request = buildRequest(record, invocationId, body, options);
      const log = { webhookId: record.webhook.id, invocationId, attempt, at: options.clock().toISOString() };
      if (breaker.isOpen()) {
        options.onAttempt({ ...log, outcome: 'circuit-broken', status: 'not-sent', request: withoutSecrets(request) });
        return;
      }
      const result = await options.sender.send({ ...request, timeoutMs: options.timeoutMs });
      const verdict = judgeAttempt(toOutcome(result), retries[result.kind]);
      breaker.record(verdict !== 'delivered');
      options.onAttempt({
        ...log,
        outcome: typeof verdict === 'string' ? verdict : 'will-retry',
        status: result.kind === 'answered' ? result.status : result.kind,
        request: withoutSecrets(request),
        ...(result.kind === 'answered' ? { response: { headers: result.headers, body: result.body } } : {}),
      });
      if (typeof verdict === 'string') return;
      const delayMs = retryDelay(options.retryDelaysMs, attempt, verdict.retryAfterSeconds);
      retries[result.kind] += 1;
      await pause(delayMs, closed.signal);
    }
  }

  function finish(): void {
    pending -= 1;
    if (pending > 0) return;
    const waiting = waiters;
    waiters = [];
    for (const resolve of waiting) resolve();
  }

  return {
    start(record, body, times = 1) {
      const invocationId = ulid(options.clock());
      for (let copy = 0; copy < times; copy += 1) {
        pending += 1;
        void run(record, invocationId, body).finally(finish);
      }
      return invocationId;
    },
    settled: () => (pending === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    close() {
      closed.abort();
    },
  };
}

function retryDelay(
  injected: readonly number[] | undefined,
  attempt: number,
  retryAfterSeconds: number | undefined,
): number {
  const delays = injected ?? DEFAULT_RETRY_DELAYS_MS;
  if (!injected && retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return delays[Math.min(attempt, delays.length) - 1] ?? 0;
}

/** Each attempt carries a timestamp and so a signature of its own. */
export function buildRequest(
  record: WebhookRecord,
  invocationId: string,
  body: string,
  context: { clock: () => Date; accountId: number },
): { url: string; method: string; headers: Record<string, string>; body: string } {
  const timestamp = toTimestamp(context.clock());
  const { webhook, secret } = record;
  return {
    url: webhook.endpoint,
    method: webhook.http_method,
    body,
    headers: {
      'X-Zendesk-Account-Id': String(context.accountId),
      'X-Zendesk-Webhook-Id': webhook.id,
      'X-Zendesk-Webhook-Invocation-Id': invocationId,
      'X-Zendesk-Webhook-Signature': signWebhook(secret, timestamp, body),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
      'User-Agent': 'Zendesk Webhook',
      'Content-Type': 'application/json; charset=utf-8',
      ...webhook.custom_headers,
      ...(record.authentication ? authorization(record.authentication) : {}),
    },
  };
}

function authorization(authentication: WebhookAuthentication): Record<string, string> {
  switch (authentication.type) {
    case 'bearer_token':
      return { Authorization: `Bearer ${authentication.data.token}` };
    case 'basic_auth': {
      const { username, password } = authentication.data;
      return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
    }
    case 'api_key':
      return { [authentication.data.name]: authentication.data.value };
  }
}

const LOGGED_HEADERS = /^(x-zendesk-|user-agent$|content-type$)/i;

function withoutSecrets(request: ReturnType<typeof buildRequest>): Delivery['request'] {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => LOGGED_HEADERS.test(name)));
  return { ...request, headers };
}

function toOutcome(result: SendResult): AttemptOutcome {
  if (result.kind !== 'answered') return result;
  return { kind: 'answered', status: result.status, retryAfterSeconds: parseRetryAfter(result.headers['retry-after']) };
}
