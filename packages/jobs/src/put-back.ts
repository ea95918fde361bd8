/** What it needs of a job that a worker holds. */
interface HeldJob {
  id: string;
  name: string;
  retryCount: number;
}

interface Sql {
  executeSql(text: string, values: unknown[]): Promise<unknown>;
}

/** Milliseconds. Whoever asks for no pause is not asked without one; a longer one than an hour is looked at anew. */
const SHORTEST = 1_000;
const LONGEST = 3_600_000;

/** So that nothing circles for ever. */
const WAITS_FOR = 86_400_000;

export function mayWait(createdOn: Date): boolean {
  return Date.now() - createdOn.getTime() < WAITS_FOR;
}

export function pauseOf(afterMs: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, afterMs));
}

/**
 * Lets a job wait again, in one statement, with its age and all tries that it had left. The count of tries itself goes on and the
 * limit with it: by the count pg-boss tells this try from the next one, when this one's batch is settled late.
 */
export async function putBack(db: Sql, schema: string, job: HeldJob, pauseMs: number): Promise<void> {
  await db.executeSql(
    `update ${schema}.job set state = 'created', heartbeat_on = null, retry_limit = retry_limit + 1,
       start_after = now() + $4::float8 * interval '1 millisecond'
     where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
    [job.name, job.id, job.retryCount, pauseMs],
  );
}
