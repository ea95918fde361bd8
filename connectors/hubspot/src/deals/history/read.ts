import type { Activity } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { chunksOf, inParallel } from '../../client/in-parallel.ts';
import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { BATCH_IDS } from '../../facts.ts';
import { newestFirst, propertyOf } from '../properties.ts';
import { isOurs } from '../write/marker.ts';
import { ACTIVITY_KINDS, type ActivityKind, activityOf } from './activity.ts';

/** Calls that read bodies, however long a history is: with 100 in each, the newest thousand. */
export const MAX_BODY_READS = 10;
const AT_ONCE = 5;
const KINDS = Object.keys(ACTIVITY_KINDS) as ActivityKind[];

export interface HistoryPorts {
  client: HubSpotClient;
  warn: (message: string, fields?: Record<string, string | number | boolean>) => void;
  /** Opens the deal at one activity. */
  urlOf: (activityId: string) => string | undefined;
}

/** Newest first. */
export type ActivityIds = ReadonlyMap<ActivityKind, readonly string[]>;

export interface History {
  /** Those of the newest that say something, in no order; none of our own notes and tasks. */
  activities: readonly Activity[];
  /** Ids of all that the deal has, read or not, without our own. */
  ids: readonly string[];
}

/** Which activities a deal has: by its links, which are strongly consistent, where a search would lag. */
export async function listActivities(
  dealId: string,
  ports: Pick<HistoryPorts, 'client' | 'warn'>,
  signal: AbortSignal,
): Promise<ActivityIds> {
  const lists = await Promise.all(
    KINDS.map((kind) =>
      unlessForbidden(kind, ports, [], async () => {
        const links = await ports.client.associations('deals', dealId, ACTIVITY_KINDS[kind].object, signal);
        return links.map(({ id }) => id).toSorted(newestFirst);
      }),
    ),
  );
  return new Map(KINDS.map((kind, i) => [kind, lists[i] ?? []]));
}

/** Reads the newest of each kind first, then more of those that have more: in all at most `MAX_BODY_READS` calls. */
export async function readActivities(ids: ActivityIds, ports: HistoryPorts, signal: AbortSignal): Promise<History> {
  const chunks = KINDS.flatMap((kind) =>
    chunksOf(ids.get(kind) ?? [], BATCH_IDS).map((chunk, round) => ({ kind, chunk, round })),
  ).toSorted((a, b) => a.round - b.round || newestFirst(a.chunk[0] ?? '', b.chunk[0] ?? ''));
  const batches = await inParallel(chunks.slice(0, MAX_BODY_READS), AT_ONCE, (chunk) =>
    readBodies(chunk, ports, signal),
  );
  const read = batches.flat();
  const ours = new Set(read.filter(isOwn).map(nameOf));
  const activities = read
    .filter((one) => !ours.has(nameOf(one)))
    .flatMap(({ kind, record }) => activityOf(kind, record, ports.urlOf(record.id)) ?? []);
  const mails = read.filter(({ kind }) => kind === 'email');
  // Without `sales-email-read`, mails may come with nothing in them.
  if (mails.length > 0 && !activities.some(({ kind }) => kind === 'email'))
    ports.warn('HubSpot gives mails without their text: the app may lack the permission sales-email-read');
  const all = KINDS.flatMap((kind) => (ids.get(kind) ?? []).map((id) => `${kind}:${id}`));
  return { activities, ids: all.filter((id) => !ours.has(id)) };
}

interface ReadRecord {
  kind: ActivityKind;
  record: CrmObject;
}

async function readBodies(
  { kind, chunk }: { kind: ActivityKind; chunk: readonly string[] },
  ports: HistoryPorts,
  signal: AbortSignal,
): Promise<ReadRecord[]> {
  return unlessForbidden(kind, ports, [], async () => {
    const { object, properties } = ACTIVITY_KINDS[kind];
    const { found } = await ports.client.batchRead(object, chunk, properties, signal);
    return found.map((record) => ({ kind, record }));
  });
}

const nameOf = ({ kind, record }: ReadRecord) => `${kind}:${record.id}`;

/** What we wrote ourselves is no news about the customer. */
function isOwn({ record }: ReadRecord): boolean {
  return ['hs_note_body', 'hs_task_body'].some((name) => isOurs(propertyOf(record, name) ?? ''));
}

/** An account that gave fewer permissions gets proposals from the rest of its history. */
async function unlessForbidden<Value>(
  kind: ActivityKind,
  { warn }: Pick<HistoryPorts, 'warn'>,
  otherwise: Value,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.kind !== 'permission') throw thrown;
    warn(`Proposals are written without ${ACTIVITY_KINDS[kind].object}: ${thrown.message}`, { kind });
    return otherwise;
  }
}
