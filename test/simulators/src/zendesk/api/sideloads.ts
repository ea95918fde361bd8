import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskTicket } from '../wire.ts';

/** `?include=users,organizations` on tickets. Unknown names are ignored, as Zendesk ignores them. */
export function sideloads(
  store: ZendeskStore,
  include: string | undefined,
  tickets: readonly ZendeskTicket[],
): Record<string, unknown> {
  if (include === undefined) return {};
  const names = new Set(include.split(',').map((name) => name.trim()));
  const found: Record<string, unknown> = {};
  if (names.has('users')) {
    found.users = pick(
      store.users,
      tickets.flatMap((ticket) => [ticket.requester_id, ticket.submitter_id, ticket.assignee_id]),
    );
  }
  if (names.has('organizations')) {
    found.organizations = pick(
      store.organizations,
      tickets.map((ticket) => ticket.organization_id),
    );
  }
  if (names.has('groups')) {
    found.groups = pick(
      store.groups,
      tickets.map((ticket) => ticket.group_id),
    );
  }
  return found;
}

/** The named records once each, in the order they were first named. */
export function pick<T>(records: ReadonlyMap<number, T>, ids: readonly (number | null)[]): T[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (records.get(id) ?? [])));
}
