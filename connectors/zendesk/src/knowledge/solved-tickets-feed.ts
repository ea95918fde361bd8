import type { KnowledgeDocument, KnowledgeFeed, KnowledgePage } from '@draftsmith/contracts';
import { z } from 'zod';
import { isRecordNotFound } from '../client/errors.ts';
import type { Transport } from '../client/transport.ts';
import { type Conversation, isByCustomer } from '../context/conversation.ts';
import { peopleOf, textOfComment } from '../context/turns.ts';
import { SEARCH_MAX_RESULTS, SOLVED_TICKETS_DAYS, SOLVED_TICKETS_PER_PAGE } from '../facts.ts';
import { type ListedTicket, lists } from './schemas.ts';

/** Conversations read at the same time: each is a call, and the account is shared with its agents. */
const AT_ONCE = 3;

/** A reply shorter than this ("Done!") answers nobody else's question. */
const LEAST_REPLY = 60;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where a reading stands: the search begins at `since` and goes on at `page`; `last` is the newest ticket seen. */
const position = z.object({ since: z.string(), page: z.int().min(1), last: z.string() });
type Position = z.infer<typeof position>;

export interface SolvedTicketsPorts {
  transport: Transport;
  readConversation: (ticketId: string, signal: AbortSignal) => Promise<Conversation>;
  now: () => Date;
}

/**
 * What agents answered to customers in tickets that are solved, oldest change first. Searching gives at most 1,000
 * results, so the search begins anew at the last ticket it gave.
 */
export function solvedTicketsFeed({ transport, readConversation, now }: SolvedTicketsPorts): KnowledgeFeed {
  const beginning = (): Position => {
    const since = secondsOf(new Date(now().getTime() - SOLVED_TICKETS_DAYS * DAY_MS));
    return { since, page: 1, last: since };
  };

  return {
    kind: 'past-reply',
    listing: 'changes',
    async count(signal) {
      const query = queryOf(beginning().since);
      const { count } = await transport.get('search/count.json', { query }, lists.count, signal);
      return typeof count === 'number' ? count : undefined;
    },
    async read(cursor, signal): Promise<KnowledgePage> {
      const at = (cursor !== undefined && positionOf(cursor)) || beginning();
      const query = {
        query: queryOf(at.since),
        ...{ sort_by: 'updated_at', sort_order: 'asc', per_page: SOLVED_TICKETS_PER_PAGE, page: at.page },
      };
      const { results: tickets, next_page } = await transport.get('search.json', query, lists.tickets, signal);
      const found = await documentsOf(tickets, readConversation, signal);
      const next = nextPosition(at, tickets, Boolean(next_page));
      return { ...found, cursor: JSON.stringify(next), upToDate: !next_page };
    },
  };
}

/** Undefined for a cursor that an older version wrote: the reading begins anew, which repeats and loses nothing. */
function positionOf(cursor: string): Position | undefined {
  try {
    return position.parse(JSON.parse(cursor));
  } catch {
    return undefined;
  }
}

function nextPosition(at: Position, tickets: readonly ListedTicket[], hasMore: boolean): Position {
  const last = tickets.at(-1)?.updated_at ?? at.last;
  const isDeep = (at.page + 1) * SOLVED_TICKETS_PER_PAGE > SEARCH_MAX_RESULTS;
  if (hasMore && !isDeep) return { ...at, page: at.page + 1, last };
  // More within one second than a search gives: the rest of that second is left out, or the reading would never end.
  const since = isDeep && last === at.since ? secondsOf(new Date(Date.parse(last) + 1_000)) : last;
  return { since, page: 1, last: since };
}

function queryOf(since: string): string {
  return `type:ticket status>=solved updated>=${since}`;
}

async function documentsOf(
  tickets: readonly ListedTicket[],
  readConversation: SolvedTicketsPorts['readConversation'],
  signal: AbortSignal,
): Promise<Pick<KnowledgePage, 'documents' | 'removed'>> {
  const documents: KnowledgeDocument[] = [];
  const removed: string[] = [];
  const queue = [...tickets];
  const work = async () => {
    for (let ticket = queue.shift(); ticket; ticket = queue.shift()) {
      const document = await documentOf(ticket, readConversation, signal);
      if (document) documents.push(document);
      else removed.push(idOf(ticket));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { documents, removed };
}

/** Undefined for what nobody should learn from: rated badly, never answered, gone. */
async function documentOf(
  ticket: ListedTicket,
  readConversation: SolvedTicketsPorts['readConversation'],
  signal: AbortSignal,
): Promise<KnowledgeDocument | undefined> {
  if (ticket.satisfaction_rating?.score?.startsWith('bad')) return undefined;
  const conversation = await readConversation(ticket.id, signal).catch((thrown: unknown) => {
    // The search lags behind: what it names may be deleted by now.
    if (isRecordNotFound(thrown)) return undefined;
    throw thrown;
  });
  const pair = conversation && answeredQuestion(conversation);
  if (!pair) return undefined;
  return {
    id: idOf(ticket),
    kind: 'past-reply',
    title: ticket.subject ?? '',
    text: pair.answer,
    question: pair.question,
    visibility: 'public',
    updatedAt: ticket.updated_at,
    people: peopleOf(conversation),
    ...(ticket.brand_id && { brand: ticket.brand_id }),
  };
}

/** The customer's first message, and the first public reply of staff that is long enough to say something. */
function answeredQuestion(conversation: Conversation): { question: string; answer: string } | undefined {
  const shown = conversation.comments.filter((comment) => comment.public);
  const asked = shown.find((comment) => isByCustomer(comment, conversation));
  if (!asked) return undefined;
  const replies = shown.slice(shown.indexOf(asked) + 1).filter((comment) => !isByCustomer(comment, conversation));
  const answer = replies.map(textOfComment).find((text) => text.length >= LEAST_REPLY);
  return answer === undefined ? undefined : { question: textOfComment(asked), answer };
}

function idOf({ id }: ListedTicket): string {
  return `past-reply:${id}`;
}

/** Zendesk's search understands whole seconds. */
function secondsOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
