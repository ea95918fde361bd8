import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, numeric, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Attempt, Outcome, ResourceFacts } from './stored-json.ts';

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
    language: text('language'),
    /** What rules and figures go by: brand, group, channel ...; no personal data. */
    facts: jsonb('facts').$type<ResourceFacts>(),
    /** When the message that is answered was written. */
    askedAt: timestamp('asked_at', { withTimezone: true, mode: 'date' }),
    url: text('url'),
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
    /** Sealed JSON: subject and customer name, which lists show. */
    about: text('about'),
    /** Sealed JSON: the draft as it was written back, its citations, its check. */
    content: text('content'),
    /** Sentences that claim something, and how many of them a source supports. */
    claims: integer('claims'),
    supported: integer('supported'),
    /** When `about` and `content` were forgotten, and why. */
    forgottenAt: timestamp('forgotten_at', { withTimezone: true, mode: 'date' }),
    forgottenWhy: text('forgotten_why', { enum: ['retention', 'request', 'source'] }),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'date' }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true, mode: 'date' }),
  },
  (table) => [
    unique('drafts_once').on(table.connector, table.account, table.resourceType, table.resourceId, table.revision),
    index('drafts_received').on(table.receivedAt.desc(), table.id),
    index('drafts_state').on(table.state, table.receivedAt.desc()),
    // What still has words to forget; the others are most of the old ones.
    index('drafts_with_words').on(table.receivedAt).where(sql`forgotten_at is null`),
  ],
);
