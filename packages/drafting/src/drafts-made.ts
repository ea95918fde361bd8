import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { and, eq, gt, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { DraftRow } from './draft-store.ts';

/** How many drafts there are beside one, for the caps of an account's rules. */
export interface DraftsMade {
  onResource: number;
  /** Of the account, finished within an hour. */
  lastHour: number;
}

const HOUR = 60 * 60_000;
/** The tries of one draft end within this time, so an older row is no draft of the last hour; an index finds the rest. */
const DAY = 24 * HOUR;

/**
 * Counts what was written, and of what is being written only what came earlier: of many at the same moment, the first
 * ones get through and not none of them. What overtakes an earlier one is counted by nobody, so a storm goes over a cap
 * by no more than are worked on at a time.
 */
export async function countDrafts({ orm }: Database, row: DraftRow, now: Date): Promise<DraftsMade> {
  const since = new Date(now.getTime() - HOUR);
  const inAccount = and(eq(drafts.connector, row.connector), eq(drafts.account, row.account), ne(drafts.id, row.id));
  const came = sql`(${drafts.receivedAt}, ${drafts.id}) < (${row.receivedAt.toISOString()}::timestamptz, ${row.id}::uuid)`;
  const isWritten = isNotNull(drafts.provider);
  const isBeingWritten = and(eq(drafts.state, 'working'), isNotNull(drafts.revision), came);
  const onResource = and(eq(drafts.resourceType, row.resourceType), eq(drafts.resourceId, row.resourceId));
  const [ofResource, ofHour] = await Promise.all([
    orm.$count(drafts, and(inAccount, onResource, or(isWritten, isBeingWritten))),
    orm.$count(
      drafts,
      and(
        inAccount,
        gt(drafts.receivedAt, new Date(now.getTime() - DAY)),
        or(and(isWritten, or(eq(drafts.state, 'working'), gt(drafts.finishedAt, since))), isBeingWritten),
      ),
    ),
  ]);
  return { onResource: ofResource, lastHour: ofHour };
}
