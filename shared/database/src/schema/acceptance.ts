import { index, integer, jsonb, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { drafts } from './drafts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What became of each draft, learnt once from the first public reply after it. Never a word of that reply. */
export const acceptances = pgTable(
  'acceptances',
  {
    draftId: uuid('draft_id')
      .primaryKey()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    /** The version that the reply is nearest to; null where there was no reply to compare. */
    version: integer('version'),
    verdict: text('verdict', { enum: ['as-is', 'edited', 'ignored', 'no-reply', 'superseded'] }).notNull(),
    /** Shares, 0 to 1; null where there was no reply to compare. */
    kept: real('kept'),
    added: real('added'),
    edits: jsonb('edits').$type<string[]>().notNull().default([]),
    askedAt: instant('asked_at'),
    repliedAt: instant('replied_at'),
    /** Identifiers of the source system. */
    replyId: text('reply_id'),
    agentId: text('agent_id'),
    learntAt: instant('learnt_at').notNull(),
  },
  (table) => [index('acceptances_learnt').on(table.learntAt)],
);
