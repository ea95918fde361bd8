import { AppError } from '@draftsmith/errors';
import { ASSOCIATIONS_PAGE, BATCH_ASSOCIATIONS, PATHS } from '../facts.ts';
import { chunksOf, inParallel } from './in-parallel.ts';
import type { ObjectType } from './objects.ts';
import { associationBatch, associationPage } from './schemas.ts';
import { idIn, type Transport } from './transport.ts';

/** What a link is, when it is written: e.g. `HUBSPOT_DEFINED`, 214 for a note on a deal. */
export interface AssociationSpec {
  associationCategory: 'HUBSPOT_DEFINED' | 'USER_DEFINED' | 'INTEGRATOR_DEFINED';
  associationTypeId: number;
}

/** A link as it is read. One pair may have several: primary, decision maker, none in particular. */
export interface Association {
  id: string;
  types: readonly { category: string | undefined; typeId: number; label: string | undefined }[];
}

/** Links between records; strongly consistent, and not under the limits of search. No link at all is an empty list. */
export interface Associations {
  /** All pages, at most 20,000 links; more than that is warned of and left. */
  associations(from: ObjectType, id: string, to: ObjectType, signal: AbortSignal): Promise<readonly Association[]>;
  /**
   * Of many records at once, by the id they start from; each of `ids` has its entry.
   * @throws AppError `unavailable` with code `hubspot.partial-answer` where some could not be read
   */
  batchAssociations(
    from: ObjectType,
    ids: readonly string[],
    to: ObjectType,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly Association[]>>;
}

/** A list that never ends must end here. */
const MAX_PAGES = 40;
/** Times that one batch is asked for the rest of long lists. */
const MAX_ROUNDS = 20;
const AT_ONCE = 5;

interface ReadLink {
  toObjectId: string;
  associationTypes: readonly {
    category?: string | null | undefined;
    typeId: number;
    label?: string | null | undefined;
  }[];
}

export function createAssociations({ request }: Transport, warn: (message: string) => void): Associations {
  async function readBatch(
    path: string,
    ids: readonly string[],
    into: Map<string, Association[]>,
    signal: AbortSignal,
  ): Promise<void> {
    let inputs: { id: string; after?: string }[] = ids.map((id) => ({ id }));
    for (let round = 0; inputs.length > 0; round += 1) {
      if (round === MAX_ROUNDS) return warn('A list of links of HubSpot did not end and was left where it was');
      // A record without links is an entry in `errors` as well (NO_ASSOCIATIONS_FOUND), and no failure.
      const { results, errors } = await request({ method: 'POST', path, json: { inputs } }, associationBatch, signal);
      refuseFailures(errors ?? []);
      for (const { from, to } of results) into.get(from.id)?.push(...to.map(linkOf));
      inputs = results.flatMap(({ from, paging }) => (paging?.next ? [{ id: from.id, after: paging.next.after }] : []));
    }
  }

  return {
    async associations(from, id, to, signal) {
      const path = `${PATHS.objects}/${from}/${idIn(id)}/associations/${to}`;
      const links: Association[] = [];
      let after: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const query = { limit: ASSOCIATIONS_PAGE, after };
        const { results, paging } = await request({ method: 'GET', path, query }, associationPage, signal);
        links.push(...results.map(linkOf));
        const next = paging?.next?.after;
        // The same place again would give the same page for ever.
        if (next === undefined || next === after) return links;
        after = next;
      }
      warn(`A record of HubSpot has more than ${links.length} links of one kind: the others were left`);
      return links;
    },

    async batchAssociations(from, ids, to, signal) {
      const found = new Map<string, Association[]>(ids.map((id) => [id, []]));
      const path = `${PATHS.associations}/${from}/${to}/batch/read`;
      await inParallel(chunksOf([...found.keys()], BATCH_ASSOCIATIONS), AT_ONCE, (chunk) =>
        readBatch(path, chunk, found, signal),
      );
      return found;
    },
  };
}

/** A record that could not be read must not pass for one without links. */
function refuseFailures(errors: readonly { category?: string | null | undefined }[]): void {
  if (errors.every(({ category }) => category === 'OBJECT_NOT_FOUND')) return;
  throw new AppError('unavailable', 'HubSpot gave only a part of the links', { code: 'hubspot.partial-answer' });
}

function linkOf({ toObjectId, associationTypes }: ReadLink): Association {
  return {
    id: toObjectId,
    types: associationTypes.map(({ category, typeId, label }) => ({
      category: category ?? undefined,
      typeId,
      label: label ?? undefined,
    })),
  };
}
