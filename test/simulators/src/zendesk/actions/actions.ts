import { AppError } from '@draftsmith/errors';
import type { SeedComment } from '../seed.ts';
import { changeTicket } from '../state/change-ticket.ts';
import { redactedWholly } from '../state/redact.ts';
import type { ZendeskStore } from '../state/store.ts';
import type { Dispatcher } from '../webhooks/dispatch.ts';
import type { TicketStatus, ZendeskComment } from '../wire.ts';
import { merge } from './merge.ts';
import { createOffice, type Office } from './office.ts';
import type { Removals } from './removals.ts';

/** What a person writes; text alone means the default author and a public comment. `html` wins over `body`. */
export type CommentInput =
  | string
  | { body: string; html?: string; authorId?: number; public?: boolean; attachments?: SeedComment['attachments'] };

/** What happened, and the webhook invocations it set off (delivered in the background; wait with `settled()`). */
export interface ActionResult {
  ticketId: number;
  comment?: ZendeskComment;
  invocations: string[];
}

/** What people do in the account while the connector is connected to it. Each throws `not-found` for unknown tickets. */
export interface Actions {
  /** By the requester unless `authorId` says otherwise; a pending or solved ticket opens again. */
  addCustomerComment(ticketId: number, comment: CommentInput): ActionResult;
  /** By the assignee, else the first admin or agent, unless `authorId` says otherwise. */
  addAgentComment(ticketId: number, comment: CommentInput): ActionResult;
  /**
   * Delivers the ticket's `incoming` comment, once. A ticket without other comments is created by it. A ticket that the
   * seed holds as closed or deleted takes the comment, fires its webhooks and is closed or deleted right after: gone
   * by the time the connector reads it.
   */
  arrive(ticketId: number): ActionResult;
  setStatus(ticketId: number, status: TicketStatus): ActionResult;
  /** The sources end closed, with the tag `closed_by_merge`, and a note on each side. */
  merge(targetId: number, sourceIds: readonly number[]): ActionResult;
  softDelete(ticketId: number): ActionResult;
  /** Also takes a deleted ticket; nothing of it is left. */
  deletePermanently(ticketId: number): ActionResult;
  /** Every letter of the comment becomes a block; its attachments are taken away as well when `attachments` is true. */
  redactComment(ticketId: number, commentId: number, options?: { attachments?: boolean }): ActionResult;
  /** The user stays readable, as not active. */
  deleteUser(userId: number): { invocations: string[] };
  /** Deletes the ticket and suspends its requester, as the button of the agent workspace does. */
  markAsSpam(ticketId: number): ActionResult;
}

export function createActions(store: ZendeskStore, dispatcher: Dispatcher, removals: Removals): Actions {
  const office = createOffice(store, dispatcher);
  const { find, staffOf, userOr, publish, write } = office;
  const remove = (ticketId: number, eventName?: 'marked_as_spam'): ActionResult => {
    const record = find(ticketId);
    return { ticketId, invocations: removals.softDelete(record, staffOf(record).id, eventName) };
  };
  return {
    addCustomerComment(ticketId, comment) {
      const record = find(ticketId);
      return write(
        record,
        userOr(authorOf(comment), () => store.users.get(record.ticket.requester_id)),
        comment,
      );
    },
    addAgentComment(ticketId, comment) {
      const record = find(ticketId);
      return write(
        record,
        userOr(authorOf(comment), () => staffOf(record)),
        comment,
      );
    },
    arrive: (ticketId) => arrive(ticketId, store, office),
    setStatus(ticketId, status) {
      if (status === 'deleted') return remove(ticketId);
      const record = find(ticketId);
      return publish(
        changeTicket(store, record, { actor: staffOf(record), channel: 'web', kind: 'Change', fields: { status } }),
      );
    },
    merge: (targetId, sourceIds) => merge(targetId, sourceIds, { store, dispatcher, office }),
    softDelete: (ticketId) => remove(ticketId),
    deletePermanently(ticketId) {
      const record = store.tickets.get(ticketId) ?? find(ticketId);
      return { ticketId, invocations: removals.deletePermanently(record, staffOf(record).id) };
    },
    redactComment(ticketId, commentId, { attachments = false } = {}) {
      const record = find(ticketId);
      const comment = record.comments.find(({ id }) => id === commentId);
      if (!comment) throw new AppError('not-found', `Ticket ${ticketId} has no comment ${commentId}`);
      const actorId = staffOf(record).id;
      const files = attachments ? comment.attachments : [];
      return {
        ticketId,
        invocations: [
          ...removals.redact(record, comment, redactedWholly(comment), actorId),
          ...files.flatMap(({ id }) => removals.redactAttachment(record, comment, id, actorId)),
        ],
        comment: { ...comment },
      };
    },
    deleteUser: (userId) => ({ invocations: removals.deleteUser(userOr(userId, () => undefined)) }),
    markAsSpam(ticketId) {
      const requester = store.users.get(find(ticketId).ticket.requester_id);
      if (requester) requester.suspended = true;
      return remove(ticketId, 'marked_as_spam');
    },
  };
}

function authorOf(comment: CommentInput): number | undefined {
  return typeof comment === 'string' ? undefined : comment.authorId;
}

function arrive(ticketId: number, store: ZendeskStore, office: Office): ActionResult {
  const record = store.tickets.get(ticketId);
  const incoming = record?.incoming;
  if (!record || !incoming) throw new AppError('not-found', `Ticket ${ticketId} has no comment waiting to arrive`);
  const author = office.userOr(incoming.authorId, () => undefined);
  delete record.incoming;
  const { status } = record.ticket;
  const endsAs = status === 'closed' || status === 'deleted' ? status : undefined;
  const kind = record.comments.length === 0 ? 'Create' : 'Change';
  if (endsAs) record.ticket.status = 'open';
  if (kind === 'Create') record.ticket.created_at = store.now();
  const result = office.write(record, author, incoming, kind);
  if (endsAs) record.ticket.status = endsAs;
  return result;
}
