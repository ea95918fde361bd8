import { AppError } from '@draftsmith/errors';
import { BATCH_IDS, PATHS, SEARCH_BODY, SEARCH_PAGE } from '../facts.ts';
import type { AssociationSpec } from './associations.ts';
import { chunksOf, inParallel } from './in-parallel.ts';
import { batchAnswer, type CrmObject, crmObject, objectPage } from './schemas.ts';
import { idIn, type Transport } from './transport.ts';

export type ObjectType =
  | 'calls'
  | 'companies'
  | 'contacts'
  | 'deals'
  | 'emails'
  | 'line_items'
  | 'meetings'
  | 'notes'
  | 'products'
  | 'quote_templates'
  | 'quotes'
  | 'tasks';

export interface NewObject {
  properties: Readonly<Record<string, string>>;
  associations?: readonly { to: string; types: readonly AssociationSpec[] }[];
}

export interface SearchRequest {
  filters: readonly { propertyName: string; operator: string; value?: string; values?: readonly string[] }[];
  sort?: { propertyName: string; direction: 'ASCENDING' | 'DESCENDING' };
  properties: readonly string[];
  /** At most 200. */
  limit: number;
  after?: string;
}

/**
 * Records of the CRM, read and made. Nothing here changes or removes one: what a person wrote stays as it is. An id that is not
 * there is `not-found` with code `resource-gone`.
 */
export interface Objects {
  /** Unknown properties are left out by HubSpot, empty ones are null; all values are strings. */
  getObject(type: ObjectType, id: string, properties: readonly string[], signal: AbortSignal): Promise<CrmObject>;
  /**
   * In the order of `ids`, each once; any number of them. `missing`: not there (any more), or not read just now. A partial
   * answer is no failure here; where nothing may be missing, ask for these one by one.
   */
  batchRead(
    type: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    signal: AbortSignal,
  ): Promise<{ found: readonly CrmObject[]; missing: readonly string[] }>;
  /** Sent once: after a failure without an answer it may be there. */
  createObject(type: ObjectType, object: NewObject, signal: AbortSignal): Promise<CrmObject>;
  /**
   * At most 100, all or none, in one call; the results come in any order.
   * @throws AppError `unavailable` with code `hubspot.partial-write` where HubSpot made only some all the same
   */
  batchCreate(type: ObjectType, objects: readonly NewObject[], signal: AbortSignal): Promise<readonly CrmObject[]>;
  /** Lags behind writes by seconds to minutes: never to find what we have just written. */
  search(
    type: ObjectType,
    request: SearchRequest,
    signal: AbortSignal,
  ): Promise<{ total: number; items: readonly CrmObject[]; after: string | undefined }>;
  /** The first page of all records, for types of which an account has few. */
  list(type: ObjectType, properties: readonly string[], signal: AbortSignal): Promise<readonly CrmObject[]>;
}

/** Batches of one reading that are under way at the same time. */
const AT_ONCE = 5;

const pathOf = (type: ObjectType) => `${PATHS.objects}/${type}`;

export function createObjects({ request }: Transport): Objects {
  async function readBatch(
    type: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    signal: AbortSignal,
  ) {
    const json = { properties, inputs: ids.map((id) => ({ id })) };
    return request({ method: 'POST', path: `${pathOf(type)}/batch/read`, json }, batchAnswer, signal);
  }

  return {
    getObject(type, id, properties, signal) {
      const query = { properties: properties.join(',') };
      return request({ method: 'GET', path: `${pathOf(type)}/${idIn(id)}`, query }, crmObject, signal);
    },

    async batchRead(type, ids, properties, signal) {
      // The same id twice in one batch is refused.
      const wanted = [...new Set(ids)];
      const answers = await inParallel(chunksOf(wanted, BATCH_IDS), AT_ONCE, (chunk) =>
        readBatch(type, chunk, properties, signal),
      );
      const byId = new Map(answers.flatMap(({ results }) => results).map((object) => [object.id, object]));
      return {
        found: wanted.flatMap((id) => byId.get(id) ?? []),
        missing: wanted.filter((id) => !byId.has(id)),
      };
    },

    createObject: (type, object, signal) =>
      request({ method: 'POST', path: pathOf(type), json: bodyOf(object) }, crmObject, signal),

    async batchCreate(type, objects, signal) {
      if (objects.length === 0) return [];
      if (objects.length > BATCH_IDS)
        throw new AppError('invalid', `HubSpot takes ${BATCH_IDS} new records at once, and no more`, {
          code: 'hubspot.batch-too-large',
        });
      const json = { inputs: objects.map(bodyOf) };
      const { results } = await request(
        { method: 'POST', path: `${pathOf(type)}/batch/create`, json },
        batchAnswer,
        signal,
      );
      if (results.length === objects.length) return results;
      throw new AppError('unavailable', 'HubSpot made only some of the new records', { code: 'hubspot.partial-write' });
    },

    async search(type, { filters, sort, properties, limit, after }, signal) {
      const json = {
        filterGroups: filters.length > 0 ? [{ filters }] : [],
        ...(sort && { sorts: [sort] }),
        properties,
        limit: Math.min(limit, SEARCH_PAGE),
        ...(after !== undefined && { after }),
      };
      if (JSON.stringify(json).length > SEARCH_BODY)
        throw new AppError('invalid', 'The search is longer than HubSpot takes', { code: 'hubspot.search-too-long' });
      const path = `${pathOf(type)}/search`;
      const { total, results, paging } = await request({ method: 'POST', path, json }, objectPage, signal);
      return { total: total ?? results.length, items: results, after: paging?.next?.after };
    },

    async list(type, properties, signal) {
      const query = { properties: properties.join(','), limit: BATCH_IDS };
      return (await request({ method: 'GET', path: pathOf(type), query }, objectPage, signal)).results;
    },
  };
}

function bodyOf({ properties, associations = [] }: NewObject) {
  return { properties, associations: associations.map(({ to, types }) => ({ to: { id: to }, types })) };
}
