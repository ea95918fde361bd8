import type { Delivery } from './deliver.ts';

/** A bench makes hundreds of thousands of deliveries; the newest are kept. */
const MAX_ENTRIES = 10_000;

export interface DeliveryLog {
  add(delivery: Delivery): void;
  /** Oldest first; at least the newest 10,000. */
  all(): readonly Delivery[];
  ofWebhook(webhookId: string): readonly Delivery[];
  /** Attempts since the start by outcome, also those that are no longer kept. */
  counts(): Readonly<Record<Delivery['outcome'], number>>;
}

export function createDeliveryLog(maxEntries = MAX_ENTRIES): DeliveryLog {
  let entries: Delivery[] = [];
  const counts = { delivered: 0, lost: 0, 'will-retry': 0, 'circuit-broken': 0 };
  return {
    add(delivery) {
      counts[delivery.outcome] += 1;
      entries.push(delivery);
      // Cut in halves, not one by one: shifting an array of this length at every delivery would dominate a load test.
      if (entries.length > maxEntries * 2) entries = entries.slice(-maxEntries);
    },
    all: () => entries,
    ofWebhook: (webhookId) => entries.filter((delivery) => delivery.webhookId === webhookId),
    counts: () => counts,
  };
}
