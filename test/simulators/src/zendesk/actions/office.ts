import { AppError } from '@draftsmith/errors';
import { changeTicket, type TicketUpdate } from '../state/change-ticket.ts';
import { toAttachments } from '../state/from-seed.ts';
import type { TicketRecord, ZendeskStore } from '../state/store.ts';
import type { Dispatcher } from '../webhooks/dispatch.ts';
import type { ZendeskUser } from '../wire.ts';
import type { ActionResult, CommentInput } from './actions.ts';

export type Office = ReturnType<typeof createOffice>;

/** The steps that the actions share. */
export function createOffice(store: ZendeskStore, dispatcher: Dispatcher) {
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
    const given: Exclude<CommentInput, string> = typeof comment === 'string' ? { body: comment } : comment;
    const { ticket } = record;
    if (ticket.status === 'closed') throw new AppError('invalid', `Ticket ${ticket.id} is closed`);
    const isCustomer = author.role === 'end-user';
    const reopens = isCustomer && ['pending', 'hold', 'solved'].includes(ticket.status);
    const attachments = toAttachments(given.attachments ? { attachments: given.attachments } : {}, store);
    const update = changeTicket(store, record, {
      actor: author,
      channel: isCustomer ? ticket.via.channel : 'web',
      kind,
      comment: {
        authorId: author.id,
        text: given.html === undefined ? { body: given.body } : { html: given.html },
        public: given.public ?? true,
        attachments,
      },
      ...(reopens ? { fields: { status: 'open' } } : {}),
    });
    return publish(update);
  }

  return { find, userOr, staffOf, publish, write };
}
