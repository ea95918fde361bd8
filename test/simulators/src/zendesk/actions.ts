import { AppError } from '@draftsmith/errors';
import type { SeedComment } from './seed.ts';
import { changeTicket, normaliseTags, type TicketFields, type TicketUpdate } from './state/change-ticket.ts';
import { toAttachments } from './state/from-seed.ts';
import type { TicketRecord, ZendeskStore } from './state/store.ts';
import type { Dispatcher } from './webhooks/dispatch.ts';
import { lifecycleEvent } from './webhooks/ticket-events.ts';
import type { TicketStatus, ZendeskComment, ZendeskUser } from './wire.ts';

/** What a person writes; text alone means the default author and a public comment. */
export type CommentInput =
  | string
  | { body: string; authorId?: number; public?: boolean; attachments?: SeedComment['attachments'] };

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
  /** Deletes the ticket and suspends its requester, as the button of the agent workspace does. */
  markAsSpam(ticketId: number): ActionResult;
}

export function createActions(store: ZendeskStore, dispatcher: Dispatcher): Actions {
  const office = createOffice(store, dispatcher);
  const { find, staffOf, userOr, publish, write, remove } = office;
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
      if (status === 'deleted') return remove(ticketId, 'soft_deleted');
      const record = find(ticketId);
      return publish(
        changeTicket(store, record, { actor: staffOf(record), channel: 'web', kind: 'Change', fields: { status } }),
      );
    },
    merge: (targetId, sourceIds) => merge(targetId, sourceIds, { store, dispatcher, office }),
    softDelete: (ticketId) => remove(ticketId, 'soft_deleted'),
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

type Office = ReturnType<typeof createOffice>;

/** The steps that the actions share. */
function createOffice(store: ZendeskStore, dispatcher: Dispatcher) {
  const find = (id: number): TicketRecord => {
    const record = store.visibleTicket(id);
    if (!record) throw new AppError('not-found', `The simulator holds no ticket ${id}`);
    return record;
  };
  const userOr = (id: number | undefined, otherwise: () => ZendeskUser | undefined): ZendeskUser => {
    const user = id === undefined ? otherwise() : store.users.get(id);
    if (!user) throw new AppError('not-found', `The simulator holds no user ${id ?? 'for this'}`);
    return user;
  };
  const staffOf = ({ ticket }: TicketRecord): ZendeskUser =>
    userOr(undefined, () => store.users.get(ticket.assignee_id ?? -1) ?? store.defaultAgent());

  const publish = (update: TicketUpdate): ActionResult => ({
    ticketId: update.record.ticket.id,
    ...(update.comment ? { comment: { ...update.comment } } : {}),
    invocations: dispatcher.publish(update),
  });

  function write(
    record: TicketRecord,
    author: ZendeskUser,
    comment: CommentInput,
    kind: TicketUpdate['kind'] = 'Change',
  ): ActionResult {
    const given = typeof comment === 'string' ? { body: comment } : comment;
    const { ticket } = record;
    if (ticket.status === 'closed') throw new AppError('invalid', `Ticket ${ticket.id} is closed`);
    const isCustomer = author.role === 'end-user';
    const reopens = isCustomer && ['pending', 'hold', 'solved'].includes(ticket.status);
    const attachments = toAttachments(given.attachments ? { attachments: given.attachments } : {}, store);
    const update = changeTicket(store, record, {
      actor: author,
      channel: isCustomer ? ticket.via.channel : 'web',
      kind,
      comment: { authorId: author.id, text: { body: given.body }, public: given.public ?? true, attachments },
      ...(reopens ? { fields: { status: 'open' } } : {}),
    });
    return publish(update);
  }

  function remove(ticketId: number, eventName: 'soft_deleted' | 'marked_as_spam'): ActionResult {
    const record = find(ticketId);
    record.ticket.status = 'deleted';
    record.ticket.updated_at = store.now();
    const events = lifecycleEvent(eventName, { ticket: record.ticket, actorId: staffOf(record).id }, store);
    return { ticketId, invocations: dispatcher.publishEvents(events) };
  }

  return { find, userOr, staffOf, publish, write, remove };
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

function merge(
  targetId: number,
  sourceIds: readonly number[],
  { store, dispatcher, office }: { store: ZendeskStore; dispatcher: Dispatcher; office: Office },
): ActionResult {
  const target = office.find(targetId);
  const actor = office.staffOf(target);
  const change = (text: string, fields: TicketFields = {}) => ({
    actor,
    channel: 'merge',
    kind: 'Change' as const,
    comment: { authorId: actor.id, text: { body: text }, public: false },
    fields,
  });
  const sources = sourceIds.map((id) => office.find(id));
  const invocations = sources.flatMap((source) => {
    const text = `This request was closed and merged into request #${targetId} "${target.ticket.subject}".`;
    const tags = normaliseTags([...source.ticket.tags, 'closed_by_merge']);
    const update = changeTicket(store, source, change(text, { status: 'closed', tags }));
    const event = { target_ticket_id: String(targetId) };
    const merged = lifecycleEvent('merged', { ticket: source.ticket, actorId: actor.id, event }, store);
    return [...dispatcher.publish(update), ...dispatcher.publishEvents(merged)];
  });
  const names = sources.map(({ ticket }) => `#${ticket.id} "${ticket.subject}"`).join(', ');
  const result = office.publish(
    changeTicket(store, target, change(`Requests ${names} were closed and merged into this request.`)),
  );
  return { ...result, invocations: [...invocations, ...result.invocations] };
}
