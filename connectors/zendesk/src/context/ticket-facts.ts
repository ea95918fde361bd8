import type { ResourceFacts } from '@draftsmith/contracts';
import type { ApiTicket } from '../client/schemas.ts';
import { type Conversation, isByCustomer, newestCustomerMessage } from './conversation.ts';

/** What rules and figures go by, of a ticket with everything that was said in it. */
export function factsOf(conversation: Conversation): ResourceFacts {
  const open = conversation.comments.filter((comment) => comment.public);
  const newest = newestCustomerMessage(conversation);
  return {
    ...factsOfTicket(conversation.ticket),
    replies: open.filter((comment) => !isByCustomer(comment, conversation)).length,
    ...(newest && newest === open.at(-1) && { askedAt: newest.created_at }),
  };
}

/** The part of it that the ticket alone tells. */
export function factsOfTicket(ticket: ApiTicket): Omit<ResourceFacts, 'replies' | 'askedAt'> {
  const { brand_id: brand, group_id: group, ticket_form_id: form, assignee_id: assignee, via, tags } = ticket;
  return {
    ...(brand && { brand }),
    ...(group && { group }),
    ...(form && { form }),
    ...(assignee && { assignee }),
    ...(via?.channel && { channel: via.channel }),
    tags: tags ?? [],
  };
}
