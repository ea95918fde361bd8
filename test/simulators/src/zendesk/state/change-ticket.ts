import type {
  AuditMetadata,
  CustomField,
  TicketPriority,
  TicketStatus,
  ZendeskAttachment,
  ZendeskAudit,
  ZendeskComment,
  ZendeskUser,
} from '../wire.ts';
import { addCommentTo, type NewComment, openAudit } from './record-comment.ts';
import type { TicketRecord, ZendeskStore } from './store.ts';

/** What one update asks for; absent fields stay as they are. */
export interface TicketChange {
  actor: ZendeskUser;
  channel: string;
  kind: 'Create' | 'Change';
  comment?: { authorId: number; text: NewComment['text']; public?: boolean; attachments?: ZendeskAttachment[] };
  fields?: TicketFields;
  metadata?: AuditMetadata;
}

export interface TicketFields {
  status?: TicketStatus;
  priority?: TicketPriority | null;
  subject?: string;
  type?: string | null;
  external_id?: string | null;
  assignee_id?: number | null;
  group_id?: number | null;
  brand_id?: number;
  ticket_form_id?: number | null;
  tags?: string[];
  custom_fields?: CustomField[];
}

export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** What one update did: all that triggers, event webhooks and the API answer need. */
export interface TicketUpdate {
  record: TicketRecord;
  actor: ZendeskUser;
  kind: 'Create' | 'Change';
  channel: string;
  audit: ZendeskAudit;
  comment?: ZendeskComment;
  changes: FieldChange[];
}

/** Applies one update as one audit. The caller has checked that the ticket may be changed. */
export function changeTicket(store: ZendeskStore, record: TicketRecord, change: TicketChange): TicketUpdate {
  const createdAt = store.now();
  const { ticket } = record;
  const audit = openAudit(store, record, {
    authorId: change.actor.id,
    createdAt,
    channel: change.channel,
    metadata: change.metadata ?? { system: {}, custom: {} },
  });
  const update: TicketUpdate = {
    record,
    actor: change.actor,
    kind: change.kind,
    channel: change.channel,
    audit,
    changes: [],
  };
  if (change.comment) {
    update.comment = addCommentTo(store, record, audit, {
      authorId: change.comment.authorId,
      text: change.comment.text,
      // The trap that the tickets reference warns of: an unset `public` repeats what the ticket began with.
      public: change.comment.public ?? ticket.is_public,
      createdAt,
      channel: change.channel,
      attachments: change.comment.attachments ?? [],
    });
  }
  update.changes = applyFields(record, change.fields ?? {});
  for (const { field, from, to } of update.changes) {
    audit.events.push(
      change.kind === 'Create'
        ? { id: store.nextId(), type: 'Create', field_name: field, value: to }
        : { id: store.nextId(), type: 'Change', field_name: field, value: to, previous_value: from },
    );
  }
  return update;
}

function applyFields(record: TicketRecord, fields: TicketFields): FieldChange[] {
  const { ticket } = record;
  const { custom_fields: customFields, tags, subject, ...plain } = fields;
  const before: Record<string, unknown> = { ...ticket };
  Object.assign(ticket, plain);
  if (subject !== undefined) Object.assign(ticket, { subject, raw_subject: subject });
  if (tags !== undefined) ticket.tags = normaliseTags(tags);
  if (customFields !== undefined) mergeCustomFields(record, customFields);
  return ([...Object.keys(fields)] as (keyof TicketFields)[])
    .map((field) => ({ field, from: before[field], to: ticket[field] as unknown }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function mergeCustomFields(record: TicketRecord, given: CustomField[]): void {
  const merged = new Map(record.ticket.custom_fields.map((field) => [field.id, field]));
  for (const field of given) merged.set(field.id, field);
  // Answers carry the same list under both names.
  record.ticket.custom_fields = [...merged.values()];
  record.ticket.fields = record.ticket.custom_fields;
}

/** Zendesk keeps tags lower-case, without repeats, in alphabetical order. */
export function normaliseTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))].sort();
}
