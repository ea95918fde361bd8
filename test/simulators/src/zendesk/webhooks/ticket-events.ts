import type { TicketUpdate } from '../state/change-ticket.ts';
import { isStaff, type ZendeskStore } from '../state/store.ts';
import type { ZendeskComment, ZendeskTicket } from '../wire.ts';
import { type DomainEvent, envelopeMaker } from './envelope.ts';

/** The domain events of one update; they share `event.meta.sequence.id`. Names and fields: ticket events reference. */
export function ticketEvents(update: TicketUpdate, store: ZendeskStore): DomainEvent[] {
  const parts: { name: string; event: Record<string, unknown> }[] = [];
  if (update.kind === 'Create') parts.push({ name: 'created', event: {} });
  if (update.comment) parts.push({ name: 'comment_added', event: { comment: commentOf(update.comment, store) } });
  if (update.kind === 'Change') {
    for (const { field, from, to } of update.changes) {
      const part = changeEvent(field, from, to);
      if (part) parts.push(part);
    }
  }
  return envelopes(parts, update.record.ticket, update.actor.id, store);
}

/** Events that are not field changes: `merged`, `soft_deleted`, `comment_redacted` ... */
export function lifecycleEvent(
  name: string,
  given: { ticket: ZendeskTicket; actorId: number; event?: Record<string, unknown> },
  store: ZendeskStore,
): DomainEvent[] {
  return envelopes([{ name, event: given.event ?? {} }], given.ticket, given.actorId, store);
}

const CHANGE_EVENTS: Record<string, string> = {
  status: 'status_changed',
  priority: 'priority_changed',
  subject: 'subject_changed',
  type: 'type_changed',
  external_id: 'external_id_changed',
  assignee_id: 'agent_assignment_changed',
  group_id: 'group_assignment_changed',
  brand_id: 'brand_changed',
  ticket_form_id: 'form_changed',
};

function changeEvent(
  field: string,
  from: unknown,
  to: unknown,
): { name: string; event: Record<string, unknown> } | undefined {
  if (field === 'tags') {
    const before = from as string[];
    const after = to as string[];
    return {
      name: 'tags_changed',
      event: {
        tags_added: after.filter((tag) => !before.includes(tag)),
        tags_removed: before.filter((tag) => !after.includes(tag)),
      },
    };
  }
  const name = CHANGE_EVENTS[field];
  if (name === undefined) return undefined;
  const spell = field === 'status' || field === 'priority' ? upper : text;
  return { name, event: { current: spell(to), previous: spell(from) } };
}

function envelopes(
  parts: readonly { name: string; event: Record<string, unknown> }[],
  ticket: ZendeskTicket,
  actorId: number,
  store: ZendeskStore,
): DomainEvent[] {
  const envelope = envelopeMaker(store);
  return parts.map(({ name, event }) =>
    envelope({
      type: `zen:event-type:ticket.${name}`,
      subject: `zen:ticket:${ticket.id}`,
      detail: detail(ticket, actorId),
      event,
    }),
  );
}

/** Every id is a string, an absent one is empty; status and priority come in capitals. */
function detail(ticket: ZendeskTicket, actorId: number): Record<string, unknown> {
  return {
    actor_id: String(actorId),
    assignee_id: text(ticket.assignee_id),
    brand_id: String(ticket.brand_id),
    created_at: ticket.created_at,
    custom_status: text(ticket.custom_status_id),
    description: ticket.description,
    external_id: text(ticket.external_id),
    form_id: text(ticket.ticket_form_id),
    group_id: text(ticket.group_id),
    id: String(ticket.id),
    is_public: ticket.is_public,
    organization_id: text(ticket.organization_id),
    priority: upper(ticket.priority),
    requester_id: String(ticket.requester_id),
    status: upper(ticket.status),
    subject: ticket.subject,
    submitter_id: String(ticket.submitter_id),
    tags: ticket.tags,
    type: upper(ticket.type),
    updated_at: ticket.updated_at,
    via: { channel: ticket.via.channel },
  };
}

function commentOf(comment: ZendeskComment, store: ZendeskStore): Record<string, unknown> {
  const author = store.users.get(comment.author_id);
  return {
    id: String(comment.id),
    body: comment.body,
    is_public: comment.public,
    author: {
      id: String(comment.author_id),
      is_staff: author !== undefined && isStaff(author),
      name: author?.name ?? '',
    },
  };
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function upper(value: unknown): string {
  return text(value).toUpperCase();
}
