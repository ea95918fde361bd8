import type { ZendeskClient } from '../client/client.ts';
import type { ApiComment, ApiTicket, ApiUser } from '../client/schemas.ts';
import { AUDIT_MARKER } from '../facts.ts';

/** Older comments than these are not read: 300 messages are more than any answer needs. */
const MAX_COMMENT_PAGES = 3;

/** A ticket with everything that was said in it. */
export interface Conversation {
  ticket: ApiTicket;
  /** Oldest first; our own notes are left out. */
  comments: readonly ApiComment[];
  /** Requester, commenters and whom else Zendesk named, by id. */
  users: ReadonlyMap<string, ApiUser>;
  /** Names by id. */
  organizations: ReadonlyMap<string, string>;
}

/** @throws AppError with code `resource-gone` when the ticket is gone. */
export async function readConversation(
  client: ZendeskClient,
  ticketId: string,
  ownUserId: Promise<string>,
  signal: AbortSignal,
): Promise<Conversation> {
  const [{ reply, said }, ownId] = await Promise.all([readTicketThenComments(client, ticketId, signal), ownUserId]);
  return {
    ticket: reply.ticket,
    comments: said.newestFirst.filter((comment) => !isOwnNote(comment, ownId)).reverse(),
    users: new Map([...reply.users, ...said.users].map((user) => [user.id ?? '', user])),
    organizations: new Map(reply.organizations.map((organization) => [organization.id, organization.name ?? ''])),
  };
}

/** Whether a customer wrote it. Zendesk does not side-load every author; the requester counts as customer then. */
export function isByCustomer(comment: ApiComment, { ticket, users }: Conversation): boolean {
  const author = users.get(comment.author_id ?? '');
  return author?.role ? author.role === 'end-user' : comment.author_id === ticket.requester_id;
}

/** The message that a draft answers: the newest that a customer wrote for all to see. */
export function newestCustomerMessage(conversation: Conversation): ApiComment | undefined {
  return conversation.comments.findLast((comment) => comment.public && isByCustomer(comment, conversation));
}

/** Where the token belongs to a person, notes written by hand stay: only what came through the API is ours. */
function isOwnNote(comment: ApiComment, ownUserId: string): boolean {
  if (comment.public) return false;
  const isMarked = comment.metadata?.custom?.[AUDIT_MARKER] !== undefined;
  return isMarked || (comment.author_id === ownUserId && comment.via?.channel === 'api');
}

/**
 * One after the other: were the ticket read last, its stamp could cover a comment that we have not seen, and the safe
 * update would let an outdated draft pass.
 */
async function readTicketThenComments(client: ZendeskClient, ticketId: string, signal: AbortSignal) {
  const reply = await client.ticket(ticketId, signal);
  return { reply, said: await readComments(client, ticketId, signal) };
}

async function readComments(client: ZendeskClient, ticketId: string, signal: AbortSignal) {
  const newestFirst: ApiComment[] = [];
  const users: ApiUser[] = [];
  for await (const page of client.commentPages(ticketId, MAX_COMMENT_PAGES, signal)) {
    newestFirst.push(...page.items);
    users.push(...page.users);
  }
  return { newestFirst, users };
}
