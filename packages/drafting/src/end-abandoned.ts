import type { DraftJob, Outcome } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { and, eq, inArray, lt } from 'drizzle-orm';

export interface AbandonedDeps {
  database: Database;
  /** Which of these jobs are still to be done. */
  stillOpen: (jobs: readonly DraftJob[]) => Promise<readonly DraftJob[]>;
  now: () => Date;
}

/** Milliseconds. A row is written before its job could look finished, never the other way round; this is ample. */
const SETTLED = 60_000;
const AT_ONCE = 200;

const OUTCOME: Outcome = {
  kind: 'failed',
  error: 'unavailable',
  code: 'drafts.abandoned',
  message: 'The process that worked on it ended each time before it was done',
  retryable: false,
};

/**
 * Ends rows that are shown as being worked on although no job is left that could: its last try was killed. Without this
 * they would stay so for ever, and their message could never get a draft.
 *
 * @returns how many there were.
 */
export async function endAbandonedDrafts({ database, stillOpen, now }: AbandonedDeps): Promise<number> {
  const { connector, account, resourceType, resourceId, deliveryId } = drafts;
  const working = await database.orm
    .select({ id: drafts.id, connector, account, resourceType, resourceId, deliveryId })
    .from(drafts)
    .where(and(eq(drafts.state, 'working'), lt(drafts.receivedAt, new Date(now().getTime() - SETTLED))))
    .limit(AT_ONCE);
  const jobs = working.map(({ id: _, ...job }) => job);
  const open = new Set((await stillOpen(jobs)).map((job) => job.deliveryId));
  const abandoned = working.filter((row) => !open.has(row.deliveryId)).map(({ id }) => id);
  if (abandoned.length === 0) return 0;
  await database.orm
    .update(drafts)
    .set({ state: 'failed', outcome: { ...OUTCOME }, finishedAt: now() })
    .where(and(inArray(drafts.id, abandoned), eq(drafts.state, 'working')));
  return abandoned.length;
}
