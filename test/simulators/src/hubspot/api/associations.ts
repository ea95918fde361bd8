import type { AssociationKind } from '../crm/association-types.ts';
import { connect, disconnect } from '../crm/connect.ts';
import type { End, Link } from '../crm/links.ts';
import { type ObjectType, objectType } from '../crm/object-types.ts';
import { batchReply, inputsOf } from './batch.ts';
import type { ApiCall, Endpoints, Reply } from './endpoint.ts';
import { typeOf } from './objects.ts';
import type { PartialFaults } from './partial-faults.ts';
import { invalid, notFound, Refusal } from './refusal.ts';

const MAX_PAGE = 500;
const MAX_READS = 1_000;
const MAX_WRITES = 2_000;

interface Spec {
  associationCategory?: unknown;
  associationTypeId?: unknown;
}

/** Associations v4. */
export function registerAssociations(api: Endpoints, partial: PartialFaults): void {
  api.on('get', '/crm/objects/:from/:id/associations/:to', [], readOne);
  api.on('put', '/crm/objects/:from/:id/associations/default/:to/:toId', [], linkPlain);
  api.on('put', '/crm/objects/:from/:id/associations/:to/:toId', [], linkLabelled);
  api.on('delete', '/crm/objects/:from/:id/associations/:to/:toId', [], unlink);
  api.on('post', '/crm/associations/:from/:to/batch/read', [], (call) => readBatch(call, partial));
  api.on('post', '/crm/associations/:from/:to/batch/create', [], (call) => createBatch(call, false));
  api.on('post', '/crm/associations/:from/:to/batch/associate/default', [], (call) => createBatch(call, true));
  api.on('post', '/crm/associations/:from/:to/batch/archive', [], archiveBatch);
  api.on('get', '/crm/associations/:from/:to/labels', [], (call) => {
    const kinds = call.portal.links.kinds.of(objectType(call.params.from ?? ''), objectType(call.params.to ?? ''));
    return {
      status: 200,
      body: { results: kinds.map(({ category, typeId, label }) => ({ category, typeId, label })) },
    };
  });
}

function ends(call: ApiCall, access: 'read' | 'write'): { from: End; to: ObjectType } {
  const type = typeOf(call, access, 'from');
  const to = typeOf(call, access, 'to');
  const id = call.params.id ?? '';
  if (call.params.id !== undefined && !call.portal.records.get(type, id)) throw notFound(id);
  return { from: { type, id }, to };
}

/** The one place where HubSpot answers an id as a number. */
function shown({ toId, kinds }: Link): Record<string, unknown> {
  return {
    toObjectId: Number(toId),
    associationTypes: kinds.map(({ category, typeId, label }) => ({ category, typeId, label })),
  };
}

function readOne(call: ApiCall): Reply {
  const { from, to } = ends(call, 'read');
  const limit = Number(call.query.limit ?? MAX_PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    throw invalid(`limit must be between 1 and ${MAX_PAGE}`);
  const last = readCursor(call.query.after);
  const rest = call.portal.links.of(from, to).filter(({ toId }) => Number(toId) > last);
  const page = rest.slice(0, limit);
  const after = Buffer.from(page.at(-1)?.toId ?? '').toString('base64');
  const link = `https://api.hubapi.com${call.request.path}?limit=${limit}&after=${encodeURIComponent(after)}`;
  const more = rest.length > limit ? { paging: { next: { after, link } } } : {};
  return { status: 200, body: { results: page.map(shown), ...more } };
}

function readCursor(after: string | undefined): number {
  if (after === undefined) return 0;
  // Recorded tokens come with their `=` escaped already; clients escape them once more.
  const last = Number(Buffer.from(decodeURIComponent(after), 'base64').toString());
  if (!Number.isFinite(last)) throw invalid(`Invalid paging token: ${after}`);
  return last;
}

function readBatch(call: ApiCall, partial: PartialFaults): Reply {
  const { from, to } = ends(call, 'read');
  const { kept, failed } = partial.split(call.request.originalUrl, inputsOf(call.body, MAX_READS));
  const results: unknown[] = [];
  const errors: unknown[] = [...failed];
  for (const { id: given } of kept) {
    const id = String(given);
    const links = call.portal.links.of({ type: from.type, id }, to);
    if (links.length > 0) results.push({ from: { id }, to: links.map(shown) });
    else errors.push(noAssociations(from.type, id, to));
  }
  return batchReply(call, results, errors, 200);
}

/** Recorded: nothing linked is an error entry, also for a record that does not exist. */
function noAssociations(from: ObjectType, id: string, to: ObjectType): Record<string, unknown> {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
  };
}

