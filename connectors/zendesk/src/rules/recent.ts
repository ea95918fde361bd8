import type { RecentResource } from '@draftsmith/contracts';
import { z } from 'zod';
import { replies } from '../client/schemas.ts';
import type { Transport } from '../client/transport.ts';
import { factsOfTicket } from '../context/ticket-facts.ts';
import { PAGE_SIZE } from '../facts.ts';

const ticket = replies.ticket.shape.ticket.extend({
  description: z.string().nullish(),
  created_at: z.string(),
});
const results = z.object({ results: z.array(ticket) });

/**
 * The newest tickets of customers, each as it was when it came: its first message is in the list itself, where the newest
 * one would cost a call for every ticket.
 */
export async function recentTickets(
  { get }: Pick<Transport, 'get'>,
  { limit, agentOrigin }: { limit: number; agentOrigin: string | undefined },
  signal: AbortSignal,
): Promise<RecentResource[]> {
  const query = { query: 'type:ticket', sort_by: 'created_at', sort_order: 'desc', per_page: PAGE_SIZE };
  const reply = await get('search.json', query, results, signal);
  return reply.results
    .filter((one) => one.description?.trim() && (one.submitter_id ?? one.requester_id) === one.requester_id)
    .slice(0, limit)
    .map((one) => ({
      id: one.id,
      subject: one.subject ?? '',
      ...(agentOrigin !== undefined && { url: `${agentOrigin}/agent/tickets/${one.id}` }),
      text: one.description ?? '',
      facts: { ...factsOfTicket(one), replies: 0, askedAt: one.created_at },
    }));
}
