import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One row for each account that was connected; what is secret about it rests sealed in `secrets`. */
export const installations = pgTable(
  'installations',
  {
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    way: text('way', { enum: ['oauth', 'client-credentials'] }).notNull(),
    state: text('state', { enum: ['connecting', 'ready', 'reconnect', 'removing'] }).notNull(),
    /** What the admin said, e.g. the subdomain; no secret. */
    given: jsonb('given').$type<Record<string, string>>().notNull(),
    /** Who the credentials are. */
    identity: text('identity'),
    /** What was made in the source system: `webhook` -> identifier. */
    artefacts: jsonb('artefacts').$type<Record<string, string>>().notNull().default({}),
    progress: jsonb('progress').$type<Record<string, unknown>[]>().notNull().default([]),
    tokenEndsAt: instant('token_ends_at'),
    connectedAt: instant('connected_at'),
    /** A user's id; null for the command line. */
    connectedBy: text('connected_by'),
    sidebarSeenAt: instant('sidebar_seen_at'),
    /** Who is renewing the token, and until when nobody else begins. */
    renewingBy: uuid('renewing_by'),
    renewingUntil: instant('renewing_until'),
    /** Grows with every change that other processes must notice. */
    revision: integer('revision').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.connector, table.account] })],
);

/** Somebody is at the source system's consent page; gone when they come back, or after ten minutes. */
export const consentRequests = pgTable(
  'consent_requests',
  {
    /** SHA-256 of the state in the address: who reads this table cannot come back in somebody's place. */
    id: text('id').primaryKey(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    /** SHA-256 of what only the browser that began it holds. */
    boundTo: text('bound_to').notNull(),
    /** Sealed JSON: verifier, client, what was given, who began it. */
    sealed: text('sealed').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('consent_requests_expires').on(table.expiresAt)],
);

/** How often something was done in the window that runs; see packages/rate-budget. */
export const rateWindows = pgTable(
  'rate_windows',
  {
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    /** E.g. `ticket:123`, `updates`. */
    bucket: text('bucket').notNull(),
    startedAt: instant('started_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    used: bigint('used', { mode: 'number' }).notNull(),
    /** What the last one who asked was given: `returning` tells nobody what a row was before. */
    granted: bigint('granted', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connector, table.account, table.bucket] }),
    index('rate_windows_ends').on(table.endsAt),
    check('rate_windows_used', sql`${table.used} >= 0`),
  ],
);
