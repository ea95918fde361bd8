import { boolean, index, integer, jsonb, numeric, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Attempt, Citation, Outcome } from './stored-json.ts';

/** One row for each message that asked for a draft, whatever became of it. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid('id').primaryKey(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    /** The message that is answered, once it is known; one revision never gets two drafts. */
    revision: text('revision'),
    /** The delivery that works on it. A repeat of the same job goes on; another job finds it taken. */
    deliveryId: text('delivery_id').notNull(),
    state: text('state', { enum: ['working', 'drafted', 'skipped', 'failed'] }).notNull(),
    outcome: jsonb('outcome').$type<Outcome>(),
    subject: text('subject').notNull().default(''),
    customerName: text('customer_name'),
    language: text('language'),
    url: text('url'),
    /** The draft as it was written back. */
    text: text('text'),
    citations: jsonb('citations').$type<Citation[]>().notNull().default([]),
    attempts: jsonb('attempts').$type<Attempt[]>().notNull().default([]),
    provider: text('provider'),
    model: text('model'),
    modelWritten: boolean('model_written'),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    /** US dollars. */
    costUsd: numeric('cost_usd', { precision: 16, scale: 8 }),
    cache: text('cache', { enum: ['hit', 'miss', 'off'] }),
    /** Where the draft is in the source system: the note and its audit. */
    artefactId: text('artefact_id'),
    auditId: text('audit_id'),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'date' }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true, mode: 'date' }),
  },
  (table) => [
    unique('drafts_once').on(table.connector, table.account, table.resourceType, table.resourceId, table.revision),
    index('drafts_received').on(table.receivedAt.desc(), table.id),
    index('drafts_state').on(table.state, table.receivedAt.desc()),
  ],
);
