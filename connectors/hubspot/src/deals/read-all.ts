import { AppError, isAppError } from '@draftsmith/errors';
import { inParallel } from '../client/in-parallel.ts';
import type { ObjectType } from '../client/objects.ts';
import type { CrmObject } from '../client/schemas.ts';
import type { HubSpotClient } from '../client.ts';

/** Ids of one batch that are asked for one by one when the batch leaves them out. */
const MAX_SINGLE_READS = 20;
const AT_ONCE = 5;

/**
 * All records of these ids that exist, in their order. A batch answers 207 as well for what was deleted as for what HubSpot
 * could not read just now; a line item or a note of ours that is taken for deleted would be missing from a sum, or written
 * again. So whatever a batch leaves out is asked for by itself.
 *
 * @throws AppError `unavailable` when it leaves out more than that
 */
export async function readAll(
  client: HubSpotClient,
  type: ObjectType,
  ids: readonly string[],
  properties: readonly string[],
  signal: AbortSignal,
): Promise<CrmObject[]> {
  const { found, missing } = await client.batchRead(type, ids, properties, signal);
  if (missing.length === 0) return [...found];
  if (missing.length > MAX_SINGLE_READS)
    throw new AppError('unavailable', 'HubSpot gave only some of the records that it was asked for', {
      code: 'hubspot.partial-read',
    });
  const single = await inParallel(missing, AT_ONCE, (id) => readOne(client, type, id, properties, signal));
  const byId = new Map([...found, ...single.flat()].map((record) => [record.id, record]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

async function readOne(
  client: HubSpotClient,
  type: ObjectType,
  id: string,
  properties: readonly string[],
  signal: AbortSignal,
): Promise<CrmObject[]> {
  try {
    return [await client.getObject(type, id, properties, signal)];
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === 'resource-gone') return [];
    throw thrown;
  }
}
