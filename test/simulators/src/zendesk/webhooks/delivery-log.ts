import type { Delivery } from './deliver.ts';

/** A bench makes hundreds of thousands of deliveries; the newest are kept. */
const MAX_ENTRIES = 50_000;

export interface DeliveryLog {
  add(delivery: Delivery): void;
  /** Oldest first. */
  all(): readonly Delivery[];
  ofWebhook(webhookId: string): readonly Delivery[];
}

export function createDeliveryLog(maxEntries = MAX_ENTRIES): DeliveryLog {
  let entries: Delivery[] = [];
  return {
    add(delivery) {
      entries.push(delivery);
      // Cut in halves, not one by one: shifting an array of this length at every delivery would dominate a load test.
      if (entries.length > maxEntries * 2) entries = entries.slice(-maxEntries);
    },
    all: () => entries,
    ofWebhook: (webhookId) => entries.filter((delivery) => delivery.webhookId === webhookId),
  };
}
