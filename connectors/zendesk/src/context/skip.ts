import type { SkipReason } from '@draftsmith/contracts';
import type { ApiComment } from '../client/schemas.ts';
import { MAIL_ROBOTS, MERGE_VIA, MERGED_TAG, SIDE_CONVERSATION_VIA, SPAM_TAGS } from '../facts.ts';
import { type Conversation, newestCustomerMessage } from './conversation.ts';
import { textOfComment } from './turns.ts';

export interface Skip {
  reason: SkipReason;
  detail?: string;
}

/**
 * The message to answer, or why this ticket should get no draft, as far as Zendesk's own facts tell. What the text
 * says is judged later.
 */
export function messageToAnswer(conversation: Conversation): { message: ApiComment } | { skip: Skip } {
  const skip = skipForTicket(conversation);
  if (skip) return { skip };
  const message = newestCustomerMessage(conversation);
  if (!message) return { skip: { reason: isCreatedByStaff(conversation) ? 'agent-created' : 'no-customer-message' } };
  const newestPublic = conversation.comments.findLast((comment) => comment.public);
  if (newestPublic !== message) return { skip: { reason: 'agent-wrote-last' } };
  if (isRatingComment(message, conversation))
    return { skip: { reason: 'no-customer-message', detail: 'it is the comment of a rating' } };
  if (isByMailRobot(message)) return { skip: { reason: 'auto-reply', detail: 'a mail system wrote it' } };
  return { message };
}

function skipForTicket(conversation: Conversation): Skip | undefined {
  const { ticket, users } = conversation;
  const tags = ticket.tags ?? [];
  if (ticket.status === 'deleted') return { reason: 'deleted' };
  if (ticket.status === 'closed') return { reason: wasMerged(conversation) ? 'merged' : 'closed' };
  if (ticket.via?.channel === SIDE_CONVERSATION_VIA)
    return { reason: 'agent-created', detail: 'it is a side conversation' };
  // A source of a merge is solved first and closed a moment later.
  if (tags.includes(MERGED_TAG)) return { reason: 'merged' };
  const spamTag = tags.find((tag) => SPAM_TAGS.includes(tag));
  if (spamTag !== undefined) return { reason: 'spam', detail: `the ticket has the tag ${spamTag}` };
  if (users.get(ticket.requester_id ?? '')?.suspended) return { reason: 'spam', detail: 'the requester is suspended' };
  return undefined;
}

/** An agent wrote to the customer first, or has a ticket of his own. */
function isCreatedByStaff({ ticket, users }: Conversation): boolean {
  const role = users.get(ticket.requester_id ?? '')?.role ?? 'end-user';
  return role !== 'end-user' || (ticket.submitter_id ?? ticket.requester_id) !== ticket.requester_id;
}

function wasMerged({ ticket, comments }: Conversation): boolean {
  if (ticket.tags?.includes(MERGED_TAG)) return true;
  const via = comments.at(-1)?.via;
  return via?.channel === MERGE_VIA || via?.source?.rel === MERGE_VIA;
}

/** What a customer writes beside a rating is meant for the company, and closes the matter. */
function isRatingComment(message: ApiComment, { ticket }: Conversation): boolean {
  const given = ticket.satisfaction_rating?.comment?.trim();
  return Boolean(given) && textOfComment(message).trim() === given;
}

function isByMailRobot(message: ApiComment): boolean {
  const sender = message.via?.source?.from?.address?.toLowerCase().split('@')[0];
  return sender !== undefined && MAIL_ROBOTS.includes(sender);
}
