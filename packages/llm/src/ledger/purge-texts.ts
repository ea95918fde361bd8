import type { Orm } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { inArray, lte } from 'drizzle-orm';

/** Rows of one statement: short locks, and a little to repeat when the process is killed. */
const BATCH = 500;
/** Batches of one run, so that a backlog of months does not keep a database busy; the next run goes on. */
const MOST_BATCHES = 200;

/**
 * Forgets prompts and answers whose time is over; figures stay. For several processes at once.
 *
 * @returns how many completions lost their texts
 */
export async function purgeTexts(orm: Orm, now: Date): Promise<number> {
  let purged = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const due = orm
      .select({ id: completions.id })
      .from(completions)
      .where(lte(completions.textsUntil, now))
      .orderBy(completions.textsUntil)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    const rows = await orm
      .update(completions)
      .set({ prompt: null, answer: null, textsUntil: null })
      .where(inArray(completions.id, due))
      .returning({ id: completions.id });
    purged += rows.length;
    if (rows.length < BATCH) break;
  }
  return purged;
}
