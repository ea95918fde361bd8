import { AppError } from '@draftsmith/errors';
import type { ZendeskComment, ZendeskTicket, ZendeskUser } from '../zendesk/wire.ts';

/** What an agent's browser knows of a ticket, in the shapes of `client.get`. */
export interface TicketData {
  id: number;
  subject: string;
  description: string;
  status: string;
  type: string | null;
  priority: string | null;
  tags: string[];
  externalId: string | null;
  createdAt: string;
  updatedAt: string;
  via: { channel: string };
  form: { id: number | null };
  brand: { id: number; name: string };
  requester: PersonData;
  assignee: { user: PersonData | null; group: { id: number; name: string } | null };
  organization: { id: number; name: string } | null;
  comments: CommentData[];
  conversation: MessageData[];
}

export interface PersonData {
  id: number;
  name: string;
  email: string;
  role: string;
  locale: string;
  timeZone: { ianaName: string };
}

export interface CommentData {
  id: number;
  author: PersonData | null;
  /** HTML. */
  value: string;
  public: boolean;
  via: { channel: string };
  imageAttachments: AttachmentData[];
  nonImageAttachments: AttachmentData[];
}

interface AttachmentData {
  filename: string;
  contentType: string;
  contentUrl: string;
}

interface MessageData {
  author: PersonData | null;
  message: { content: string; contentType: 'text/html' };
  timestamp: string;
  channel: { name: string };
}

interface TicketReply {
  ticket: ZendeskTicket;
  users: ZendeskUser[];
  groups: { id: number; name: string }[];
  organizations: { id: number; name: string }[];
}

interface CommentReply {
  comments: ZendeskComment[];
  users: ZendeskUser[];
}

/** Reads a ticket through the API as the signed-in agent. Throws `not-found` for one that is not there. */
export async function readTicket(zendeskUrl: string, session: string, ticketId: number): Promise<TicketData> {
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${zendeskUrl}/api/v2/${path}`, { headers: { authorization: `Bearer ${session}` } });
    if (response.ok) return (await response.json()) as T;
    await response.body?.cancel();
    throw new AppError(response.status === 404 ? 'not-found' : 'unavailable', `The account answers ${response.status}`);
  };
  const found = await get<TicketReply>(`tickets/${ticketId}.json?include=users,groups,organizations`);
  // A sidebar app sees the newest hundred.
  const said = await get<CommentReply>(
    `tickets/${ticketId}/comments.json?page[size]=100&sort=-created_at&include=users`,
  );
  const { brand } = await get<{ brand: { id: number; name: string } }>(`brands/${found.ticket.brand_id}.json`);
  return toTicketData(found, { ...said, comments: said.comments.toReversed() }, brand);
}

function toTicketData(found: TicketReply, said: CommentReply, brand: { id: number; name: string }): TicketData {
  const { ticket } = found;
  const people = new Map([...found.users, ...said.users].map((user) => [user.id, toPerson(user)]));
  const requester = people.get(ticket.requester_id);
  if (!requester) throw new AppError('not-found', 'The ticket has no requester');
  const group = found.groups[0] ?? null;
  const organization = found.organizations[0] ?? null;
  const comments = said.comments.map((comment) => toComment(comment, people));
  return {
    id: ticket.id,
    subject: ticket.subject,
    description: ticket.description,
    status: ticket.status,
    type: ticket.type,
    priority: ticket.priority,
    tags: ticket.tags,
    externalId: ticket.external_id,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    via: { channel: ticket.via.channel },
    form: { id: ticket.ticket_form_id },
    brand: { id: brand.id, name: brand.name },
    requester,
    assignee: {
      user: people.get(ticket.assignee_id ?? -1) ?? null,
      group: group && { id: group.id, name: group.name },
    },
    organization: organization && { id: organization.id, name: organization.name },
    comments,
    conversation: said.comments.map((comment) => ({
      author: people.get(comment.author_id) ?? null,
      message: { content: comment.html_body, contentType: 'text/html' },
      timestamp: comment.created_at,
      channel: { name: comment.public ? comment.via.channel : 'internal' },
    })),
  };
}

function toComment(comment: ZendeskComment, people: ReadonlyMap<number, PersonData>): CommentData {
  const attachments = comment.attachments.map(({ file_name, content_type, content_url }) => ({
    filename: file_name,
    contentType: content_type,
    contentUrl: content_url,
  }));
  const isImage = ({ contentType }: AttachmentData) => contentType.startsWith('image/');
  return {
    id: comment.id,
    author: people.get(comment.author_id) ?? null,
    value: comment.html_body,
    public: comment.public,
    via: { channel: comment.via.channel },
    imageAttachments: attachments.filter(isImage),
    nonImageAttachments: attachments.filter((attachment) => !isImage(attachment)),
  };
}

export function toPerson(user: ZendeskUser): PersonData {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    locale: user.locale,
    timeZone: { ianaName: user.iana_time_zone },
  };
}
