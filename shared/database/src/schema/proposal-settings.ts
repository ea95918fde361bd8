import {
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { decisionTable } from './decision-table.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** How an account's proposals are made; without a row, the defaults. */
export const accountProposalSettings = decisionTable('account_proposal_settings', 'settings');

export const proposalTemplates = pgTable(
  'proposal_templates',
  {
    id: uuid('id').primaryKey(),
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    /** The newest of its revisions: what new versions are made with. */
    revision: integer('revision').notNull(),
    /** Old versions are still made with it; nobody chooses it any more. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('proposal_templates_account').on(table.connector, table.account)],
);

/** Word files and logos, by what is in them: a change of words does not copy them. */
export const proposalTemplateFiles = pgTable('proposal_template_files', {
  /** SHA-256, hexadecimal. */
  sha256: text('sha256').primaryKey(),
  bytes: bytea('bytes').notNull(),
});

/** Rows are only ever added: a version is made again from the revision that it was made with. */
export const proposalTemplateRevisions = pgTable(
  'proposal_template_revisions',
  {
    templateId: uuid('template_id').notNull(),
    revision: integer('revision').notNull(),
    name: text('name').notNull(),
    /** BCP 47; null: for every language. */
    locale: text('locale'),
    terms: text('terms').notNull(),
    nextSteps: text('next_steps').notNull(),
    hints: jsonb('hints').$type<Record<string, string>>().notNull(),
    document: text('document').references(() => proposalTemplateFiles.sha256),
    logo: text('logo').references(() => proposalTemplateFiles.sha256),
    at: instant('at').notNull(),
    /** A user's id. */
    by: text('by'),
  },
  (table) => [
    primaryKey({ columns: [table.templateId, table.revision] }),
    foreignKey({ columns: [table.templateId], foreignColumns: [proposalTemplates.id] }).onDelete('cascade'),
  ],
);

/** What the company sells, and for how much; line items of deals are compared with it. */
export const rateCardItems = pgTable(
  'rate_card_items',
  {
    connector: text('connector').notNull(),
    account: text('account').notNull(),
    sku: text('sku').notNull(),
    /** ISO 4217. */
    currency: text('currency').notNull(),
    name: text('name').notNull(),
    price: numeric('price').notNull(),
    /** The last day; null when it does not end. */
    validUntil: date('valid_until', { mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.connector, table.account, table.sku, table.currency] })],
);
