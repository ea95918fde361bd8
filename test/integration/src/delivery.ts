import { randomUUID } from 'node:crypto';
import { signWebhook } from '@draftsmith/simulators/zendesk';
import { hookUrl } from './connect-account.ts';

export interface DeliveryChange {
  /** Zendesk's id of the invocation; the same twice is a duplicate. */
  invocation?: string;
  /** ISO-8601. */
  timestamp?: string;
  /** Replaces headers; undefined removes one. */
  headers?: Record<string, string | undefined>;
  /** The last segment of the address. */
  account?: string;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfter: string | null;
}

/** Delivers by hand what Zendesk would deliver, signed with its secret unless `change` breaks it. */
export async function deliver(
  { url, secret }: { url: string; secret: string },
  body: string | object,
  change: DeliveryChange = {},
): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = change.timestamp ?? new Date().toISOString();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-zendesk-webhook-invocation-id': change.invocation ?? randomUUID(),
    'x-zendesk-webhook-signature': signWebhook(secret, timestamp, text),
    'x-zendesk-webhook-signature-timestamp': timestamp,
    ...change.headers,
  };
  const endpoint = hookUrl(url);
  const response = await fetch(change.account ? endpoint.replace(/[^/]+$/, change.account) : endpoint, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : []))),
    body: text,
  });
  const answered = await response.text();
  return {
    status: response.status,
    body: answered.startsWith('{') ? JSON.parse(answered) : { text: answered },
    retryAfter: response.headers.get('retry-after'),
  };
}

/** What our trigger sends. */
export function triggerBody(ticket: number): object {
  return { v: 1, ticket_id: String(ticket), updated_at: new Date().toISOString() };
}

/** An event subscription's envelope. */
export function eventBody(type: string, ticket: number, event: object = {}): object {
  return {
    account_id: 18525119,
    id: randomUUID(),
    subject: `zen:ticket:${ticket}`,
    time: new Date().toISOString(),
    type: `zen:event-type:${type}`,
    zendesk_event_version: '2022-11-06',
    detail: { id: String(ticket), is_public: true },
    event,
  };
}
