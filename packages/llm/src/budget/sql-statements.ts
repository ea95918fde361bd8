import { type SQL, sql } from 'drizzle-orm';
import { formatUsd } from '../price/money.ts';
import {
  type Ask,
  CONTENDED_MS,
  type HoldEntry,
  type Orphans,
  REMEMBERED_DAYS,
  SPARE_CALLS,
  SPARE_PART,
} from './store.ts';

/**
 * Each operation on budgets as one statement. All of them lock windows first, in the order of their keys, and then
 * holds: so two of them never wait for each other, and what is read under a lock is the newest there is. A count over
 * the locked windows makes PostgreSQL take the locks in that order. Sums are written from what was locked: PostgreSQL
 * checks a row's constraints first on the version that the statement saw at its start, which may be older.
 */

interface Moment {
  now: SQL;
  leaseMs: number;
}

/** As `sizeOf` in store.ts. */
export function takeStatement(ask: Ask, { now, leaseMs }: Moment): SQL {
  const windows = ask.windows.map(({ key, limit }) => ({ key, most: formatUsd(limit) }));
  return sql`
    with ask as (
      select ${ask.id}::uuid as id, ${formatUsd(ask.least)}::numeric as least, ${formatUsd(ask.need)}::numeric as need,
        ${formatUsd(ask.worst)}::numeric as worst, ${ask.contend}::boolean as contend
    ), asked as (
      select * from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as a(key text, most numeric)
    ), locked as (
      select w.key, w.spent, w.held, w.presumed, w.contended_until,
        coalesce(w.contended_until > ${now}, false) as contended, a.most - w.spent - w.held - w.presumed as room
      from budget_windows w join asked a on a.key = w.key
      order by w.key for update of w
    ), hold as (
      select h.id, h.state, h.granted from budget_holds h
      where h.id = ${ask.id}::uuid and (select count(*) from locked) > 0 for update
    ), total as (
      select min(room) as room, count(*) as found, bool_or(contended) as exact from locked
    ), sized as (
      select case
        when found < ${windows.length} or exists (select from hold where state <> 'held') then null
        when room < least then case when least = 0 then 0 end
        when room < need then least
        when exact or part < worst then need
        else need + least(part, worst * ${Number(SPARE_CALLS)}::int)
      end as amount
      from total, ask, trunc((room - need) * (1.0 / ${Number(SPARE_PART)}::int), 12) as part
    ), kept as (
      insert into budget_holds (id, owner, windows, granted, expires_at)
      select ask.id, ${ask.owner}::uuid, array(select key from asked order by key), amount, ${later(now, leaseMs)}
      from sized, ask where amount is not null
      on conflict (id) do update
        set granted = budget_holds.granted + excluded.granted, expires_at = excluded.expires_at
      returning id, state, granted
    ), marked as (
      select locked.*, amount, amount is null and contend and room < least as short from locked, sized, ask
    ), charged as (
      update budget_windows w set spent = m.spent, held = m.held + coalesce(m.amount, 0), presumed = m.presumed,
        contended_until = case when m.short then ${later(now, CONTENDED_MS)} else m.contended_until end
      from marked m where m.key = w.key and (m.amount > 0 or m.short)
    )
    select amount is not null as granted,
      (select json_agg(json_build_object('id', id, 'state', state, 'granted', granted::text))
        from (select * from kept union all select * from hold where not exists (select from kept)) h) as holds,
      (select json_agg(${windowJson(sql`l.spent`, sql`l.held + coalesce(amount, 0)`, sql`l.presumed`)})
        from marked l) as windows
    from sized`;
}

