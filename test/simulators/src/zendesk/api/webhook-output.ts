import type { WebhookRecord } from '../state/store.ts';
import type { Delivery } from '../webhooks/deliver.ts';

export function secretOf(record: WebhookRecord): { signing_secret: { secret: string; algorithm: string } } {
  return { signing_secret: { secret: record.secret, algorithm: 'SHA256' } };
}

export function toInvocation(attempts: readonly Delivery[]): Record<string, unknown> {
  const last = attempts.at(-1);
  return {
    id: last?.invocationId,
    webhook_id: last?.webhookId,
    status: last?.outcome === 'circuit-broken' ? 'circuit broken' : 'terminated',
    status_code: typeof last?.status === 'number' ? last.status : null,
    latest_completed_at: last?.at,
  };
}

export function toAttempt(delivery: Delivery): Record<string, unknown> {
  const { request, response } = delivery;
  return {
    id: `${delivery.invocationId}-${delivery.attempt}`,
    invocation_id: delivery.invocationId,
    status: delivery.outcome === 'circuit-broken' ? 'circuit broken' : 'terminated',
    status_code: typeof delivery.status === 'number' ? delivery.status : null,
    request: { headers: toPairs(request.headers), payload: request.body },
    ...(response ? { response: { headers: toPairs(response.headers), payload: response.body } } : {}),
    completed_at: delivery.at,
  };
}

export function toPairs(headers: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
