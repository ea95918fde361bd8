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

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Of each deal that a proposal was asked for: what its versions share, and what became of it. */
export const proposals = pgTable(
  'proposals',
  {
    /** Also what the ledger files completions under, so that whoever forgets the proposal finds them. */
    id: uuid('id').primaryKey(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    /** Of the newest version. Goes up by one with each, within its transaction: no holes, no doubles. */
    lastNumber: integer('last_number').notNull().default(0),
    /** Sealed JSON: the deal's name. */
    about: text('about'),
    /** Where a person opens the deal. */
    url: text('url'),
    /** When the first version was asked for. */
    askedAt: instant('asked_at').notNull(),
    /** The name of the deal's stage when the first version was written, and when it was looked at last. */
    stageThen: text('stage_then'),
    stageNow: text('stage_now'),
    stageOutcome: text('stage_outcome', { enum: ['open', 'won', 'lost'] }),
    sentAt: instant('sent_at'),
    followedAt: instant('followed_at'),
    /** The deal is no longer there. */
    gone: boolean('gone').notNull().default(false),
    /** When words were taken out last; later ones may have come. */
    forgottenAt: instant('forgotten_at'),
    forgottenWhy: text('forgotten_why', { enum: ['retention', 'request', 'source'] }),
  },
  (table) => [
    unique('proposals_deal').on(table.connector, table.account, table.resourceType, table.resourceId),
    index('proposals_asked').on(table.askedAt),
  ],
);

/** What somebody asked for, or an automation, and waits for. */
export const proposalOperations = pgTable(
  'proposal_operations',
  {
    id: uuid('id').primaryKey(),
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    /** Made by the client: the same one twice is the same operation. */
    requestId: text('request_id').notNull(),
    /** Automations that came while it ran, and are answered with it. */
    joined: text('joined').array().notNull().default(sql`'{}'::text[]`),
    what: text('what', { enum: ['generate', 'regenerate', 'edit', 'restore', 'attach', 'quote'] }).notNull(),
    /** As the source system numbers its users; null for an automation. */
    userId: text('user_id'),
    /** Sealed JSON: the request as it came, who asked, and what the deal is about. */
    request: text('request').notNull(),
    step: text('step', {
      enum: ['queued', 'reading', 'writing', 'checking', 'rendering', 'filing', 'noting', 'done'],
    }).notNull(),
    state: text('state', { enum: ['running', 'done', 'failed'] }).notNull(),
    /** Of its tries: only the newest may write. */
    fence: integer('fence').notNull().default(0),
    /** The version that it made or worked on. */
    version: integer('version'),
    /** A code of PROPOSAL_PROBLEMS. */
    problem: text('problem'),
    /** Sealed JSON: words and gaps of the problem. */
    detail: text('detail'),
    /** Workflows that wait for its end. */
    callbacks: text('callbacks').array().notNull().default(sql`'{}'::text[]`),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    unique('proposal_operations_once').on(table.proposalId, table.requestId),
    // Of two who start at once, one does: the database decides.
    uniqueIndex('proposal_operations_one_running').on(table.proposalId).where(sql`state = 'running'`),
    index('proposal_operations_expires').on(table.expiresAt),
  ],
);

/** Immutable, except that a rotation seals the content anew. */
export const proposalVersions = pgTable(
  'proposal_versions',
  {
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    /** From 1. */
    number: integer('number').notNull(),
    /** The operation that made it: repeated after a kill, it finds its own version. */
    operationId: uuid('operation_id').notNull(),
    how: text('how', { enum: ['generate', 'regenerate', 'edit', 'restore'] }).notNull(),
    userId: text('user_id'),
    /** Of the deal that it rests on. */
    revision: text('revision').notNull(),
    /** Sealed JSON: the content, how it looks, who asked. Null once it was forgotten; the figures stay. */
    content: text('content'),
    /** SHA-256 of the canonical content, hex. */
    hash: text('hash').notNull(),
    /** BCP 47. */
    locale: text('locale').notNull(),
    /** Formatted in its locale. */
    total: text('total').notNull(),
    /** What it comes to over its terms, or in its first year without them, decimal string: what a threshold is compared with. */
    largest: text('largest').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    modelWritten: boolean('model_written').notNull(),
    /** Of this version alone, US dollars. */
    costUsd: numeric('cost_usd', { precision: 16, scale: 8 }).notNull(),
    /** Rows of the ledger. */
    completions: text('completions').array().notNull(),
    /** Sentences that the lock took out, in all sections. */
    refused: integer('refused').notNull(),
    /** Words of each section, and how many of them people changed: figures that outlive the words. */
    edited: jsonb('edited').$type<Record<string, { words: number; changed: number }>>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.proposalId, table.number] }),
    unique('proposal_versions_operation').on(table.operationId),
    index('proposal_versions_created').on(table.createdAt),
    check('proposal_versions_number', sql`${table.number} >= 1`),
  ],
);

/** What was written into the source system for a version. Stays when its words are forgotten: somebody has to find it there. */
export const proposalWrites = pgTable(
  'proposal_writes',
  {
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['attach', 'quote', 'approval'] }).notNull(),
    /** `writing`: it may stand there; whoever repeats it with the same key finds out. */
    state: text('state', { enum: ['writing', 'done', 'differs'] }).notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** As the source system numbers them: note and files, quote, task. */
    artefactIds: text('artefact_ids').array().notNull().default(sql`'{}'::text[]`),
    url: text('url'),
    startedAt: instant('started_at').notNull(),
    doneAt: instant('done_at'),
    /** The note says that somebody must agree: only such a one opens what is above the threshold. */
    asksApproval: boolean('asks_approval').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.proposalId, table.number, table.kind] }),
    index('proposal_writes_done').on(table.kind, table.doneAt),
  ],
);

/** Which proposals are about whom, without saying who: as `draft_people`. */
export const proposalPeople = pgTable(
  'proposal_people',
  {
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['email', 'phone', 'name', 'account', 'reference'] }).notNull(),
    /** HMAC-SHA-256 under a key of its own, base64url. */
    digest: text('digest').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.proposalId, table.kind, table.digest] }),
    index('proposal_people_digest').on(table.digest),
  ],
);
