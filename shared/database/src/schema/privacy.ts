import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { decisionTable } from './decision-table.ts';
import { drafts } from './drafts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Which drafts are about whom, without saying who: keyed digests of folded e-mail addresses, phone numbers, names and
 * account numbers. What export and erase look up.
 */
export const draftPeople = pgTable(
  'draft_people',
  {
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['email', 'phone', 'name', 'account', 'reference'] }).notNull(),
    /** HMAC-SHA-256 under a key of its own, base64url. */
    digest: text('digest').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.draftId, table.kind, table.digest] }),
    index('draft_people_digest').on(table.digest),
  ],
);

/**
 * Who was erased a moment ago, again without saying who: a draft that was under way then is stopped as soon as it is known
 * whom it is about. Gone when no such draft can be left.
 */
export const erasures = pgTable('erasures', {
  /** As in `draft_people`; for what a source system took away, behind its account: see forget-source.ts. */
  digest: text('digest').primaryKey(),
  /** What was received until then is stopped; what comes later is a new matter. */
  at: instant('at').notNull(),
  until: instant('until').notNull(),
});

/** Tokens of source systems and the like. */
export const secrets = pgTable('secrets', {
  /** E.g. `zendesk/acme/oauth`. */
  name: text('name').primaryKey(),
  /** Sealed; see shared/sealing. */
  sealed: text('sealed').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** What each account has decided on privacy and truth; without a row, the settings. */
export const accountPolicies = decisionTable('account_policies', 'policy');

/** Every admin act, in order. Rows are only ever added, and removed when their time is over. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind', { enum: ['user', 'command', 'system'] }).notNull(),
    /** A user's id; the name is kept beside it, because users go. */
    actorId: text('actor_id'),
    actorName: text('actor_name'),
    action: text('action').notNull(),
    subject: text('subject'),
    detail: jsonb('detail').$type<Record<string, string | number | boolean | readonly string[]>>().notNull(),
  },
  (table) => [
    index('audit_log_at').on(table.at.desc(), table.id),
    check('audit_log_actor', sql`${table.actorKind} = 'user' or ${table.actorId} is null`),
  ],
);
