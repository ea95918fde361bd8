import { AGENT_ROLE, SUBSCRIBED_EVENTS } from '../facts.ts';
import type { ApiTrigger, ApiWebhook, TriggerDefinition } from './admin-api.ts';

/** What an installation makes, by the key that it is remembered under. */
export type WebhookKey = 'webhook' | 'events-webhook';
export type TriggerKey = 'trigger' | 'reply-trigger';

const TRIGGERED = 'conditional_ticket_events';

export const WEBHOOKS: Record<WebhookKey, { name: string; subscriptions: readonly string[] }> = {
  webhook: { name: 'Draftsmith: customer messages', subscriptions: [TRIGGERED] },
  'events-webhook': { name: 'Draftsmith: ticket events', subscriptions: SUBSCRIBED_EVENTS },
};

/** Identifiers only: Zendesk pastes the text of placeholders into the JSON as it is. */
const IDS = { v: 1, ticket_id: '{{ticket.id}}', updated_at: '{{ticket.updated_at_with_timestamp}}' };

/** Names no ticket, so it brings no draft; otherwise as our trigger writes it. */
export const TEST_PAYLOAD = JSON.stringify({ v: 1, ticket_id: '', updated_at: '' });

const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'true' };

const TRIGGERS: Record<
  TriggerKey,
  Pick<TriggerDefinition, 'title' | 'description'> & {
    all: TriggerDefinition['conditions']['all'];
    body: object;
  }
> = {
  trigger: {
    title: 'Draftsmith: customer message',
    description: 'Tells Draftsmith that a customer wrote, so that a draft waits in the ticket.',
    all: [
      PUBLIC,
      { field: 'role', operator: 'is', value: 'end_user' },
      { field: 'status', operator: 'less_than', value: 'solved' },
    ],
    body: IDS,
  },
  // Only where the plan has no event subscriptions.
  'reply-trigger': {
    title: 'Draftsmith: staff reply',
    description: 'Tells Draftsmith that an agent answered, so that it can learn what became of the draft.',
    all: [PUBLIC, { field: 'role', operator: 'is', value: AGENT_ROLE }],
    body: { ...IDS, kind: 'reply' },
  },
};

export const TRIGGER_TITLES = Object.fromEntries(
  Object.entries(TRIGGERS).map(([key, { title }]) => [key, title]),
) as Record<TriggerKey, string>;

export function triggerDefinition(key: TriggerKey, webhookId: string): TriggerDefinition {
  const { title, description, all, body } = TRIGGERS[key];
  const action = { field: 'notification_webhook', value: [webhookId, JSON.stringify(body)] as const };
  return { title, description, active: true, conditions: { all, any: [] }, actions: [action] };
}

/** Whether a trigger still does what it was made for. Further conditions are an admin's own choice. */
export function isTriggerAsMade(trigger: ApiTrigger, definition: TriggerDefinition): boolean {
  const conditions = trigger.conditions?.all ?? [];
  const hasAll = definition.conditions.all.every((wanted) =>
    conditions.some(
      ({ field, operator, value }) =>
        field === wanted.field && operator === wanted.operator && String(value) === wanted.value,
    ),
  );
  const actions = trigger.actions ?? [];
  const wantedAction = JSON.stringify(definition.actions[0]);
  return hasAll && actions.some(({ field, value }) => JSON.stringify({ field, value }) === wantedAction);
}

export function isOfKind(webhook: ApiWebhook, key: WebhookKey): boolean {
  return (webhook.subscriptions ?? []).includes(TRIGGERED) === (key === 'webhook');
}
