import { isVisible, type ZendeskStore } from '../state/store.ts';
import type { ZendeskTicket } from '../wire.ts';
import type { Endpoints } from './endpoint.ts';
import { ENDPOINT_LIMITS, endpointHeader, RateWindow } from './rate-limits.ts';
import { missingParameter, ok, type Reply, rateLimited } from './reply.ts';
import { sideloads } from './sideloads.ts';

const MAX_PAGE = 1_000;
const YOUNGEST_START_MS = 60_000;

/** Where an export stands: after this ticket, in the order of changes. */
interface Position {
  at: number;
  id: number;
}

/**
 * `GET /api/v2/incremental/tickets/cursor.json`: tickets by their last change, also deleted ones; one that changes again
 * comes again. Admins only, ten times a minute.
 */
export function registerIncrementalTickets(api: Endpoints, store: ZendeskStore): void {
  const window = new RateWindow(ENDPOINT_LIMITS.incrementalPerMinute, 60_000, store.clock);

  api.admin('get', '/api/v2/incremental/tickets/cursor', ({ query, url }) => {
    const rate = window.take('account');
    const headers = endpointHeader('incremental-exports-cursor', rate);
    if (!rate.allowed) {
      const refused = rateLimited(rate.resets, 'Number of allowed incremental export API requests per minute exceeded');
      return { ...refused, headers: { ...headers, ...refused.headers } };
    }
    const start = startOf(query.cursor, query.start_time, store.clock().getTime());
    if ('status' in start) return start;
    const size = Math.min(Number(query.per_page ?? MAX_PAGE) || MAX_PAGE, MAX_PAGE);
    const changed = changesAfter(start, store);
    const tickets = changed.slice(0, size);
    const last = tickets.at(-1);
    const cursor = encode(last ? positionOf(last) : start);
    const included = query.include === undefined ? '' : `&include=${encodeURIComponent(query.include)}`;
    return {
      ...ok({
        tickets,
        ...sideloads(store, query.include, tickets),
        after_url: `${url}?cursor=${encodeURIComponent(cursor)}&per_page=${size}${included}`,
        after_cursor: cursor,
        before_url: null,
        before_cursor: null,
        end_of_stream: changed.length <= size,
      }),
      headers,
    };
  });
}

function changesAfter(start: Position, store: ZendeskStore): ZendeskTicket[] {
  return [...store.tickets.values()]
    .filter((record) => isVisible(record) || (record.ticket.status === 'deleted' && record.comments.length > 0))
    .map(({ ticket }) => ticket)
    .filter((ticket) => compare(positionOf(ticket), start) > 0)
    .sort((a, b) => compare(positionOf(a), positionOf(b)));
}

function startOf(cursor: string | undefined, startTime: string | undefined, now: number): Position | Reply {
  if (cursor !== undefined) {
    return decode(cursor) ?? { status: 400, body: { error: 'InvalidValue', description: 'Invalid cursor' } };
  }
  if (startTime === undefined) return missingParameter('start_time');
  const at = Number(startTime) * 1000;
  if (!Number.isFinite(at)) return { status: 400, body: { error: 'InvalidValue', description: 'Invalid start_time' } };
  if (now - at < YOUNGEST_START_MS) {
    const description = 'Too recent start_time. Use a start_time older than 60 seconds';
    return { status: 422, body: { error: 'StartTimeTooRecent', description } };
  }
  return { at, id: -1 };
}

function positionOf(ticket: ZendeskTicket): Position {
  return { at: Date.parse(ticket.updated_at), id: ticket.id };
}

function compare(a: Position, b: Position): number {
  return a.at - b.at || a.id - b.id;
}

function encode({ at, id }: Position): string {
  return Buffer.from(`${at}|${id}`).toString('base64');
}

function decode(cursor: string): Position | undefined {
  const [, at, id] = /^(\d+)\|(-?\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  return at === undefined ? undefined : { at: Number(at), id: Number(id) };
}
