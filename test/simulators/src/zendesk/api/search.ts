import { statusRank } from '../state/status.ts';
import { isVisible, type TicketRecord, type ZendeskStore } from '../state/store.ts';
import type { Endpoints } from './endpoint.ts';
import { cursorPage, isReply, offsetPage } from './paging.ts';
import { ENDPOINT_LIMITS, RateWindow } from './rate-limits.ts';
import { missingParameter, ok, type Reply, rateLimited } from './reply.ts';

const MAX_RESULTS = 1_000;

type TicketTest = (record: TicketRecord) => boolean;

/** `GET /api/v2/search.json` for tickets: a useful part of the query language, offset paging, 1,000 results at most. */
export function registerSearch(api: Endpoints, store: ZendeskStore): void {
  const find = (query: string) => {
    const tests = parseQuery(query, store);
    return tests === undefined
      ? []
      : [...store.tickets.values()].filter((record) => tests.every((test) => test(record)));
  };

  api.staff('get', '/api/v2/search', ({ query, url }) => {
    if (query.query === undefined) return missingParameter('query');
    const size = Math.min(Number(query.per_page ?? 100), 100);
    if (Number(query.page ?? 1) * size > MAX_RESULTS) return tooDeep();
    const found = find(query.query);
    const field = query.sort_by === 'updated_at' ? 'updated_at' : 'created_at';
    const direction = query.sort_order === 'asc' ? 1 : -1;
    found.sort((a, b) => direction * (Date.parse(a.ticket[field]) - Date.parse(b.ticket[field])));
    const page = offsetPage(found.slice(0, MAX_RESULTS), query, url);
    if (isReply(page)) return page;
    const results = page.items.map(({ ticket }) => ({ ...ticket, result_type: 'ticket' }));
    return ok({ results, facets: null, ...page.envelope, count: found.length });
  });

  const exports = new RateWindow(ENDPOINT_LIMITS.searchExportPerMinute, 60_000, store.clock);
  api.staff('get', '/api/v2/search/export', ({ query, url }) => {
    if (query.query === undefined) return missingParameter('query');
    if (query['filter[type]'] !== 'ticket') return invalidExport('filter[type] must be ticket');
    if (/\btype:/.test(query.query)) return invalidExport('type: belongs into filter[type]');
    const rate = exports.take('account');
    if (!rate.allowed) return rateLimited(rate.resets, 'Number of allowed search export requests per minute exceeded');
    const found = find(query.query).sort(
      (a, b) => Date.parse(a.ticket.created_at) - Date.parse(b.ticket.created_at) || a.ticket.id - b.ticket.id,
    );
    const page = cursorPage(found, query, url, MAX_RESULTS);
    if (isReply(page)) return page;
    const results = page.items.map(({ ticket }) => ({ ...ticket, result_type: 'ticket' }));
    return ok({ results, facets: null, ...page.envelope });
  });

  api.staff('get', '/api/v2/search/count', ({ query }) =>
    query.query === undefined ? missingParameter('query') : ok({ count: find(query.query).length }),
  );
}

function invalidExport(description: string): Reply {
  return { status: 422, body: { error: 'invalid', description: `Invalid search: ${description}` } };
}

function tooDeep(): Reply {
  return {
    status: 422,
    body: {
      error: 'invalid',
      description: 'Invalid search: Requested response size was greater than Search Response Limits',
    },
  };
}

/** Undefined: nothing can match, e.g. `type:user`, which this simulator does not search. */
function parseQuery(query: string, store: ZendeskStore): TicketTest[] | undefined {
  const tests: TicketTest[] = [isVisible];
  for (const [, minus, property, operator, quoted, bare] of query.matchAll(
    /(-)?(?:(\w+)(:|>=|<=|>|<))?(?:"([^"]*)"|(\S+))/g,
  )) {
    const value = quoted ?? bare ?? '';
    if (property === 'type') {
      if (value !== 'ticket') return undefined;
      continue;
    }
    const test = property && operator ? propertyTest(property, operator, value, store) : textTest(value);
    tests.push(minus ? (record) => !test(record) : test);
  }
  return tests;
}

function propertyTest(property: string, operator: string, value: string, store: ZendeskStore): TicketTest {
  switch (property) {
    case 'status':
      return ({ ticket }) => compare(statusRank(ticket.status), operator, statusRank(value));
    case 'tags':
      return ({ ticket }) => ticket.tags.includes(value.toLowerCase());
    case 'priority':
      return ({ ticket }) => ticket.priority === value;
    case 'created':
      return ({ ticket }) => compare(Date.parse(ticket.created_at), operator, Date.parse(value));
    case 'updated':
      return ({ ticket }) => compare(Date.parse(ticket.updated_at), operator, Date.parse(value));
    case 'requester':
      return ({ ticket }) => isUser(ticket.requester_id, value, store);
    case 'assignee':
      return ({ ticket }) =>
        value === 'none' ? ticket.assignee_id === null : isUser(ticket.assignee_id, value, store);
    case 'brand':
      return ({ ticket }) => named(store.brands, ticket.brand_id, value);
    case 'group':
      return ({ ticket }) => named([...store.groups.values()], ticket.group_id, value);
    case 'organization':
      return ({ ticket }) => String(ticket.organization_id) === value;
    default:
      return textTest(value);
  }
}

function named(all: readonly { id: number; name: string }[], id: number | null, value: string): boolean {
  const found = all.find((candidate) => candidate.id === id);
  return found !== undefined && (String(id) === value || found.name.toLowerCase() === value.toLowerCase());
}

function isUser(id: number | null, value: string, store: ZendeskStore): boolean {
  if (id === null) return false;
  return String(id) === value || store.users.get(id)?.email.toLowerCase() === value.toLowerCase();
}

function textTest(word: string): TicketTest {
  const needle = word.toLowerCase();
  return ({ ticket, comments }) =>
    ticket.subject.toLowerCase().includes(needle) ||
    comments.some((comment) => comment.plain_body.toLowerCase().includes(needle));
}

function compare(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    default:
      return left === right;
  }
}
