import type { EventEffect } from '@draftsmith/contracts';
import { coalesce, type Database } from '@draftsmith/database';
import { deliveries } from '@draftsmith/database/schema';
import type { JobQueue } from '@draftsmith/jobs';

/** One event of a verified delivery, identifiers only. */
export interface InboxEntry {
  connector: string;
  account: string;
  /** Unique within the account: the delivery's id, with the event's position where one delivery carries several. */
  deliveryId: string;
  eventType?: string;
  /** Which job the event brings; absent for ignored ones. */
  effect?: EventEffect;
  resource?: { type: string; id: string };
  ignoredReason?: string;
  receivedAt: Date;
}

export interface Inbox {
  /**
   * Records the event and its job, durably and together. When it resolves, a crash loses nothing.
   *
   * @returns `duplicate` when this delivery was recorded before.
   */
  record(entry: InboxEntry): Promise<'recorded' | 'duplicate'>;
}

/** Requests that come at the same time share one transaction; that is what makes hundreds of acknowledgements a second. */
export function createInbox({ database, queue }: { database: Database; queue: JobQueue }): Inbox {
  const record = coalesce<InboxEntry, 'recorded' | 'duplicate'>(
    async (entries) => {
      const fresh = await database.orm.transaction(async (tx) => {
        const inserted = await tx.insert(deliveries).values(entries.map(toRow)).onConflictDoNothing().returning({
          connector: deliveries.connector,
          account: deliveries.account,
          deliveryId: deliveries.deliveryId,
        });
        const keys = new Set(inserted.map(keyOf));
        // A repeat within this very batch must not bring a second job.
        const firsts = entries.filter((entry) => keys.delete(keyOf(entry)));
        for (const [effect, some] of Map.groupBy(firsts, (entry) => entry.effect))
          if (effect) await queue.enqueue(effect, some.flatMap(toJob), tx);
        return new Set(firsts);
      });
      return entries.map((entry) => (fresh.has(entry) ? 'recorded' : 'duplicate'));
    },
    { maxBatch: 200 },
  );
  return { record };
}

const keyOf = (entry: Pick<InboxEntry, 'connector' | 'account' | 'deliveryId'>) =>
  JSON.stringify([entry.connector, entry.account, entry.deliveryId]);

function toRow({ resource, effect: _, ...entry }: InboxEntry) {
  return { ...entry, resourceType: resource?.type ?? null, resourceId: resource?.id ?? null };
}

function toJob({ connector, account, deliveryId, resource }: InboxEntry) {
  return resource ? [{ connector, account, resourceType: resource.type, resourceId: resource.id, deliveryId }] : [];
}
