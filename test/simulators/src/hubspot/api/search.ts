import type { ObjectType } from '../crm/object-types.ts';
import type { Portal } from '../crm/portal.ts';
import type { Values } from '../crm/property.ts';
import type { CrmRecord } from '../crm/records.ts';
import { show } from '../crm/shown.ts';
import type { ApiCall, Endpoints, Reply } from './endpoint.ts';
import { mayReadEmails, typeOf } from './objects.ts';
import { invalid } from './refusal.ts';
import { type Filter, matches, order, ownValue } from './search-filters.ts';

const LONGEST_BODY = 3_000;
const MAX_PAGE = 200;
const MAX_RESULTS = 10_000;
const MAX_GROUPS = 5;
const MAX_FILTERS_OF_GROUP = 6;
const MAX_FILTERS = 18;

interface Hit {
  record: CrmRecord;
  values: Values;
}

/** Search sees the account as it was `searchLagMs` ago. */
export function registerSearch(api: Endpoints): void {
  api.on('post', '/crm/objects/:type/search', [], search);
}

function search(call: ApiCall): Reply {
  const type = typeOf(call, 'read');
  const { body, portal } = call;
  const length = JSON.stringify(body).length;
  if (length > LONGEST_BODY) throw invalid(`The request body is too long: ${length} > ${LONGEST_BODY} characters`);
  const limit = Number(body.limit ?? 10);
  if (!Number.isInteger(limit) || limit < 0 || limit > MAX_PAGE)
    throw invalid(`limit must be between 0 and ${MAX_PAGE}`);
  const start = Number(body.after ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalid(`Invalid paging token: ${String(body.after)}`);
  if (start + limit > MAX_RESULTS) throw invalid(`Paging beyond ${MAX_RESULTS} results is not possible`);

  const hits = sorted(portal, type, find(portal, type, groupsOf(body.filterGroups), queryOf(body.query)), body.sorts);
  const properties = Array.isArray(body.properties) ? body.properties.map(String) : [];
  const next = start + limit < hits.length ? { paging: { next: { after: String(start + limit) } } } : {};
  const results = hits
    .slice(start, start + limit)
    .map(({ record, values }) => show(portal, record, { properties, values, redacted: !mayReadEmails(call) }));
  return { status: 200, body: { total: hits.length, results, ...next } };
}

function groupsOf(given: unknown): Filter[][] {
  const groups = Array.isArray(given) ? given : [];
  const filters = groups.map((group: { filters?: unknown }) =>
    Array.isArray(group.filters) ? (group.filters as Filter[]) : [],
  );
  if (filters.length > MAX_GROUPS)
    throw invalid(`There were ${filters.length} filter groups; the limit is ${MAX_GROUPS}`);
  if (filters.some((group) => group.length > MAX_FILTERS_OF_GROUP))
    throw invalid(`The limit is ${MAX_FILTERS_OF_GROUP} filters in a group`);
  if (filters.flat().length > MAX_FILTERS) throw invalid(`The limit is ${MAX_FILTERS} filters in all`);
  return filters;
}

function queryOf(query: unknown): string {
  return query === undefined ? '' : String(query).toLowerCase();
}

/** Groups are joined with OR, their filters with AND. */
function find(portal: Portal, type: ObjectType, groups: Filter[][], query: string): Hit[] {
  return portal.records.everything(type).flatMap((record) => {
    const values = portal.records.searchable(record);
    if (!values) return [];
    const inGroups =
      groups.length === 0 || groups.some((group) => group.every((filter) => matches(portal, record, values, filter)));
    const inQuery = query === '' || Object.values(values).some((value) => value?.toLowerCase().includes(query));
    return inGroups && inQuery ? [{ record, values }] : [];
  });
}

/** One sort; `"-createdate"` is short for descending. Without one, the oldest first. */
function sorted(portal: Portal, type: ObjectType, hits: Hit[], given: unknown): Hit[] {
  const sorts = Array.isArray(given) ? given : [];
  if (sorts.length > 1) throw invalid('Only one sort is supported');
  const [sort] = sorts as (string | { propertyName?: unknown; direction?: unknown })[];
  const text = typeof sort === 'string' ? sort : undefined;
  const object = typeof sort === 'object' ? sort : undefined;
  const name = text?.replace(/^-/, '') ?? String(object?.propertyName ?? 'hs_object_id');
  const property = portal.properties.find(type, name);
  if (!property) throw invalid(`There was a problem with the request: property ${name} does not exist`);
  const sign = text?.startsWith('-') || object?.direction === 'DESCENDING' ? -1 : 1;
  return hits.sort((a, b) => {
    const [left, right] = [ownValue(a.record, a.values, name), ownValue(b.record, b.values, name)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * order(property, left, right);
  });
}
