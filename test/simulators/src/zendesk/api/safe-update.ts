import type { ZendeskTicket } from '../wire.ts';
import { type Reply, recordInvalid, updateConflict } from './reply.ts';
import type { SafeUpdate } from './ticket-input.ts';

/**
 * Optimistic locking of the tickets API: `updated_stamp` must name the instant of the current `updated_at`.
 * The stamp has whole seconds, so a second update within the same second is not noticed; neither is it in Zendesk.
 */
export function safeUpdateProblem(ticket: ZendeskTicket, { wanted, stamp }: SafeUpdate): Reply | undefined {
  if (!wanted) return undefined;
  const claimed = Date.parse(stamp ?? '');
  // What Zendesk answers to a missing stamp is not documented; silence would hide that nothing is protected.
  if (Number.isNaN(claimed)) return recordInvalid('updated_stamp', 'Updated stamp: is invalid', 'InvalidValue');
  return claimed === Date.parse(ticket.updated_at) ? undefined : updateConflict();
}
