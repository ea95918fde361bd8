import { type ObjectType, objectType } from '../crm/object-types.ts';
import { show, type View } from '../crm/shown.ts';
import { archiveRecord, findRecord, prepareCreate, updateRecord } from '../crm/writes.ts';
import type { ApiCall, Endpoints, Reply } from './endpoint.ts';
import { invalid, notFound } from './refusal.ts';

const MAX_PAGE = 100;

/** One record at a time, and the plain list. */
export function registerObjects(api: Endpoints): void {
  api.on('get', '/crm/objects/:type', [], list);
  api.on('post', '/crm/objects/:type', [], create);
  api.on('get', '/crm/objects/:type/:id', [], read);
  api.on('patch', '/crm/objects/:type/:id', [], update);
  api.on('delete', '/crm/objects/:type/:id', [], archive);
}

export function typeOf(call: ApiCall, access: 'read' | 'write', name = 'type'): ObjectType {
  const type = objectType(call.params[name] ?? '');
  call.need(type[access]);
  return type;
}

export function mayReadEmails(call: ApiCall): boolean {
  return call.access.scopes.includes('sales-email-read');
}

export function names(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function viewOf(call: ApiCall): View {
  const { properties, propertiesWithHistory, associations } = call.query;
  const types = names(associations).map((name) => objectType(name));
  for (const type of types) call.need(type.read);
  return {
    // `properties=a&properties=b` is taken as well; the SDK writes it with commas.
    properties: [...new Set([...names(properties), ...repeated(call, 'properties')])],
    propertiesWithHistory: names(propertiesWithHistory),
    associations: types,
    redacted: !mayReadEmails(call),
  };
}

function repeated(call: ApiCall, name: string): string[] {
  return new URL(call.request.originalUrl, 'http://localhost').searchParams.getAll(name).flatMap(names);
}

function read(call: ApiCall): Reply {
  const type = typeOf(call, 'read');
  const view = viewOf(call);
  const id = call.params.id ?? '';
  if (call.query.archived === 'true') {
    const record = call.portal.records.archived(type, id);
    if (!record) throw notFound(id);
    return { status: 200, body: show(call.portal, record, view) };
  }
  return { status: 200, body: show(call.portal, findRecord(call.portal, type, id, call.query.idProperty), view) };
}

function list(call: ApiCall): Reply {
  const type = typeOf(call, 'read');
  const view = viewOf(call);
  const limit = Number(call.query.limit ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    throw invalid(`limit must be between 1 and ${MAX_PAGE}`);
  const after = Number(call.query.after ?? 0);
  const all = call.portal.records
    .all(type, call.query.archived === 'true')
    .filter(({ id }) => Number(id) >= after)
    .sort((a, b) => Number(a.id) - Number(b.id));
  const next = all[limit];
  const link = `https://api.hubapi.com${call.request.path}?limit=${limit}&after=${next?.id}`;
  return {
    status: 200,
    body: {
      results: all.slice(0, limit).map((record) => show(call.portal, record, view)),
      ...(next ? { paging: { next: { after: next.id, link } } } : {}),
    },
  };
}

function create(call: ApiCall): Reply {
  const type = typeOf(call, 'write');
  const record = prepareCreate(call.portal, type, call.body, call.source)();
  return { status: 201, body: show(call.portal, record, { all: true }) };
}

function update(call: ApiCall): Reply {
  const type = typeOf(call, 'write');
  const record = findRecord(call.portal, type, call.params.id ?? '', call.query.idProperty);
  updateRecord(call.portal, record, call.body.properties, call.source);
  return { status: 200, body: show(call.portal, record, { all: true }) };
}

/** Into the recycle bin; doing it twice is fine. */
function archive(call: ApiCall): Reply {
  const type = typeOf(call, 'write');
  const id = call.params.id ?? '';
  const record = call.portal.records.get(type, id);
  if (record) archiveRecord(call.portal, record, call.source);
  else if (!call.portal.records.has(type, id)) throw notFound(id);
  return { status: 204 };
}
