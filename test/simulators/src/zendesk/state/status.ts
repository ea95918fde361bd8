import type { TicketStatus } from '../wire.ts';

const ORDER: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] satisfies TicketStatus[];

/** The order in which `less_than` and `status<solved` compare; -1 for a word that is no status. */
export function statusRank(status: string): number {
  return ORDER.indexOf(status);
}
