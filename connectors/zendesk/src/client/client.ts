import type { ConnectorPorts } from '@draftsmith/contracts';
import { ARTICLES_PER_SEARCH, AUDIT_MARKER, NEWEST_FIRST } from '../facts.ts';
import type { ZendeskSettings } from '../settings.ts';
import { type Page, readPages } from './pages.ts';
import {
  type ApiArticle,
  type ApiAudit,
  type ApiComment,
  type ApiMacro,
  type ApiOrganization,
  type ApiTicket,
  type ApiUser,
  replies,
} from './schemas.ts';
import { createTransport } from './transport.ts';

export interface TicketReply {
  ticket: ApiTicket;
  users: readonly ApiUser[];
  organizations: readonly ApiOrganization[];
}

export interface CommentPage extends Page<ApiComment> {
  users: readonly ApiUser[];
}

export interface NewNote {
  ticketId: string;
  html: string;
  /** The `updated_at` that the ticket must still have; otherwise Zendesk answers 409. */
  updatedStamp: string;
  /** Kept in the audit, where it is found again. */
  idempotencyKey: string;
}

/** The few endpoints that drafting needs. Everything throws only AppError; lists come a page at a time. */
export interface ZendeskClient {
  currentUser(signal: AbortSignal): Promise<ApiUser>;
  ticket(id: string, signal: AbortSignal): Promise<TicketReply>;
  /** Newest first. */
  commentPages(ticketId: string, maxPages: number, signal: AbortSignal): AsyncGenerator<CommentPage>;
  /** Newest first, where Zendesk honours the order. */
  auditPages(ticketId: string, maxPages: number, signal: AbortSignal): AsyncGenerator<Page<ApiAudit>>;
  macroPages(maxPages: number, signal: AbortSignal): AsyncGenerator<Page<ApiMacro>>;
  searchArticles(query: string, signal: AbortSignal): Promise<readonly ApiArticle[]>;
  /** Sent once: after a failure without an answer the note may be there, and only the audits can tell. */
  addInternalNote(note: NewNote, signal: AbortSignal): Promise<ApiAudit>;
}

export function createZendeskClient(settings: ZendeskSettings, ports: ConnectorPorts): ZendeskClient {
  const { get, pages, put } = createTransport(settings, ports);
  return {
    async currentUser(signal) {
      return (await get('users/me.json', {}, replies.me, signal)).user;
    },

    async ticket(id, signal) {
      const { ticket, users, organizations } = await get(
        `${ticketPath(id)}.json`,
        { include: 'users,organizations' },
        replies.ticket,
        signal,
      );
      return { ticket, users: users ?? [], organizations: organizations ?? [] };
    },

    commentPages(ticketId, maxPages, signal) {
      const list = { schema: replies.comments, itemsOf: (reply: { comments: ApiComment[] }) => reply.comments };
      const query = { sort: NEWEST_FIRST, include: 'users' };
      const read = pages(`${ticketPath(ticketId)}/comments.json`, query, list, signal);
      return readPages(async (after) => {
        const page = await read(after);
        return { ...page, users: page.reply.users ?? [] };
      }, maxPages);
    },

    auditPages(ticketId, maxPages, signal) {
      const list = { schema: replies.audits, itemsOf: (reply: { audits: ApiAudit[] }) => reply.audits };
      return readPages(pages(`${ticketPath(ticketId)}/audits.json`, { sort: NEWEST_FIRST }, list, signal), maxPages);
    },

    macroPages(maxPages, signal) {
      const list = { schema: replies.macros, itemsOf: (reply: { macros: ApiMacro[] }) => reply.macros };
      return readPages(pages('macros.json', { active: true }, list, signal), maxPages);
    },

    async searchArticles(query, signal) {
      // Help Center paths answer 415 without their suffix.
      const path = 'help_center/articles/search.json';
      return (await get(path, { query, per_page: ARTICLES_PER_SEARCH }, replies.articles, signal)).results;
    },

    async addInternalNote(note, signal) {
      return (await put(`${ticketPath(note.ticketId)}.json`, noteBody(note), replies.updated, signal)).audit;
    },
  };
}

function ticketPath(id: string): string {
  return `tickets/${encodeURIComponent(id)}`;
}

function noteBody(note: NewNote) {
  return {
    ticket: {
      // Without `public` the comment takes the ticket's own visibility, and the draft would reach the customer.
      comment: { html_body: note.html, public: false },
      metadata: { [AUDIT_MARKER]: note.idempotencyKey },
      safe_update: true,
      updated_stamp: note.updatedStamp,
    },
  };
}
