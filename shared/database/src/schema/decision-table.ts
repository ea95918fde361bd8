import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** A table of what each account has decided on one matter, as JSON; an account without a row has decided nothing. */
export function decisionTable(name: string, column: string) {
  return pgTable(
    name,
    {
      connector: text('connector').notNull(),
      account: text('account').notNull(),
      value: jsonb(column).$type<Record<string, unknown>>().notNull(),
      /** Counts changes, from 1. */
      revision: integer('revision').notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull(),
      /** A user's id. */
      updatedBy: text('updated_by'),
    },
    (table) => [primaryKey({ columns: [table.connector, table.account] })],
  );
}

export type DecisionTable = ReturnType<typeof decisionTable>;
