import type { DraftContext, KnownPerson, Turn } from '@draftsmith/contracts';
import type { ApiComment, ApiUser } from '../client/schemas.ts';
import { textOfMessage } from '../html-text.ts';
import { type Conversation, isByCustomer, newestCustomerMessage } from './conversation.ts';

/** The whole conversation as plain text, oldest first. */
export function turnsOf(conversation: Conversation): Turn[] {
  return conversation.comments.map((comment) => {
    const authorName = conversation.users.get(comment.author_id ?? '')?.name;
    const attachments = attachmentsOf(comment);
    return {
      role: roleOf(comment, conversation),
      text: textOfComment(comment),
      at: comment.created_at,
      ...(authorName && { authorName }),
      ...(attachments.length > 0 && { attachments }),
    };
  });
}

/** HTML first: in `plain_body` and `body` the targets of links are lost. */
export function textOfComment(comment: ApiComment): string {
  if (comment.html_body) return textOfMessage(comment.html_body);
  return (comment.plain_body ?? comment.body ?? '').trim();
}

/** Who wrote the newest message of a customer: somebody in copy may write instead of the requester. */
export function customerOf(conversation: Conversation): DraftContext['customer'] {
  const { users, ticket } = conversation;
  const author = newestCustomerMessage(conversation)?.author_id;
  const user = users.get(author ?? '') ?? users.get(ticket.requester_id ?? '');
  if (user === undefined) return {};
  return { ...personOf(user, conversation), ...(user.locale && { locale: user.locale }) };
}

/** Requester, commenters and their organisation: whom redaction has to recognise in the texts. */
export function peopleOf(conversation: Conversation): KnownPerson[] {
  const { ticket, comments, users, organizations } = conversation;
  const ids = new Set([ticket.requester_id, ...comments.map((comment) => comment.author_id)]);
  const people = [...ids].flatMap((id) => {
    const user = users.get(id ?? '');
    return user ? [personOf(user, conversation)] : [];
  });
  const organization = organizations.get(ticket.organization_id ?? '');
  const isNamed = people.some((person) => person.organization === organization);
  return organization && !isNamed ? [...people, { organization }] : people;
}

function roleOf(comment: ApiComment, conversation: Conversation): Turn['role'] {
  if (!comment.public) return 'internal-note';
  return isByCustomer(comment, conversation) ? 'customer' : 'agent';
}

function personOf(user: ApiUser, { organizations }: Conversation): KnownPerson {
  const organization = organizations.get(user.organization_id ?? '');
  return {
    ...(user.name && { name: user.name }),
    ...(user.email && { email: user.email }),
    ...(user.phone && { phone: user.phone }),
    // Only customers: when an agent leaves, what was written to customers stays.
    ...(user.id && !isStaff(user) && { reference: `user:${user.id}` }),
    ...(organization && { organization }),
  };
}

function isStaff({ role }: ApiUser): boolean {
  return role === 'agent' || role === 'admin';
}

function attachmentsOf(comment: ApiComment): NonNullable<Turn['attachments']> {
  return (comment.attachments ?? [])
    .filter((attachment) => !attachment.deleted)
    .map((attachment) => ({
      name: attachment.file_name ?? 'file',
      contentType: attachment.content_type ?? 'application/octet-stream',
      bytes: attachment.size ?? 0,
    }));
}
