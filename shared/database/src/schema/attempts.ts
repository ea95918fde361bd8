import {
  boolean,
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
import { completions } from './completions.ts';

/** Every try of a route, and what it cost: a cut or overtaken answer is paid for, too. Reports of money sum these. */
export const attempts = pgTable(
  'attempts',
  {
    completionId: uuid('completion_id')
      .notNull()
      .references(() => completions.id, { onDelete: 'cascade' }),
    /** From 1. */
    n: integer('n').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
    // Repeated from the completion: sums over a month then read one table.
    traceId: text('trace_id'),
    connector: text('connector'),
    account: text('account').notNull(),
    user: text('user_id'),
    purpose: text('purpose').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    /** Which of several keys, from 1. */
    key: integer('key_number'),
    outcome: text('outcome').notNull(),
    kind: text('kind'),
    code: text('code'),
    status: integer('status'),
    detail: text('detail'),
    /** Where the payload was sent, and the hash of its exact bytes; null where nothing was sent. */
    host: text('host'),
    region: text('region'),
    payloadSha256: text('payload_sha256'),
    payloadBytes: integer('payload_bytes'),
    hedge: boolean('hedge').notNull().default(false),
    ms: integer('ms').notNull(),
    firstTokenMs: integer('first_token_ms'),
    inputTokens: integer('input_tokens').notNull().default(0),
    /** Part of `input_tokens`. */
    cachedInputTokens: integer('cached_input_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    /** Part of `output_tokens`. */
    reasoningTokens: integer('reasoning_tokens').notNull().default(0),
    /** Nobody counted the tokens: they are reckoned from the texts. */
    estimated: boolean('estimated').notNull().default(false),
    /** US dollars. */
    costUsd: numeric('cost_usd', { precision: 24, scale: 12 }).notNull().default('0'),
    /** The price row that was applied, so that history can be priced again. */
    price: jsonb('price').$type<Record<string, unknown>>(),
  },
  (table) => [primaryKey({ columns: [table.completionId, table.n] }), index('attempts_at').on(table.at)],
);
