import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

/** Every verified webhook delivery, identifiers only. Written before the acknowledgement; the same id twice is one row. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    /** The source system's id of the delivery, with the event's position for batches. */
    deliveryId: text('delivery_id').notNull(),
    eventType: text('event_type'),
    resourceType: text('resource_type'),
    resourceId: text('resource_id'),
    /** Set when the event was understood and left alone. */
    ignoredReason: text('ignored_reason'),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [
    unique('deliveries_once').on(table.connector, table.account, table.deliveryId),
    index('deliveries_received').on(table.receivedAt),
  ],
);
