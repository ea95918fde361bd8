import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { BATCH_IDS } from '../../facts.ts';
import { newestFirst, propertyOf } from '../properties.ts';
import { readAll } from '../read-all.ts';

/** What we wrote in an earlier try is among the newest: nobody adds three hundred notes between two tries. */
const MAX_LOOKED_AT = 3 * BATCH_IDS;

/**
 * The record on a deal whose `property` holds the marker, newest first. By links and not by search: its index lags, and
 * would not know what was written a second ago.
 */
export async function findMarked(
  client: HubSpotClient,
  where: { dealId: string; type: 'notes' | 'tasks' | 'quotes'; property: string; marker: string },
  also: readonly string[],
  signal: AbortSignal,
): Promise<CrmObject | undefined> {
  const links = await client.associations('deals', where.dealId, where.type, signal);
  const ids = links
    .map(({ id }) => id)
    .toSorted(newestFirst)
    .slice(0, MAX_LOOKED_AT);
  for (let at = 0; at < ids.length; at += BATCH_IDS) {
    const batch = ids.slice(at, at + BATCH_IDS);
    const found = await readAll(client, where.type, batch, [where.property, ...also], signal);
    const ours = found.find((record) => propertyOf(record, where.property)?.includes(where.marker));
    if (ours) return ours;
  }
  return undefined;
}
