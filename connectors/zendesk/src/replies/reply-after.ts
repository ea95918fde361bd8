import type { ReplyAfter, ResourceRef } from '@draftsmith/contracts';
import type { ZendeskClient } from '../client/client.ts';
import { isRecordNotFound } from '../client/errors.ts';
import type { ApiComment, ApiTicket, ApiUser } from '../client/schemas.ts';
import { isByCustomer } from '../context/conversation.ts';
import { textOfComment } from '../context/turns.ts';
import { AUDIT_MARKER, MERGE_VIA, SYSTEM_AUTHOR } from '../facts.ts';

/** Five hundred comments after a customer's message: no answer is that late. */
const MAX_COMMENT_PAGES = 5;

/** The first public comment of staff after the customer's comment `revision`, or what happened instead. Reads only. */
export async function replyAfter(
  resource: ResourceRef,
  revision: string,
  { client }: { client: ZendeskClient },
  signal: AbortSignal,
): Promise<ReplyAfter> {
  // The ticket first: whoever answers and solves does both at once, so a solved one has its answer below.
  const reply = await client.ticket(resource.id, signal).catch(undefinedIfGone);
  if (!reply || reply.ticket.status === 'deleted') return { kind: 'gone' };
  const said = await commentsSince(client, resource.id, revision, signal);
  if (!said) return { kind: 'nothing' };
  const users = new Map([...reply.users, ...said.users].map((user) => [user.id ?? '', user]));
  const speaker = { ticket: reply.ticket, users };
  const first = said.after.find((comment) => speaks(comment));
  if (!first) return { kind: hasEnded(reply.ticket) ? 'ended' : 'nothing' };
  if (isByCustomer(first, { ...speaker, comments: [], organizations: new Map() })) return { kind: 'customer' };
  return {
    kind: 'reply',
    id: first.id,
    text: textOfComment(first),
    ...(first.html_body && { html: first.html_body }),
    at: first.created_at,
    by: first.author_id ?? '',
    askedAt: said.asked.created_at,
  };
}

interface Said {
  asked: ApiComment;
  /** Oldest first. */
  after: readonly ApiComment[];
  users: readonly ApiUser[];
}

/** @returns undefined when the message is not there (any more) */
async function commentsSince(
  client: ZendeskClient,
  ticketId: string,
  revision: string,
  signal: AbortSignal,
): Promise<Said | undefined> {
  const [newestFirst, users]: [ApiComment[], ApiUser[]] = [[], []];
  for await (const page of client.commentPages(ticketId, MAX_COMMENT_PAGES, signal)) {
    users.push(...page.users);
    for (const comment of page.items) {
      if (comment.id === revision) return { asked: comment, after: newestFirst.reverse(), users };
      newestFirst.push(comment);
    }
  }
  return undefined;
}

/** Notes do not speak to the customer, ours least of all; neither do Zendesk itself and what a merge leaves. */
function speaks({ public: isPublic, metadata, author_id: author, via }: ApiComment): boolean {
  if (!isPublic || metadata?.custom?.[AUDIT_MARKER] !== undefined) return false;
  return author !== SYSTEM_AUTHOR && via?.channel !== MERGE_VIA && via?.source?.rel !== MERGE_VIA;
}

function hasEnded({ status }: ApiTicket): boolean {
  return status === 'solved' || status === 'closed';
}

function undefinedIfGone(thrown: unknown): undefined {
  if (!isRecordNotFound(thrown)) throw thrown;
}
