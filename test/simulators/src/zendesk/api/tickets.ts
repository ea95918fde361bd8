import { z } from 'zod';
import { changeTicket, type TicketChange, type TicketUpdate } from '../state/change-ticket.ts';
import { newTicket } from '../state/new-ticket.ts';
import { isVisible, type TicketRecord, type ZendeskStore } from '../state/store.ts';
import { type Endpoints, numericParam, type StaffCall } from './endpoint.ts';
import { listReply, type Page, paginate } from './paging.ts';
import { endpointHeader, type RateWindow } from './rate-limits.ts';
import { closedTicket, created, notFound, ok, type Reply, rateLimited, recordInvalid } from './reply.ts';
import { safeUpdateProblem } from './safe-update.ts';
import { sideloads } from './sideloads.ts';
import { parseTicketInput, type SafeUpdate } from './ticket-input.ts';

/** More than these are refused with 422, as the comments reference says. */
const MAX_COMMENTS = 5_000;

export interface TicketContext {
  store: ZendeskStore;
  updatesPerTicket: RateWindow;
  /** Of the whole account, whoever makes them. */
  updates: RateWindow;
  /** Hands a stored update to triggers and event webhooks. */
  publish(update: TicketUpdate): void;
}

export function registerTickets(api: Endpoints, context: TicketContext): void {
  const { store } = context;

  api.staff('get', '/api/v2/tickets', ({ query, url }) => {
    const page = paginate(visibleIds(store), query, url);
    if ('status' in page) return page;
    const tickets = page.items.flatMap((id) => store.tickets.get(id)?.ticket ?? []);
    const listed: Page<(typeof tickets)[number]> = { items: tickets, envelope: page.envelope };
    return listReply('tickets', listed, (items) => sideloads(store, query.include, items));
  });

  api.staff('get', '/api/v2/tickets/:id', (call) => {
    const record = store.visibleTicket(numericParam(call));
    if (!record) return notFound();
    return ok({ ticket: record.ticket, ...sideloads(store, call.query.include, [record.ticket]) });
  });

  api.staff('post', '/api/v2/tickets', (call) => createTicket(call, context));

  api.staff('put', '/api/v2/tickets/:id', (call) =>
    updateTicket(call, context, (record) => {
      const parsed = parseTicketInput(call.body, { store, user: call.user, userAgent: call.userAgent });
      if ('problem' in parsed) return parsed;
      const { comment, fields, metadata, safeUpdate } = parsed.input;
      if (comment && record.comments.length >= MAX_COMMENTS) {
        return { problem: recordInvalid('comment', 'Comment: ticket has too many comments', 'TooManyComments') };
      }
      return { safeUpdate, change: { ...(comment ? { comment } : {}), fields, metadata } };
    }),
  );
}

/** What an update endpoint wants done, or why its body is refused. */
export type Wanted =
  | { safeUpdate: SafeUpdate; change: Pick<TicketChange, 'comment' | 'fields' | 'metadata'> }
  | { problem: Reply };

/** The one way in for every update: existence, rate limit, closed, body, safe update, effect - in this order. */
export function updateTicket(
  call: StaffCall,
  context: TicketContext,
  want: (record: TicketRecord) => Wanted,
  answer: (update: TicketUpdate) => unknown = ({ record, audit }) => ({ ticket: record.ticket, audit }),
): Reply {
  const record = context.store.visibleTicket(numericParam(call));
  if (!record) return notFound();
  return counted(call, context, record.ticket.id, () => attempt(call, context, record, want, answer));
}

/** Counts an update against both limits, and answers 429 in its place where one of them is used up. */
export function counted(call: StaffCall, context: TicketContext, ticketId: number, update: () => Reply): Reply {
  const account = context.updates.take('account');
  const accountHeader = endpointHeader('tickets-update', account);
  if (!account.allowed) return withHeaders(accountHeader, rateLimited(account.resets, TOO_MANY_IN_ALL));
  const rate = context.updatesPerTicket.take(`${call.user.id}:${ticketId}`);
  const headers = { ...accountHeader, ...endpointHeader('per-ticket-updates', rate) };
  return withHeaders(headers, rate.allowed ? update() : rateLimited(rate.resets, TOO_MANY_UPDATES));
}

function withHeaders(headers: Record<string, string>, reply: Reply): Reply {
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

const TOO_MANY_IN_ALL = 'Number of allowed ticket updates per minute of this account exceeded';
const TOO_MANY_UPDATES = 'Number of allowed ticket updates by the same user in 10 minutes exceeded';

function attempt(
  call: StaffCall,
  context: TicketContext,
  record: TicketRecord,
  want: (record: TicketRecord) => Wanted,
  answer: (update: TicketUpdate) => unknown,
): Reply {
  if (record.ticket.status === 'closed') return closedTicket();
  const wanted = want(record);
  if ('problem' in wanted) return wanted.problem;
  const conflict = safeUpdateProblem(record.ticket, wanted.safeUpdate);
  if (conflict) return conflict;
  const update = changeTicket(context.store, record, {
    actor: call.user,
    channel: 'api',
    kind: 'Change',
    ...wanted.change,
  });
  context.publish(update);
  return ok(answer(update));
}

function createTicket(call: StaffCall, context: TicketContext): Reply {
  const { store } = context;
  const parsed = parseTicketInput(call.body, { store, user: call.user, userAgent: call.userAgent });
  if ('problem' in parsed) return parsed.problem;
  const { comment, fields, metadata } = parsed.input;
  if (!comment) return recordInvalid('base', 'Description: cannot be blank', 'BlankValue');
  const people = peopleSchema.parse(call.body).ticket;
  const requesterId = people.requester_id ?? call.user.id;
  // The submitter always becomes the author of the first comment.
  const author = store.users.get(people.submitter_id ?? call.user.id);
  if (!author || !store.users.has(requesterId)) {
    return recordInvalid('requester', 'Requester: is invalid', 'InvalidValue');
  }
  const ticket = newTicket(store, {
    id: store.nextTicketId(),
    subject: fields.subject ?? '',
    requesterId,
    createdAt: store.now(),
    channel: 'api',
    isPublic: comment.public ?? true,
  });
  ticket.submitter_id = author.id;
  const record: TicketRecord = { ticket, comments: [], audits: [] };
  store.addTicket(record);
  const update = changeTicket(store, record, {
    actor: author,
    channel: 'api',
    kind: 'Create',
    comment: { ...comment, authorId: author.id },
    fields,
    metadata,
  });
  ticket.description = update.comment?.plain_body ?? '';
  context.publish(update);
  return created({ ticket, audit: update.audit });
}

const peopleSchema = z.object({
  ticket: z.object({
    requester_id: z.number().optional().catch(undefined),
    submitter_id: z.number().optional().catch(undefined),
  }),
});

function visibleIds(store: ZendeskStore): number[] {
  return store.ticketIds.filter((id) => {
    const record = store.tickets.get(id);
    return record !== undefined && isVisible(record);
  });
}
