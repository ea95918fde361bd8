import type { Orm } from '@draftsmith/database';
import { rateWindows } from '@draftsmith/database/schema';
import { lt, sql } from 'drizzle-orm';

export interface Bucket {
  connector: string;
  account: string;
  bucket: string;
}

/** A part of a window's calls. */
export interface Grant {
  calls: number;
  /** Milliseconds since the epoch: the calls are to be made before. */
  endsAt: number;
}

export interface Refusal {
  retryAfterMs: number;
}

/**
 * Takes up to `wanted` calls, at least one, or none: one statement, so that two processes never both get the last one.
 * It writes where it refuses as well; the row lock is what makes the answer true.
 *
 * @param now of the caller; a clock that runs ahead by a little only lets a window begin early
 */
export async function takeCalls(
  orm: Pick<Orm, 'execute'>,
  { connector, account, bucket }: Bucket,
  limit: { calls: number; windowMs: number },
  wanted: number,
  now: Date,
): Promise<Grant | Refusal> {
  const endsAt = new Date(now.getTime() + limit.windowMs).toISOString();
  const at = now.toISOString();
  const first = Math.min(wanted, limit.calls);
  // `before` is the row as the statement found it, locked; what was granted is the difference to what it wrote.
  const { rows } = (await orm.execute(sql`
    insert into ${rateWindows} as w (connector, account, bucket, started_at, ends_at, used, granted)
    values (${connector}, ${account}, ${bucket}, ${at}::timestamptz, ${endsAt}::timestamptz, ${first}, ${first})
    on conflict (connector, account, bucket) do update set
      started_at = case when w.ends_at <= excluded.started_at then excluded.started_at else w.started_at end,
      ends_at = case when w.ends_at <= excluded.started_at then excluded.ends_at else w.ends_at end,
      granted = case when w.ends_at <= excluded.started_at then excluded.used
                     else greatest(0, least(${wanted}::bigint, ${limit.calls}::bigint - w.used)) end,
      used = case when w.ends_at <= excluded.started_at then excluded.used
                  else greatest(w.used, least(w.used + ${wanted}::bigint, ${limit.calls}::bigint)) end
    returning granted::int as granted, (extract(epoch from ends_at) * 1000)::float8 as ends`)) as unknown as {
    rows: { granted: number; ends: number }[];
  };
  const [row] = rows;
  const ends = Math.round(Number(row?.ends ?? now.getTime()));
  if (!row || row.granted === 0) return { retryAfterMs: Math.max(1, ends - now.getTime()) };
  return { calls: Number(row.granted), endsAt: ends };
}

/** Windows that are over say nothing any more. @returns how many there were */
export async function sweepRateWindows(orm: Pick<Orm, 'delete'>, now: Date): Promise<number> {
  const gone = await orm.delete(rateWindows).where(lt(rateWindows.endsAt, now)).returning({ used: rateWindows.used });
  return gone.length;
}
