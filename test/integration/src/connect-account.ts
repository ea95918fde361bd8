import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { SUBDOMAIN } from './seed.ts';

export interface ConnectedAccount {
  /** The webhook's signing secret, made by Zendesk. */
  secret: string;
  /** Where deliveries go from now on: the address is only known once the server listens. */
  pointTo(serverUrl: string): Promise<void>;
}

const TRIGGER_BODY = JSON.stringify({
  v: 1,
  ticket_id: '{{ticket.id}}',
  updated_at: '{{ticket.updated_at_with_timestamp}}',
});

/** Nobody listens there; deliveries begin with `pointTo`. */
const NOWHERE = 'http://127.0.0.1:9/';

/** Webhook and trigger over the simulator's API, as an admin makes them. The trigger fires for every public comment. */
export async function connectAccount(zendesk: ZendeskSimulator): Promise<ConnectedAccount> {
  const call = (method: string, path: string, body?: unknown) => request(zendesk, { method, path, body });
  const definition = { name: 'Draftsmith', status: 'active', http_method: 'POST', request_format: 'json' };
  const subscriptions = ['conditional_ticket_events'];
  const { webhook } = (await call('POST', 'webhooks', {
    webhook: { ...definition, endpoint: NOWHERE, subscriptions },
  })) as { webhook: { id: string } };
  const { signing_secret } = (await call('GET', `webhooks/${webhook.id}/signing_secret`)) as {
    signing_secret: { secret: string };
  };
  await call('POST', 'triggers', {
    trigger: {
      title: 'Draft a reply',
      conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhook.id, TRIGGER_BODY] }],
    },
  });
  return {
    secret: signing_secret.secret,
    async pointTo(serverUrl) {
      await call('PATCH', `webhooks/${webhook.id}`, { webhook: { endpoint: hookUrl(serverUrl) } });
    },
  };
}

/** The address of our account's webhook on a server. */
export function hookUrl(serverUrl: string): string {
  return `${serverUrl.replace('//localhost:', '//127.0.0.1:')}/hooks/zendesk/${SUBDOMAIN}`;
}

async function request(
  { baseUrl, token }: ZendeskSimulator,
  { method, path, body }: { method: string; path: string; body?: unknown },
): Promise<unknown> {
  const response = await fetch(`${baseUrl}/api/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
