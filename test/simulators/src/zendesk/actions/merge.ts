import { changeTicket, normaliseTags, type TicketFields } from '../state/change-ticket.ts';
import type { ZendeskStore } from '../state/store.ts';
import type { Dispatcher } from '../webhooks/dispatch.ts';
import { lifecycleEvent } from '../webhooks/ticket-events.ts';
import type { ActionResult } from './actions.ts';
import type { Office } from './office.ts';

export function merge(
  targetId: number,
  sourceIds: readonly number[],
  { store, dispatcher, office }: { store: ZendeskStore; dispatcher: Dispatcher; office: Office },
): ActionResult {
  const target = office.find(targetId);
  const actor = office.staffOf(target);
  const change = (text: string, fields: TicketFields = {}) => ({
    actor,
    channel: 'merge',
    kind: 'Change' as const,
    comment: { authorId: actor.id, text: { body: text }, public: false },
    fields,
  });
  const sources = sourceIds.map((id) => office.find(id));
  const invocations = sources.flatMap((source) => {
    const text = `This request was closed and merged into request #${targetId} "${target.ticket.subject}".`;
    const tags = normaliseTags([...source.ticket.tags, 'closed_by_merge']);
    const update = changeTicket(store, source, change(text, { status: 'closed', tags }));
    const event = { target_ticket_id: String(targetId) };
    const merged = lifecycleEvent('merged', { ticket: source.ticket, actorId: actor.id, event }, store);
    return [...dispatcher.publish(update), ...dispatcher.publishEvents(merged)];
  });
  const names = sources.map(({ ticket }) => `#${ticket.id} "${ticket.subject}"`).join(', ');
  const result = office.publish(
    changeTicket(store, target, change(`Requests ${names} were closed and merged into this request.`)),
  );
  return { ...result, invocations: [...invocations, ...result.invocations] };
}
