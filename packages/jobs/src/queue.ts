import type { Database, Orm } from '@draftsmith/database';
import { toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { sql } from 'drizzle-orm';
import { fromDrizzle, fromPglite, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { type JobDefinition, type JobName, type JobPayload, jobCatalogue } from './catalogue.ts';
import { runElastic, type WorkerPool } from './elastic-workers.ts';
import { mayWait, pauseOf, putBack } from './put-back.ts';
import type { JobContext, JobVerdict } from './verdict.ts';

export type JobHandler<Name extends JobName> = (payload: JobPayload<Name>, context: JobContext) => Promise<JobVerdict>;

export interface JobQueueOptions {
  database: Database;
  logger: Logger;
  /** Overrides the catalogue's pause before the first retry, in seconds; with 0, nothing pauses at all. */
  retryDelaySeconds?: number;
}

export interface JobQueue {
  start(): Promise<void>;
  /** Inside the caller's transaction: the jobs exist exactly if what they are about exists. */
  enqueue<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[], transaction: Orm): Promise<void>;
  /** At most `concurrency` jobs at the same time in this process. */
  work<Name extends JobName>(name: Name, concurrency: number, handler: JobHandler<Name>): Promise<void>;
  /** Jobs that wait for a worker or a retry, or are being worked on. */
  open(name: JobName): Promise<number>;
  /** Jobs whose turn has not come yet. */
  waiting(name: JobName): Promise<number>;
  /** Which of these are still to be done: waiting, running, or before another try. */
  stillOpen<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<JobPayload<Name>[]>;
  /** Lets running jobs end, for at most `timeoutMs`; what does not end is taken up again after the next start. */
  stop(options: { timeoutMs: number }): Promise<void>;
}

type DrizzleTransactionLike = Parameters<typeof fromDrizzle>[0];

const SCHEMA = 'pgboss';
/** Jobs fetched and settled together: one round trip each for many. Small, because a batch is settled with its slowest. */
const BATCH = 8;

export function createJobQueue({ database, logger, retryDelaySeconds }: JobQueueOptions): JobQueue {
  const boss = createBoss(database);
  const putOff: PutOff = (job, afterMs) =>
    putBack(boss.getDb(), SCHEMA, job, retryDelaySeconds === 0 ? 0 : pauseOf(afterMs));
  boss.on('error', (error) => logger.error('The job queue reports an error', { error }));
  boss.on('warning', ({ message }) => logger.warn('The job queue warns', { warning: message }));
  let stopping = false;
  const reportUnlessStopping = (thrown: unknown) => {
    if (!stopping) logger.error('The job queue reports an error', { error: toAppError(thrown) });
  };

  return {
    async start() {
      await boss.start();
      for (const [name, definition] of Object.entries(jobCatalogue)) {
        const settings = queueSettings(definition, retryDelaySeconds);
        await boss.createQueue(name, settings);
        // An existing queue keeps the settings it was made with; a new release may have better ones.
        await boss.updateQueue(name, settings);
      }
      if (database.engine.kind === 'pglite') await requeueOrphans(boss);
    },
    async enqueue(name, payloads, transaction) {
      if (payloads.length === 0) return;
      const jobs = payloads.map((payload) => ({ data: jobCatalogue[name].payload.parse(payload) }));
      await boss.insert(name, jobs, { db: fromDrizzle(transaction as DrizzleTransactionLike, sql) });
    },
    async work(name, concurrency, handler) {
      const batchSize = Math.min(BATCH, concurrency);
      const options = {
        batchSize,
        // Without these two a worker takes one batch per polling interval: 110 jobs/s instead of 260, measured.
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 0.5,
        // New jobs announce themselves; jobs whose pause is over do not, so this is how late a retry can be.
        notifyPollingIntervalSeconds: retryDelaySeconds === 0 ? 0.5 : 1,
        perJobResults: true,
        includeMetadata: true,
      } as const;
      type Job = JobWithMetadata<JobPayload<typeof name>>;
      const pool: WorkerPool<Job, JobResult> = {
        async hire(handle) {
          const id: string = await boss.work(name, options, (jobs: Job[]) =>
            handle(jobs, () => void boss.offWork(name, { id, wait: false }).catch(reportUnlessStopping)),
          );
        },
        onError: reportUnlessStopping,
      };
      const spare = Math.max(1, Math.floor(concurrency / batchSize));
      await runElastic(pool, { concurrency, spare }, (job) => settle(job, handler, { logger, putOff }));
    },
    open: (name) => countJobs(boss, name, "state < 'completed'"),
    waiting: (name) => countJobs(boss, name, "state = 'created'"),
    async stillOpen(name, payloads) {
      const text = `select 1 from ${SCHEMA}.job where name = $1 and state < 'completed' and data = $2::jsonb limit 1`;
      const found = await Promise.all(
        payloads.map((payload) => boss.getDb().executeSql(text, [name, JSON.stringify(payload)])),
      );
      return payloads.filter((_, i) => (found[i]?.rows.length ?? 0) > 0);
    },
    stop({ timeoutMs }) {
      stopping = true;
      return boss.stop({ graceful: true, timeout: timeoutMs, close: true });
    },
  };
}

function queueSettings({ retryLimit, retryDelay, retryDelayMax, expireInSeconds }: JobDefinition, pause = retryDelay) {
  return {
    retryLimit,
    expireInSeconds,
    ...(pause === 0 ? { retryDelay: 0 } : { retryDelay: pause, retryDelayMax, retryBackoff: true }),
    // A worker that died elsewhere is noticed after this long, not after the whole time of a try.
    heartbeatSeconds: 30,
    notify: true,
    deleteAfterSeconds: 86_400,
  };
}

function createBoss({ engine }: Database): PgBoss {
  const options = {
    schema: SCHEMA,
    useListenNotify: true,
    // How often killed workers are looked for; a pass needs both, and the default of either is a minute.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: false,
    registerInstance: false,
  };
  if (engine.kind === 'pglite') return new PgBoss({ ...options, db: fromPglite(engine.client), backend: 'pglite' });
  const { connectionString } = engine.pool.options;
  return new PgBoss({ ...options, ...(connectionString && { connectionString }), max: 5 });
}

async function countJobs(boss: PgBoss, name: JobName, condition: string): Promise<number> {
  const text = `select count(*)::int as jobs from ${SCHEMA}.job where name = $1 and ${condition}`;
  const { rows } = await boss.getDb().executeSql(text, [name]);
  return Number(rows[0]?.jobs ?? 0);
}

/** One process owns an embedded database, so whatever is still marked as running when it starts was killed with the last one. */
async function requeueOrphans(boss: PgBoss): Promise<void> {
  // A job that brings the process down each time must not do so for ever: pg-boss counts a job that is fetched again as
  // another try, so one that was killed has its tries counted too.
  const spent = 'retry_count >= retry_limit';
  await boss.getDb().executeSql(
    `update ${SCHEMA}.job set start_after = now(),
       state = (case when ${spent} then 'failed' else 'retry' end)::${SCHEMA}.job_state,
       completed_on = case when ${spent} then now() end
     where state = 'active'`,
  );
}

type PutOff = (job: JobWithMetadata<object>, afterMs: number) => Promise<void>;

async function settle<Name extends JobName>(
  job: JobWithMetadata<JobPayload<Name>>,
  handler: JobHandler<Name>,
  { logger, putOff }: { logger: Logger; putOff: PutOff },
): Promise<JobResult> {
  try {
    const context: JobContext = {
      signal: job.signal,
      enqueuedAt: job.createdOn,
      lastTry: job.retryCount >= job.retryLimit,
      mayWait: mayWait(job.createdOn),
    };
    const verdict = await handler(job.data, context);
    if (verdict.kind === 'done') return { id: job.id, status: 'completed' };
    if (verdict.kind === 'later' && context.mayWait) {
      await putOff(job, verdict.afterMs);
      // Of no effect on a job that is not this worker's any more.
      return { id: job.id, status: 'completed' };
    }
    return { id: job.id, status: 'failed', output: { message: verdict.message } };
  } catch (thrown) {
    // A handler answers for what it expects; what it throws is a bug, and its message may quote anything.
    const error = toAppError(thrown);
    logger.error('A job broke', { job: job.name, id: job.id, error: thrown instanceof Error ? thrown : error });
    return { id: job.id, status: 'failed', output: { message: error.message } };
  }
}
