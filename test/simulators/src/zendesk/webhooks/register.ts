import { randomBytes } from 'node:crypto';
import type { WebhookRecord, ZendeskStore } from '../state/store.ts';
import type { TriggerCondition, WebhookAuthentication, ZendeskTrigger, ZendeskWebhook } from '../wire.ts';
import { ulid } from './ulid.ts';

export const CONDITIONAL_EVENTS = 'conditional_ticket_events';

export interface WebhookDefinition {
  name: string;
  description?: string | undefined;
  status?: 'active' | 'inactive' | undefined;
  endpoint: string;
  http_method?: string | undefined;
  request_format?: string | undefined;
  subscriptions?: string[] | undefined;
  custom_headers?: Record<string, string> | undefined;
  authentication?: WebhookAuthentication | undefined;
}

/** Stores a webhook with a fresh signing secret. */
export function addWebhook(store: ZendeskStore, definition: WebhookDefinition, createdBy: number): WebhookRecord {
  const webhook: ZendeskWebhook = {
    id: ulid(store.clock()),
    name: definition.name,
    description: definition.description ?? null,
    status: definition.status ?? 'active',
    endpoint: definition.endpoint,
    http_method: definition.http_method ?? 'POST',
    request_format: definition.request_format ?? 'json',
    subscriptions: definition.subscriptions ?? [CONDITIONAL_EVENTS],
    custom_headers: definition.custom_headers ?? null,
    created_at: store.now(),
    created_by: String(createdBy),
  };
  const record: WebhookRecord = { webhook, secret: newSecret() };
  setAuthentication(record, definition.authentication);
  store.webhooks.set(webhook.id, record);
  return record;
}

export function setAuthentication(record: WebhookRecord, authentication: WebhookAuthentication | undefined): void {
  if (!authentication) return;
  record.authentication = authentication;
  record.webhook.authentication = {
    type: authentication.type,
    add_position: 'header',
    ...(authentication.type === 'basic_auth' ? { data: { username: authentication.data.username } } : {}),
  };
}

/** Looks like base64, as Zendesk's secrets do, and is used as a string all the same. */
export function newSecret(): string {
  return randomBytes(32).toString('base64');
}

export interface TriggerDefinition {
  title: string;
  active?: boolean | undefined;
  description?: string | null | undefined;
  position?: number | undefined;
  category_id?: string | undefined;
  conditions: { all: TriggerCondition[]; any: TriggerCondition[] };
  actions: ZendeskTrigger['actions'];
}

export function addTrigger(store: ZendeskStore, definition: TriggerDefinition): ZendeskTrigger {
  const id = store.nextId();
  const now = store.now();
  const trigger: ZendeskTrigger = {
    url: `${store.baseUrl}/api/v2/triggers/${id}.json`,
    id,
    title: definition.title,
    active: definition.active ?? true,
    updated_at: now,
    created_at: now,
    default: false,
    actions: definition.actions,
    conditions: definition.conditions,
    description: definition.description ?? null,
    position: definition.position ?? store.triggers.size + 1,
    raw_title: definition.title,
    category_id: definition.category_id ?? String(store.brand.id + 3),
  };
  store.triggers.set(id, trigger);
  return trigger;
}

/** "A customer wrote something public on a ticket that is not solved": the trigger that the facts recommend. */
export function customerMessageTrigger(webhookId: string, body: string): TriggerDefinition {
  return {
    title: 'AI draft on customer message',
    conditions: {
      all: [
        { field: 'comment_is_public', operator: 'is', value: 'true' },
        { field: 'role', operator: 'is', value: 'end_user' },
        { field: 'status', operator: 'less_than', value: 'solved' },
        { field: 'current_tags', operator: 'not_includes', value: 'ai_draft_off' },
      ],
      any: [],
    },
    actions: [{ field: 'notification_webhook', value: [webhookId, body] }],
  };
}

/** Ids and scalars only: free text would be pasted into the JSON without escaping. */
export const DEFAULT_TRIGGER_BODY = JSON.stringify({
  v: 1,
  ticket_id: '{{ticket.id}}',
  comment_id: '{{ticket.latest_comment.id}}',
  updated_at: '{{ticket.updated_at_with_timestamp}}',
});
