import type { Orm } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from './rows-of.ts';
import { DECLINED } from './to-record.ts';

/** Rows of one statement: short locks, and a little to repeat when the process is killed. */
const BATCH = 500;
/** Batches of one run, so that a backlog of months does not keep a database busy; the next run goes on. */
const MOST_BATCHES = 200;

/**
 * Forgets prompts and answers whose time is over, and what models said when they declined; figures stay. For several
 * processes at once.
 *
 * @returns how many completions lost their texts
 */
export async function purgeTexts(orm: Orm, now: Date): Promise<number> {
  let purged = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const [forgotten] = await rowsOf<{ count: number }>(orm, forgetBatch(now));
    const count = forgotten?.count ?? 0;
    purged += count;
    if (count < BATCH) break;
  }
  return purged;
}

/** Both tables in one statement: a process that is killed leaves no text behind that nobody looks for any more. */
function forgetBatch(now: Date): SQL {
  return sql`
    with due as (
      select id from ${completions} where texts_until <= ${now.toISOString()}::timestamptz
      order by texts_until limit ${BATCH} for update skip locked
    ), declined as (
      update ${attempts} set detail = ${DECLINED}
      where completion_id in (select id from due) and outcome = 'refused'
    ), forgotten as (
      update ${completions} set prompt = null, answer = null, texts_until = null
      where id in (select id from due) returning id
    )
    select count(*)::float8 as count from forgotten`;
}
