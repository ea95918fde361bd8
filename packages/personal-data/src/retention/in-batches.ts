import type { Orm } from '@draftsmith/database';
import { count, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Rows of one statement: short locks, and a little to repeat when the process is killed. */
export const BATCH = 500;
/** Batches of one run, so that a backlog of years does not keep a database busy; the next run goes on. */
const MOST_BATCHES = 200;

/** @param batch takes what is due and gives back how much it was; less than `BATCH` means that nothing is left */
export async function inBatches(batch: () => Promise<number>): Promise<number> {
  let removed = 0;
  for (let n = 0; n < MOST_BATCHES; n++) {
    const some = await batch();
    removed += some;
    if (some < BATCH) break;
  }
  return removed;
}

/** Removes rows that are due. Several processes at once take different ones. */
export function deleteDue(orm: Orm, table: PgTable, due: SQL | undefined): Promise<number> {
  return inBatches(async () => {
    const gone = await orm
      .delete(table)
      .where(sql`ctid in (select ctid from ${table} where ${due} limit ${BATCH} for update skip locked)`)
      .returning({ one: sql`1` });
    return gone.length;
  });
}

export async function countDue(orm: Orm, table: PgTable, due: SQL | undefined): Promise<number> {
  const [row] = await orm.select({ rows: count() }).from(table).where(due);
  return row?.rows ?? 0;
}
