import { applyRedaction, type RedactedText, redactedAttachment } from '../state/redact.ts';
import type { TicketRecord, ZendeskStore } from '../state/store.ts';
import type { Dispatcher } from '../webhooks/dispatch.ts';
import { lifecycleEvent } from '../webhooks/ticket-events.ts';
import { userDeleted } from '../webhooks/user-events.ts';
import type { ZendeskComment, ZendeskUser } from '../wire.ts';

/** What takes words or people away, for the API and for the actions of people. Each answers its webhook invocations. */
export interface Removals {
  softDelete(record: TicketRecord, actorId: number, eventName?: 'soft_deleted' | 'marked_as_spam'): string[];
  deletePermanently(record: TicketRecord, actorId: number): string[];
  redact(record: TicketRecord, comment: ZendeskComment, left: RedactedText, actorId: number): string[];
  redactAttachment(record: TicketRecord, comment: ZendeskComment, attachmentId: number, actorId: number): string[];
  deleteUser(user: ZendeskUser): string[];
}

export function createRemovals(store: ZendeskStore, dispatcher: Dispatcher): Removals {
  const tell = (name: string, { ticket }: TicketRecord, actorId: number, event: Record<string, unknown> = {}) =>
    dispatcher.publishEvents(lifecycleEvent(name, { ticket, actorId, event }, store));

  return {
    softDelete(record, actorId, eventName = 'soft_deleted') {
      record.ticket.status = 'deleted';
      record.ticket.updated_at = store.now();
      return tell(eventName, record, actorId);
    },
    deletePermanently(record, actorId) {
      record.ticket.status = 'deleted';
      Object.assign(record.ticket, { subject: 'SCRUBBED', raw_subject: 'SCRUBBED', description: 'SCRUBBED' });
      store.removeTicket(record.ticket.id);
      return tell('permanently_deleted', record, actorId);
    },
    redact(record, comment, left, actorId) {
      applyRedaction(store, record, comment, left);
      return tell('comment_redacted', record, actorId, { comment: { id: String(comment.id) } });
    },
    redactAttachment(record, comment, attachmentId, actorId) {
      const attachments = comment.attachments.map((attachment) =>
        attachment.id === attachmentId ? redactedAttachment(attachment) : attachment,
      );
      applyRedaction(store, record, comment, { attachments });
      return tell('attachment_redacted_from_comment', record, actorId, {
        attachment: { id: String(attachmentId) },
        comment: { id: String(comment.id) },
      });
    },
    deleteUser(user) {
      user.active = false;
      user.updated_at = store.now();
      return dispatcher.publishEvents([userDeleted(user, store)]);
    },
  };
}
