import type { AuditEvent, AuditMetadata, ZendeskAttachment, ZendeskAudit, ZendeskComment } from '../wire.ts';
import { fromHtml, fromPlainText } from './html.ts';
import type { TicketRecord, ZendeskStore } from './store.ts';
import { via } from './via.ts';

export interface NewComment {
  authorId: number;
  text: { body: string } | { html: string };
  public: boolean;
  /** Timestamp with one-second resolution. */
  createdAt: string;
  channel: string;
  attachments: ZendeskAttachment[];
  metadata?: AuditMetadata;
}

/** Appends a comment with its audit and moves `updated_at`. Says nothing to triggers: the caller publishes. */
export function recordComment(
  store: ZendeskStore,
  record: TicketRecord,
  given: NewComment,
): { comment: ZendeskComment; audit: ZendeskAudit } {
  const metadata = given.metadata ?? { system: {}, custom: {} };
  const audit = openAudit(store, record, {
    authorId: given.authorId,
    createdAt: given.createdAt,
    channel: given.channel,
    metadata,
  });
  const comment = addCommentTo(store, record, audit, given);
  return { comment, audit };
}

export function openAudit(
  store: ZendeskStore,
  record: TicketRecord,
  given: { authorId: number; createdAt: string; channel: string; metadata: AuditMetadata },
): ZendeskAudit {
  const audit: ZendeskAudit = {
    id: store.nextId(),
    ticket_id: record.ticket.id,
    created_at: given.createdAt,
    author_id: given.authorId,
    metadata: given.metadata,
    events: [],
    via: via(given.channel),
  };
  record.audits.push(audit);
  record.ticket.updated_at = given.createdAt;
  return audit;
}

export function addCommentTo(
  store: ZendeskStore,
  record: TicketRecord,
  audit: ZendeskAudit,
  given: NewComment,
): ZendeskComment {
  const text = 'html' in given.text ? fromHtml(given.text.html) : fromPlainText(given.text.body);
  const comment: ZendeskComment = {
    id: store.nextId(),
    type: 'Comment',
    author_id: given.authorId,
    ...text,
    public: given.public,
    attachments: given.attachments,
    audit_id: audit.id,
    via: audit.via,
    created_at: given.createdAt,
    metadata: audit.metadata,
  };
  record.comments.push(comment);
  audit.events.push(toAuditEvent(comment));
  return comment;
}

function toAuditEvent(comment: ZendeskComment): AuditEvent {
  return {
    id: comment.id,
    type: 'Comment',
    author_id: comment.author_id,
    body: comment.body,
    html_body: comment.html_body,
    plain_body: comment.plain_body,
    public: comment.public,
    attachments: comment.attachments,
    audit_id: comment.audit_id,
  };
}