function target(call: ApiCall, type: ObjectType): End {
  const id = call.params.toId ?? '';
  if (!call.portal.records.get(type, id)) throw notFound(id);
  return { type, id };
}

function linkPlain(call: ApiCall): Reply {
  const { from, to } = ends(call, 'write');
  const end = target(call, to);
  const kind = call.portal.links.kinds.plain(from.type, to);
  connect(call.portal, from, end, kind, call.source);
  const inverse = call.portal.links.kinds.inverse(kind);
  return batchReply(call, [spec(from, end, kind), spec(end, from, inverse)], [], 200);
}

function spec(from: End, to: End, { category, typeId }: AssociationKind): Record<string, unknown> {
  const associationSpec = { associationCategory: category, associationTypeId: typeId };
  return { from: { id: from.id }, to: { id: to.id }, associationSpec };
}

function linkLabelled(call: ApiCall): Reply {
  const { from, to } = ends(call, 'write');
  const specs: unknown = call.request.body;
  if (!Array.isArray(specs) || specs.length === 0)
    throw invalid('Invalid input JSON: a list of association types is needed');
  const end = target(call, to);
  const kinds = specs.map((one: Spec) => call.portal.links.kinds.find(from.type, to, one));
  for (const kind of kinds) connect(call.portal, from, end, kind, call.source);
  const labels = kinds.map(({ label }) => label).filter((label) => label !== null);
  const ids = { fromObjectId: Number(from.id), toObjectId: Number(end.id), labels };
  return { status: 201, body: { fromObjectTypeId: from.type.id, toObjectTypeId: to.id, ...ids } };
}

function unlink(call: ApiCall): Reply {
  const { from, to } = ends(call, 'write');
  disconnect(call.portal, from, { type: to, id: call.params.toId ?? '' }, call.source);
  return { status: 204 };
}

interface Pair {
  from?: { id?: unknown };
  to?: { id?: unknown };
  types?: Spec[];
}

function createBatch(call: ApiCall, plain: boolean): Reply {
  const types = ends(call, 'write');
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const input of inputsOf(call.body, MAX_WRITES) as Pair[]) {
    const from = { type: types.from.type, id: String(input.from?.id) };
    const to = { type: types.to, id: String(input.to?.id) };
    try {
      for (const end of [from, to]) if (!call.portal.records.get(end.type, end.id)) throw unknownId(end.id);
      const kinds = call.portal.links.kinds;
      const chosen = plain
        ? [kinds.plain(from.type, to.type)]
        : (input.types ?? []).map((one) => kinds.find(from.type, to.type, one));
      for (const kind of chosen) {
        connect(call.portal, from, to, kind, call.source);
        results.push(spec(from, to, kind));
      }
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      errors.push(thrown.entry());
    }
  }
  return batchReply(call, results, errors, plain ? 200 : 201);
}

function unknownId(id: string): Refusal {
  return invalid(`${id} is not a valid ID`, {
    subCategory: 'crm.associations.INVALID_IDENTIFIER',
    context: { id: [id] },
  });
}

function archiveBatch(call: ApiCall): Reply {
  const { from, to } = ends(call, 'write');
  const inputs = inputsOf(call.body, MAX_WRITES) as { from?: { id?: unknown }; to?: { id?: unknown }[] }[];
  for (const input of inputs) {
    for (const end of input.to ?? []) {
      disconnect(
        call.portal,
        { type: from.type, id: String(input.from?.id) },
        { type: to, id: String(end.id) },
        call.source,
      );
    }
  }
  return { status: 204 };
}
