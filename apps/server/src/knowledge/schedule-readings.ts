import type { KnowledgeJob } from '@draftsmith/contracts';
import { libraryReadings } from '@draftsmith/database/schema';
import { toAppError } from '@draftsmith/errors';
import { openJobs } from '@draftsmith/jobs';
import { sql } from 'drizzle-orm';
import type { Parts } from '../parts.ts';

/** Milliseconds between two readings of the same kind. */
const READ_EVERY = 60 * 60_000;

/** Milliseconds between two looks for what is due: so late an account that was just connected is read. */
const LOOK_EVERY = 60_000;

type ScheduleParts = Pick<Parts, 'accounts' | 'database' | 'queue' | 'options'>;

/** Puts readings that are due into the queue. Returns how to stop. */
export function scheduleReadings(parts: ScheduleParts): () => void {
  const look = () =>
    enqueueDue(parts, new Date()).catch((thrown: unknown) =>
      parts.options.logger.warn('Readings could not be planned', { error: toAppError(thrown) }),
    );
  void look();
  const timer = setInterval(look, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** @returns what was put into the queue */
export async function enqueueDue(
  { accounts, database: { orm }, queue }: ScheduleParts,
  now: Date,
): Promise<KnowledgeJob[]> {
  const wanted = accounts.all.flatMap(({ connector, account, connection }) =>
    (connection.feeds?.() ?? []).map(({ kind }) => ({ connector, account, kind })),
  );
  if (wanted.length === 0) return [];
  return orm.transaction(async (tx) => {
    // Several processes look at the same moment; the second one must see the jobs of the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('draftsmith.readings'))`);
    const since = now.getTime() - READ_EVERY;
    const read = await tx.select().from(libraryReadings);
    // One that failed is not tried every minute either: its job has had its tries.
    const isFresh = (at: Date | null) => at !== null && at.getTime() > since;
    const fresh = new Set(read.filter(({ readAt, steppedAt }) => isFresh(readAt) || isFresh(steppedAt)).map(keyOf));
    const due = wanted.filter((job) => !fresh.has(keyOf(job)));
    const open = new Set((await openJobs(tx, 'knowledge', due)).map(keyOf));
    const missing = due.filter((job) => !open.has(keyOf(job)));
    await queue.enqueue('knowledge', missing, tx);
    return missing;
  });
}

function keyOf({ connector, account, kind }: KnowledgeJob): string {
  return JSON.stringify([connector, account, kind]);
}
