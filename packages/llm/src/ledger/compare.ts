import type { Orm } from '@draftsmith/database';
import { attempts } from '@draftsmith/database/schema';
import { sql } from 'drizzle-orm';
import { formatUsd } from '../price/money.ts';
import { billOf, type Cause, decompose } from './decompose.ts';
import { explain } from './explain.ts';
import { periodBefore } from './period.ts';
import { periodFacts } from './period-facts.ts';
import { picoOf, rowsOf } from './rows-of.ts';
import { type Range, within } from './usage-report.ts';

/** Why a bill is another one than before; as JSON holds it, money in US dollars. */
export interface Comparison {
  kind: 'why';
  since: string;
  until: string;
  before: { since: string; until: string };
  usd: string;
  usdBefore: string;
  /** Negative when the bill is lower. */
  differenceUsd: string;
  /** The largest first; they sum to the difference exactly. */
  parts: { cause: Cause; usd: string; sentence: string }[];
  /** Where it changed most: the largest five of each dimension. `value` null: nobody is on record. */
  where: { dimension: string; value: string | null; usd: string; usdBefore: string; differenceUsd: string }[];
}

/** Takes the difference between the bills of two periods apart, by cause and by whom it is about. */
export async function compareUsage(orm: Orm, range: Range, earlier: Range = periodBefore(range)): Promise<Comparison> {
  const [before, now] = [await periodFacts(orm, earlier), await periodFacts(orm, range)];
  const parts = decompose(before, now)
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => Number(magnitude(b.amount) - magnitude(a.amount)))
    .map((part) => ({ cause: part.cause, usd: formatUsd(part.amount), sentence: explain(part, before, now) }));
  return {
    kind: 'why',
    since: range.since.toISOString(),
    until: range.until.toISOString(),
    before: { since: earlier.since.toISOString(), until: earlier.until.toISOString() },
    usd: formatUsd(billOf(now)),
    usdBefore: formatUsd(billOf(before)),
    differenceUsd: formatUsd(billOf(now) - billOf(before)),
    parts,
    where: await changesByDimension(orm, range, earlier),
  };
}

const CHANGES_OF_EACH = 5;

async function changesByDimension(orm: Orm, range: Range, earlier: Range): Promise<Comparison['where']> {
  const rows = await rowsOf<{ dimension: string; value: string | null; usd: string; before: string }>(
    orm,
    sql`
    with paid as (
      select *, cost_usd as usd, 0 as before from ${attempts} where ${within(attempts.at, range)}
      union all
      select *, 0 as usd, cost_usd as before from ${attempts} where ${within(attempts.at, earlier)}
    ), sums as (
      select place, dimension, value, sum(usd) as usd, sum(before) as before
      from paid cross join lateral (values
        (1, 'connector', connector), (2, 'account', account), (3, 'user', user_id), (4, 'purpose', purpose),
        (5, 'model', provider || '/' || model)
      ) as dimensions (place, dimension, value)
      group by place, dimension, value
    ), ranked as (
      select *, row_number() over (partition by dimension order by abs(usd - before) desc, value) as rank
      from sums where usd <> before
    )
    select dimension, value, usd::text, before::text from ranked
    where rank <= ${CHANGES_OF_EACH} order by place, rank`,
  );
  return rows.map(({ dimension, value, usd, before }) => ({
    dimension,
    value,
    usd: formatUsd(picoOf(usd)),
    usdBefore: formatUsd(picoOf(before)),
    differenceUsd: formatUsd(picoOf(usd) - picoOf(before)),
  }));
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
