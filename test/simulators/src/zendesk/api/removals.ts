import { z } from 'zod';
import type { Removals } from '../actions/removals.ts';
import { type RedactedText, redactedMarks, redactedPart } from '../state/redact.ts';
import type { TicketRecord } from '../state/store.ts';
import type { ZendeskComment } from '../wire.ts';
import { type Endpoints, numericParam, type StaffCall } from './endpoint.ts';
import { invalidBody } from './invalid-body.ts';
import { listReply, paginate } from './paging.ts';
import { closedTicket, noContent, notFound, ok, type Reply, recordInvalid } from './reply.ts';
import { counted, type TicketContext } from './tickets.ts';

const marksSchema = z.object({ ticket_id: z.coerce.number(), html_body: z.string() });
const textSchema = z.object({ text: z.string().min(1) });

type Context = TicketContext & { removals: Removals };

/** Redaction and deletion of tickets and users. */
export function registerRemovals(api: Endpoints, context: Context): void {
  registerRedactions(api, context);
  registerTicketDeletion(api, context);
  registerUserDeletion(api, context);
}

interface Found {
  record: TicketRecord;
  comment: ZendeskComment;
}

function registerRedactions(api: Endpoints, context: Context): void {
  const { store, removals } = context;
  const find = (ticketId: number, commentId: number): Found | undefined => {
    const record = store.visibleTicket(ticketId);
    const comment = record?.comments.find(({ id }) => id === commentId);
    return record && comment ? { record, comment } : undefined;
  };
  const redact = (
    call: StaffCall,
    found: Found | undefined,
    change: (found: Found) => RedactedText | Reply | undefined,
  ): Reply => {
    if (!found) return notFound();
    // They count as updates: recorded answers carry the header of the limit per ticket.
    return counted(call, context, found.record.ticket.id, () => {
      const left = change(found) ?? recordInvalid('text', 'Text: was not found in the comment', 'InvalidValue');
      if ('status' in left) return left;
      removals.redact(found.record, found.comment, left, call.user.id);
      return ok({ comment: found.comment });
    });
  };

  // Works on closed tickets as well; what is between <redact> tags goes.
  api.staff('put', '/api/v2/comment_redactions/:id', (call) => {
    const parsed = marksSchema.safeParse(call.body);
    if (!parsed.success) return invalidBody(parsed.error);
    const found = find(parsed.data.ticket_id, numericParam(call));
    return redact(call, found, () => redactedMarks(parsed.data.html_body));
  });

  const path = '/api/v2/tickets/:ticketId/comments/:id';
  api.staff('put', `${path}/redact`, (call) =>
    redact(call, find(numericParam(call, 'ticketId'), numericParam(call)), ({ record, comment }) => {
      if (record.ticket.status === 'closed') return closedTicket();
      const parsed = textSchema.safeParse(call.body);
      return parsed.success ? redactedPart(comment, parsed.data.text) : invalidBody(parsed.error);
    }),
  );

  api.staff('put', `${path}/attachments/:attachmentId/redact`, (call) => {
    const found = find(numericParam(call, 'ticketId'), numericParam(call));
    const attachmentId = numericParam(call, 'attachmentId');
    if (!found?.comment.attachments.some(({ id }) => id === attachmentId)) return notFound();
    return counted(call, context, found.record.ticket.id, () => {
      removals.redactAttachment(found.record, found.comment, attachmentId, call.user.id);
      return ok({ attachment: found.comment.attachments.find(({ id }) => id === attachmentId) });
    });
  });
}

function registerTicketDeletion(api: Endpoints, { store, removals }: Context): void {
  api.admin('delete', '/api/v2/tickets/:id', (call) => {
    const record = store.visibleTicket(numericParam(call));
    if (!record) return notFound();
    removals.softDelete(record, call.user.id);
    return noContent();
  });
  api.admin('get', '/api/v2/deleted_tickets', ({ query, url }) => {
    const deleted = [...store.tickets.values()].filter(({ ticket }) => ticket.status === 'deleted');
    const rows = deleted.map(({ ticket: { id, subject, updated_at } }) => ({ id, subject, deleted_at: updated_at }));
    return listReply('deleted_tickets', paginate(rows, query, url));
  });
  api.admin('delete', '/api/v2/deleted_tickets/:id', (call) => {
    const record = store.tickets.get(numericParam(call));
    if (record?.ticket.status !== 'deleted') return notFound();
    removals.deletePermanently(record, call.user.id);
    return ok({ job_status: { id: String(store.nextId()), status: 'completed', progress: 1, total: 1 } });
  });
}

function registerUserDeletion(api: Endpoints, { store, removals }: Context): void {
  api.admin('delete', '/api/v2/users/:id', (call) => {
    const user = store.users.get(numericParam(call));
    if (!user?.active) return notFound();
    removals.deleteUser(user);
    return ok({ user });
  });
}
