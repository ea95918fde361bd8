import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { SkippedRoute } from './stored-json.ts';

/** Every question to the provider chain: who asked, who answered, how long it took. What was paid is in `attempts`. */
export const completions = pgTable(
  'completions',
  {
    id: uuid('id').primaryKey(),
    /** W3C trace id; null in rows from before there was one. */
    traceId: text('trace_id'),
    /** What it belongs to, e.g. a draft. */
    reference: text('reference'),
    connector: text('connector'),
    account: text('account').notNull(),
    /** Opaque; never a name or an address. */
    user: text('user_id'),
    purpose: text('purpose').notNull(),
    outcome: text('outcome').notNull(),
    provider: text('provider'),
    model: text('model'),
    modelWritten: boolean('model_written'),
    /** Redacted. Null once `texts_until` is over, or when texts are not kept. */
    prompt: text('prompt'),
    answer: text('answer'),
    /** When prompt and answer are forgotten; null when there is nothing to forget, or never. */
    textsUntil: timestamp('texts_until', { withTimezone: true, mode: 'date' }),
    /** Distinct values that were replaced before the prompt was made, by type; null where nobody counted. */
    replaced: jsonb('replaced').$type<Record<string, number>>(),
    skipped: jsonb('skipped').$type<SkippedRoute[]>().notNull().default([]),
    degraded: text('degraded'),
    latencyMs: integer('latency_ms').notNull(),
    firstTokenMs: integer('first_token_ms'),
    /** Of the answering attempt; zero for a cache hit. */
    inputTokens: integer('input_tokens').notNull(),
    cachedInputTokens: integer('cached_input_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull(),
    reasoningTokens: integer('reasoning_tokens').notNull().default(0),
    /** US dollars, of the answering attempt. */
    costUsd: numeric('cost_usd', { precision: 24, scale: 12 }).notNull(),
    /** The price row that was applied. */
    price: jsonb('price').$type<Record<string, unknown>>(),
    cache: text('cache').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [
    index('completions_created').on(table.createdAt),
    index('completions_reference').on(table.reference),
    // Only rows that still have something to forget.
    index('completions_texts_until').on(table.textsUntil).where(sql`texts_until is not null`),
  ],
);
