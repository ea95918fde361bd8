import { boolean, index, integer, jsonb, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Attempt } from './stored-json.ts';

/** Every request to the provider chain, redacted: what it was, who answered, how long it took, what it cost. */
export const completions = pgTable(
  'completions',
  {
    id: uuid('id').primaryKey(),
    draftId: text('draft_id'),
    account: text('account').notNull(),
    purpose: text('purpose').notNull(),
    outcome: text('outcome').notNull(),
    provider: text('provider'),
    model: text('model'),
    modelWritten: boolean('model_written'),
    prompt: text('prompt').notNull(),
    answer: text('answer'),
    attempts: jsonb('attempts').$type<Attempt[]>().notNull(),
    latencyMs: integer('latency_ms').notNull(),
    inputTokens: integer('input_tokens').notNull(),
    outputTokens: integer('output_tokens').notNull(),
    /** US dollars. */
    costUsd: numeric('cost_usd', { precision: 16, scale: 8 }).notNull(),
    /** The price row that was applied, so that history can be priced again. */
    price: jsonb('price').$type<Record<string, unknown>>(),
    cache: text('cache').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [index('completions_created').on(table.createdAt), index('completions_draft').on(table.draftId)],
);
