import type { ApiComment, ApiTicket, ApiUser } from '../client/schemas.ts';
import type { Conversation } from '../context/conversation.ts';

export const REQUESTER = '21';
export const AGENT = '12';
export const IN_COPY = '22';

const USERS: ApiUser[] = [
  { id: REQUESTER, name: 'Carla', email: 'carla@example.org', role: 'end-user', organization_id: '31', locale: 'de' },
  { id: AGENT, name: 'Ben', email: 'ben@example.com', role: 'agent' },
  { id: IN_COPY, name: 'Dan', email: 'dan@example.org', role: 'end-user' },
];

let lastId = 100;

/** A comment, by the requester and public unless told otherwise. */
export function said(given: Partial<ApiComment> = {}): ApiComment {
  lastId += 1;
  return {
    id: String(lastId),
    author_id: REQUESTER,
    html_body: '<p>Hello</p>',
    public: true,
    created_at: '2026-11-20T09:00:00Z',
    ...given,
  };
}

/** A conversation, by default one open question. */
export function conversationOf(
  comments: ApiComment[] = [said()],
  { ticket = {}, users = [] }: { ticket?: Partial<ApiTicket>; users?: ApiUser[] } = {},
): Conversation {
  return {
    ticket: {
      id: '1',
      status: 'open',
      subject: 'Question',
      requester_id: REQUESTER,
      submitter_id: REQUESTER,
      organization_id: '31',
      updated_at: '2026-11-20T09:00:00Z',
      ...ticket,
    },
    comments,
    users: new Map([...USERS, ...users].map((user) => [user.id ?? '', user])),
    organizations: new Map([['31', 'Globex']]),
  };
}
