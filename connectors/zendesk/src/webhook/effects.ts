import type { EventEffect } from '@draftsmith/contracts';
import type { EventEnvelope } from './schemas.ts';

/** What an event asks of us, and of what; or why it asks for nothing. */
export type Asked = { effect: EventEffect; of: 'ticket' | 'user' } | { reason: string };

const DRAFT: Asked = { effect: 'draft', of: 'ticket' };
const REPLY: Asked = { effect: 'reply', of: 'ticket' };
const FORGET: Asked = { effect: 'forget', of: 'ticket' };

/** Of statuses that an agent sees: solved without an answer is an answer, too. */
const ENDED = /^(?:solved|closed)$/i;

export function askedBy(type: string, { detail, event }: EventEnvelope): Asked {
  switch (type) {
    case 'ticket.created':
      return detail?.is_public === false ? { reason: 'a ticket that its customer does not see' } : DRAFT;
    case 'ticket.comment_added':
      if (event?.comment?.is_public === false) return { reason: 'an internal note' };
      return event?.comment?.author?.is_staff ? REPLY : DRAFT;
    case 'messaging_ticket.message_added':
      if (event?.actor?.type === 'end_user') return DRAFT;
      return event?.actor?.type === 'agent' ? REPLY : { reason: 'a message that no person wrote' };
    case 'ticket.status_changed':
      return ENDED.test(event?.current ?? '') ? REPLY : { reason: 'a change of status that ends nothing' };
    case 'ticket.comment_redacted':
    case 'ticket.attachment_redacted_from_comment':
    case 'ticket.permanently_deleted':
      return FORGET;
    case 'user.deleted':
      return { effect: 'forget', of: 'user' };
    default:
      // Only what looks like a type is repeated: the text ends in logs.
      return { reason: /^[a-z0-9_.]{1,80}$/.test(type) ? `${type} asks nothing of us` : 'an unknown type of event' };
  }
}
