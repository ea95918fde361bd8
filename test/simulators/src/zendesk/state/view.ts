import { AppError } from '@draftsmith/errors';
import type {
  ZendeskArticle,
  ZendeskAudit,
  ZendeskComment,
  ZendeskMacro,
  ZendeskTicket,
  ZendeskUser,
} from '../wire.ts';
import type { TicketRecord, ZendeskStore } from './store.ts';

/**
 * What tests assert on. Values are copies: a test that changes them changes nothing in the account.
 * Deleted tickets can still be looked at here, though the API answers 404. Unknown ids throw `not-found`.
 */
export interface StateView {
  account(): { id: number; subdomain: string; name: string; locale: string };
  ticketIds(): number[];
  ticket(id: number): ZendeskTicket;
  /** Oldest first. */
  comments(ticketId: number): ZendeskComment[];
  /** The internal notes among the comments, oldest first. */
  notes(ticketId: number): ZendeskComment[];
  audits(ticketId: number): ZendeskAudit[];
  /** Ids of tickets whose `incoming` comment has not arrived yet. */
  waiting(): number[];
  users(): ZendeskUser[];
  articles(): ZendeskArticle[];
  macros(): ZendeskMacro[];
}

export function createStateView(store: ZendeskStore): StateView {
  const find = (id: number): TicketRecord => {
    const record = store.tickets.get(id);
    if (!record) throw new AppError('not-found', `The simulator holds no ticket ${id}`);
    return record;
  };
  return {
    account: () => ({ ...store.account }),
    ticketIds: () => [...store.ticketIds],
    ticket: (id) => structuredClone(find(id).ticket),
    comments: (id) => structuredClone(find(id).comments),
    notes: (id) => structuredClone(find(id).comments.filter((comment) => !comment.public)),
    audits: (id) => structuredClone(find(id).audits),
    waiting: () => store.ticketIds.filter((id) => store.tickets.get(id)?.incoming !== undefined),
    users: () => structuredClone([...store.users.values()]),
    articles: () => structuredClone([...store.articles.values()]),
    macros: () => structuredClone([...store.macros.values()]),
  };
}
