import { sql } from 'drizzle-orm';
import { check, date, index, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** US dollars, exact to the millionth of a millionth: the price of a single token is a whole number of these. */
const usd = (name: string) => numeric(name, { precision: 30, scale: 12 }).notNull().default('0');

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What somebody's spending came to in one UTC day or month. The three sums are disjoint. */
export const budgetWindows = pgTable(
  'budget_windows',
  {
    /** period:start:scope:id, e.g. `day:2026-11-22:account:acme`; holds point here. */
    key: text('key').primaryKey(),
    scope: text('scope', { enum: ['suite', 'connector', 'account', 'user'] }).notNull(),
    /** Empty for the suite. */
    id: text('id').notNull(),
    period: text('period', { enum: ['day', 'month'] }).notNull(),
    start: date('start', { mode: 'string' }).notNull(),
    spent: usd('spent'),
    /** Set aside by living processes: for calls that run, and a few more to come. */
    held: usd('held'),
    /** Set aside by processes that vanished. A vendor may have billed it, so it counts as spent. */
    presumed: usd('presumed'),
    /** Until then somebody waits for room here, and nobody keeps more than running calls need. */
    contendedUntil: instant('contended_until'),
  },
  (table) => [
    index('budget_windows_period').on(table.period, table.start, table.scope),
    check('budget_windows_sums', sql`${table.spent} >= 0 and ${table.held} >= 0 and ${table.presumed} >= 0`),
  ],
);

/** Money that one process has set aside in several windows at once. What is not released is still unaccounted for. */
export const budgetHolds = pgTable(
  'budget_holds',
  {
    id: uuid('id').primaryKey(),
    /** The process; one that restarts is another. */
    owner: uuid('owner').notNull(),
    /** Keys of budget_windows, sorted. */
    windows: text('windows').array().notNull(),
    /** Ever set aside; `spent` and `released` likewise only grow, so a write that is repeated changes nothing. */
    granted: usd('granted'),
    spent: usd('spent'),
    /** No longer set aside: spent or given back. */
    released: usd('released'),
    /** `held` until its process fails to renew it; then counted as presumed, or let go. */
    state: text('state', { enum: ['held', 'presumed', 'released'] })
      .notNull()
      .default('held'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('budget_holds_expires').on(table.state, table.expiresAt),
    check('budget_holds_sums', sql`${table.granted} >= ${table.released} and ${table.released} >= 0`),
  ],
);
