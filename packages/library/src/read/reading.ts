import type { KnowledgeKind } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { libraryReadings } from '@draftsmith/database/schema';
import { and, eq, sql } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import type { Tx } from '../store/account-write.ts';

export interface ReadingOf extends LibraryAccount {
  kind: KnowledgeKind;
}

export type Reading = typeof libraryReadings.$inferSelect;

const keyOf = ({ connector, account, kind }: ReadingOf) => ({ connector, account, kind });
const rowOf = ({ connector, account, kind }: ReadingOf) =>
  and(eq(libraryReadings.connector, connector), eq(libraryReadings.account, account), eq(libraryReadings.kind, kind));

/** Notes that these were asked for: until each has been read, or has failed, its account counts as being read. */
export async function askForReading(orm: Pick<Tx, 'insert'>, wanted: readonly ReadingOf[], now: Date): Promise<void> {
  if (wanted.length === 0) return;
  const { kind, runningSince, done } = libraryReadings;
  await orm
    .insert(libraryReadings)
    .values(wanted.map((of) => ({ ...keyOf(of), runningSince: now, steppedAt: now })))
    .onConflictDoUpdate({
      target: [libraryReadings.connector, libraryReadings.account, kind],
      set: {
        runningSince: sql`coalesce(${runningSince}, excluded.running_since)`,
        steppedAt: sql`excluded.stepped_at`,
        // One that is under way goes on counting.
        done: sql`case when ${runningSince} is null then 0 else ${done} end`,
        problem: null,
      },
    });
}

/** Where the last reading ended, with the next listing begun when there is nothing to go on from. */
export async function beginReading(orm: Orm, of: ReadingOf, now: Date): Promise<Reading> {
  return orm.transaction(async (tx) => {
    await tx.insert(libraryReadings).values(keyOf(of)).onConflictDoNothing();
    const [row] = await tx.select().from(libraryReadings).where(rowOf(of)).for('update');
    const fresh = !row || row.cursor === null;
    const begun = {
      listing: (row?.listing ?? 0) + (fresh ? 1 : 0),
      done: row && row.runningSince !== null && !fresh ? row.done : 0,
      runningSince: now,
      steppedAt: now,
      problem: null,
    };
    const [written] = await tx.update(libraryReadings).set(begun).where(rowOf(of)).returning();
    if (!written) throw new Error('The reading that was just inserted is gone');
    return written;
  });
}

export async function changeReading(
  tx: Pick<Tx, 'update'>,
  of: ReadingOf,
  change: Partial<Omit<Reading, keyof ReadingOf>>,
): Promise<void> {
  await tx.update(libraryReadings).set(change).where(rowOf(of));
}
