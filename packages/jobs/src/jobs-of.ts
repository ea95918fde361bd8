import type { Orm } from '@draftsmith/database';
import { sql } from 'drizzle-orm';
import type { JobName, JobPayload } from './catalogue.ts';

/** What jobs are about. */
export interface JobResource {
  connector: string;
  account: string;
  resourceType: string;
  resourceId: string;
}

/**
 * Every job on these resources, whatever became of it: they hold their identifiers for a day after they ended. Read from
 * the tables of the queue, which a command does not start.
 */
export async function countJobsOf(
  orm: Pick<Orm, 'execute'>,
  name: JobName,
  resources: readonly JobResource[],
): Promise<number> {
  if (resources.length === 0 || !(await hasQueue(orm))) return 0;
  const { rows } = (await orm.execute(
    sql`select count(*)::int as jobs from pgboss.job where ${areOf(name, resources)}`,
  )) as unknown as { rows: { jobs: number }[] };
  return rows[0]?.jobs ?? 0;
}

/** Whether one on this resource waits for a worker or a retry, or is being worked on. */
export async function hasOpenJobOf(orm: Pick<Orm, 'execute'>, name: JobName, resource: JobResource): Promise<boolean> {
  if (!(await hasQueue(orm))) return false;
  const { connector, account, resourceType, resourceId } = resource;
  // Asked with every look at a ticket: one containment is cheaper than taking each job's data apart.
  const wanted = JSON.stringify({ connector, account, resourceType, resourceId });
  const { rows } = (await orm.execute(
    sql`select 1 from pgboss.job where name = ${name} and state < 'completed' and data @> ${wanted}::jsonb limit 1`,
  )) as unknown as { rows: unknown[] };
  return rows.length > 0;
}

/**
 * Which of these are still to be done, as a transaction sees it: `JobQueue.stillOpen` asks beside it, and an embedded
 * database would wait for itself.
 */
export async function openJobs<Name extends JobName>(
  orm: Pick<Orm, 'execute'>,
  name: Name,
  payloads: readonly JobPayload<Name>[],
): Promise<JobPayload<Name>[]> {
  if (payloads.length === 0 || !(await hasQueue(orm))) return [];
  const { rows } = (await orm.execute(sql`
    select wanted.place::int as place
    from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) with ordinality as wanted(data, place)
    where exists (
      select 1 from pgboss.job where name = ${name} and state < 'completed' and job.data = wanted.data
    )`)) as unknown as { rows: { place: number }[] };
  const open = new Set(rows.map(({ place }) => place - 1));
  return payloads.filter((_, i) => open.has(i));
}

/**
 * Takes them out of the queue. One that is being worked on has its signal aborted at the next heartbeat of its worker,
 * within half a minute, and comes to no further try.
 *
 * @returns how many there were
 */
export async function removeJobsOf(
  orm: Pick<Orm, 'execute'>,
  name: JobName,
  resources: readonly JobResource[],
): Promise<number> {
  if (resources.length === 0 || !(await hasQueue(orm))) return 0;
  const { rows } = (await orm.execute(
    sql`delete from pgboss.job where ${areOf(name, resources)} returning id`,
  )) as unknown as { rows: unknown[] };
  return rows.length;
}

/** Every job of one account, of any kind that names it. @returns how many there were */
export async function removeJobsOfAccount(
  orm: Pick<Orm, 'execute'>,
  { connector, account }: Pick<JobResource, 'connector' | 'account'>,
): Promise<number> {
  if (!(await hasQueue(orm))) return 0;
  const { rows } = (await orm.execute(
    sql`delete from pgboss.job where data @> ${JSON.stringify({ connector, account })}::jsonb returning id`,
  )) as unknown as { rows: unknown[] };
  return rows.length;
}

function areOf(name: JobName, resources: readonly JobResource[]) {
  const wanted = resources.map(({ connector, account, resourceType, resourceId }) => ({
    ...{ connector, account, resourceType, resourceId },
  }));
  return sql`name = ${name} and (data - 'deliveryId') in (select jsonb_array_elements(${JSON.stringify(wanted)}::jsonb))`;
}

/** Before the first start there is no queue, and nothing in it. */
async function hasQueue(orm: Pick<Orm, 'execute'>): Promise<boolean> {
  const { rows } = (await orm.execute(sql`select to_regclass('pgboss.job') is not null as known`)) as unknown as {
    rows: { known: boolean }[];
  };
  return rows[0]?.known === true;
}
