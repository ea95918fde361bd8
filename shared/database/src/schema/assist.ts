import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { drafts } from './drafts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * What agents made of a draft beside its ticket. The draft itself is version 1 and stays in `drafts`; these are the later
 * ones. The key decides between two at once: a number has one text, for everybody.
 */
export const draftVersions = pgTable(
  'draft_versions',
  {
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    /** From 2, without gaps. */
    number: integer('number').notNull(),
    /** The operation that made it: repeated after a kill, it finds its own version. */
    operationId: uuid('operation_id').notNull(),
    how: text('how', { enum: ['regenerate', 'shorter', 'warmer', 'more-formal'] }).notNull(),
    /** Who asked for it, as the source system numbers agents; claimed by a browser, see the decision record. */
    agentId: text('agent_id').notNull(),
    /** Sealed JSON: text, citations, check, who asked and for what. */
    content: text('content').notNull(),
    language: text('language').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    modelWritten: boolean('model_written').notNull(),
    /** US dollars. */
    costUsd: numeric('cost_usd', { precision: 16, scale: 8 }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.draftId, table.number] }),
    unique('draft_versions_operation').on(table.operationId),
    check('draft_versions_number', sql`${table.number} >= 2`),
  ],
);

/** What an agent asked for and waits for. Ends after a day: the version that came of it stays, a translation does not. */
export const assistOperations = pgTable(
  'assist_operations',
  {
    id: uuid('id').primaryKey(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    /** Made by the browser: the same one twice is the same operation. */
    requestId: text('request_id').notNull(),
    /** Requests of others that came while it ran, and were answered with it. */
    joined: text('joined').array().notNull().default(sql`'{}'::text[]`),
    what: text('what', {
      enum: ['draft', 'regenerate', 'shorter', 'warmer', 'more-formal', 'translate', 'summarise'],
    }).notNull(),
    agentId: text('agent_id').notNull(),
    /** Sealed JSON: the request as it came, and the agent's name. */
    request: text('request').notNull(),
    step: text('step', { enum: ['queued', 'reading', 'searching', 'writing', 'checking', 'done'] }).notNull(),
    state: text('state', { enum: ['running', 'done', 'failed'] }).notNull(),
    /** Sealed JSON: the text of a translation or summary. */
    result: text('result'),
    /** A sentence for the agent; nothing of the ticket is in it. */
    failure: jsonb('failure').$type<{ message: string; retryable: boolean }>(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    unique('assist_operations_once').on(
      table.connector,
      table.account,
      table.resourceType,
      table.resourceId,
      table.requestId,
    ),
    // Of two agents who want another text at once, one gets it and the other joins: the database decides.
    uniqueIndex('assist_operations_one_text')
      .on(table.connector, table.account, table.resourceType, table.resourceId)
      .where(sql`state = 'running' and what not in ('translate', 'summarise')`),
    index('assist_operations_created').on(table.createdAt),
  ],
);

/** What agents thought of a version: one row for each agent, the last word counts. */
export const draftRatings = pgTable(
  'draft_ratings',
  {
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    agentId: text('agent_id').notNull(),
    good: boolean('good').notNull(),
    reasons: text('reasons').array().notNull(),
    /** Sealed; null for none, and for forgotten ones. */
    comment: text('comment'),
    ratedAt: instant('rated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.draftId, table.version, table.agentId] }),
    index('draft_ratings_rated').on(table.ratedAt),
  ],
);

/** Who was about to put which version into the composer, and what they were told. */
export const insertions = pgTable(
  'insertions',
  {
    id: uuid('id').primaryKey(),
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    agentId: text('agent_id').notNull(),
    verdict: text('verdict', { enum: ['ok', 'newer-message', 'replied', 'closed'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('insertions_draft').on(table.draftId)],
);