export function accountStatement(entries: readonly HoldEntry[], { now, leaseMs }: Moment): SQL {
  const rows = entries.map((entry) => ({
    ...entry,
    spent: formatUsd(entry.spent),
    released: formatUsd(entry.released),
  }));
  return sql`
    with entry as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e(id uuid, spent numeric, released numeric, close boolean)
    ), locked as (
      select w.*, coalesce(w.contended_until > ${now}, false) as contended from budget_windows w
      where w.key in (select unnest(h.windows) from budget_holds h join entry e on e.id = h.id)
      order by w.key for update of w
    ), hold as (
      select h.id, h.state, h.granted, h.windows,
        greatest(e.spent, h.spent) as spent, greatest(e.spent - h.spent, 0) as newly_spent,
        greatest(e.released, h.released) as released, greatest(e.released - h.released, 0) as newly_released,
        e.close and greatest(e.released, h.released) = h.granted as closed
      from budget_holds h join entry e on e.id = h.id
      where (select count(*) from locked) > 0 order by h.id for update of h
    ), booked as (
      select key, sum(newly_spent) as spent,
        sum(case state when 'held' then newly_released else 0 end) as held,
        sum(case state when 'presumed' then newly_released else 0 end) as presumed
      from hold cross join unnest(hold.windows) as key group by key
    ), charged as (
      update budget_windows w
      set spent = l.spent + b.spent, held = l.held - b.held, presumed = l.presumed - b.presumed
      from locked l join booked b on b.key = l.key
      where l.key = w.key and (b.spent > 0 or b.held > 0 or b.presumed > 0)
    ), gone as (
      delete from budget_holds h using hold k where k.id = h.id and k.closed
    ), kept as (
      update budget_holds h set granted = k.granted, spent = k.spent, released = k.released,
        expires_at = case k.state when 'held' then ${later(now, leaseMs)} else h.expires_at end
      from hold k where k.id = h.id and not k.closed
    )
    select
      (select json_agg(json_build_object('id', id, 'state', state, 'granted', granted::text))
        from hold where not closed) as holds,
      (select json_agg(${windowJson(sql`l.spent + b.spent`, sql`l.held - b.held`, sql`l.presumed - b.presumed`)})
        from (select *, false as short from locked) l join booked b on b.key = l.key) as windows`;
}

/** A hundred at a time; whoever comes next takes the rest. */
export function reapStatement(orphans: Orphans, now: SQL): SQL {
  const state = orphans === 'charge' ? 'presumed' : 'released';
  const remembered = sql`${now} - make_interval(days => ${REMEMBERED_DAYS}::int)`;
  return sql`
    with candidate as (
      select id, windows from budget_holds where state = 'held' and expires_at < ${now} order by id limit 100
    ), locked as (
      select w.key, w.held, w.presumed from budget_windows w
      where w.key in (select unnest(windows) from candidate)
      order by w.key for update of w
    ), expired as (
      select h.id, h.windows, h.granted - h.released as amount
      from budget_holds h join candidate c on c.id = h.id
      where h.state = 'held' and h.expires_at < ${now} and (select count(*) from locked) > 0
      order by h.id for update of h
    ), orphaned as materialized (
      select key, sum(amount) as amount from expired cross join unnest(expired.windows) as key group by key
    ), charged as (
      update budget_windows w
      set held = l.held - o.amount, presumed = l.presumed + case ${state}::text when 'presumed' then o.amount else 0 end
      from locked l join orphaned o on o.key = l.key where l.key = w.key and o.amount > 0
    ), marked as (
      update budget_holds h set state = ${state} from expired e where e.id = h.id
    ), forgotten as (
      delete from budget_holds where state <> 'held' and expires_at < ${remembered}
    )
    select null as holds, null as windows`;
}

export function readStatement(keys: readonly string[], now: SQL): SQL {
  return sql`
    select null as holds, json_agg(${windowJson(sql`l.spent`, sql`l.held`, sql`l.presumed`)}) as windows
    from (select *, coalesce(contended_until > ${now}, false) as contended, false as short from budget_windows) l
    where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
}

function later(now: SQL, ms: number): SQL {
  return sql`${now} + make_interval(secs => ${ms / 1_000}::float8)`;
}

/** Amounts as text: JSON numbers would lose digits on their way. */
function windowJson(spent: SQL, held: SQL, presumed: SQL): SQL {
  return sql`json_build_object('key', l.key, 'spent', (${spent})::text, 'held', (${held})::text,
    'presumed', (${presumed})::text, 'contended', l.contended or l.short)`;
}
