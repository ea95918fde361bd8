import type { TicketUpdate } from '../state/change-ticket.ts';
import type { ZendeskStore } from '../state/store.ts';

type Placeholders = Record<string, (update: TicketUpdate, store: ZendeskStore) => unknown>;

const TICKET: Placeholders = {
  'ticket.id': ({ record }) => record.ticket.id,
  'ticket.title': ({ record }) => record.ticket.subject,
  'ticket.description': ({ record }) => record.ticket.description,
  'ticket.url': ({ record }, store) => `${store.baseUrl.replace(/^https?:\/\//, '')}/agent/tickets/${record.ticket.id}`,
  'ticket.status': ({ record }) => record.ticket.status,
  'ticket.priority': ({ record }) => record.ticket.priority,
  'ticket.via': ({ record }) => record.ticket.via.channel,
  'ticket.account': (_update, store) => store.account.name,
  'ticket.brand.name': ({ record }, store) => store.brands.find(({ id }) => id === record.ticket.brand_id)?.name,
  'ticket.tags': ({ record }) => record.ticket.tags.join(' '),
  'ticket.created_at_with_timestamp': ({ record }) => record.ticket.created_at,
  'ticket.updated_at_with_timestamp': ({ record }) => record.ticket.updated_at,
  'ticket.requester.id': ({ record }) => record.ticket.requester_id,
  'ticket.requester.name': ({ record }, store) => store.users.get(record.ticket.requester_id)?.name,
  'ticket.requester.email': ({ record }, store) => store.users.get(record.ticket.requester_id)?.email,
  'ticket.assignee.id': ({ record }) => record.ticket.assignee_id,
  'ticket.organization.id': ({ record }) => record.ticket.organization_id,
  'ticket.latest_comment.id': ({ record }) => record.comments.at(-1)?.id,
  'ticket.latest_comment.value': ({ record }) => record.comments.at(-1)?.body,
  'ticket.latest_comment.is_public': ({ record }) => record.comments.at(-1)?.public,
  'ticket.latest_comment.author.id': ({ record }) => record.comments.at(-1)?.author_id,
  'ticket.latest_public_comment.id': ({ record }) => record.comments.findLast((comment) => comment.public)?.id,
  'current_user.id': ({ actor }) => actor.id,
  'current_user.name': ({ actor }) => actor.name,
};

/**
 * Renders `{{...}}` in a trigger's text. Values are pasted as they are, without JSON escaping, and unknown names become
 * empty: a trigger that pastes free text produces broken JSON here as it does in Zendesk.
 */
export function renderPlaceholders(template: string, update: TicketUpdate, store: ZendeskStore): string {
  return template.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) =>
    String(TICKET[name]?.(update, store) ?? ''),
  );
}
