import type { Orm } from '@draftsmith/database';
import { draftPeople, drafts, erasures } from '@draftsmith/database/schema';
import type { JobResource } from '@draftsmith/jobs';
import { and, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { among } from './among.ts';
import { clearDeliveries } from './deliveries.ts';
import { forgetDrafts } from './forget.ts';
import { LOOKOUT_MS } from './lookout.ts';
import type { PeopleIndex } from './people-index.ts';
import { clearPrompts } from './prompts.ts';

export interface ForgetSourceDeps {
  orm: Orm;
  index: PeopleIndex;
  now: () => Date;
  /** Where else words of it are: repeatable, and nothing to do is no failure. */
  elsewhere?: readonly ((gone: JobResource) => Promise<void>)[];
}

/** Drafts of one transaction: short locks, and a little to repeat when the process is killed. */
const BATCH = 100;

/**
 * Forgets what a source system has taken away: a person (`user`, `contact`) in all drafts that note them, anything else with the
 * drafts that answer it. Killed anywhere and run again it ends the same; of something unknown there is nothing to forget.
 *
 * @param at what was received until then is forgotten; what came later was read without what is gone
 * @returns how many drafts lost their words
 */
export async function forgetSource(deps: ForgetSourceDeps, gone: JobResource, at: Date): Promise<number> {
  const { orm, now } = deps;
  // Before the search, as an erasure does: a draft that is claimed too late to be found finds the mark.
  await mark(deps, gone, at);
  const ids = await affected(deps, gone, at);
  let forgotten = 0;
  for (let i = 0; i < ids.length; i += BATCH) forgotten += await forgetBatch(orm, ids.slice(i, i + BATCH), now());
  for (const forget of deps.elsewhere ?? []) await forget(gone);
  // Also the one that told: what it was about is not there any more.
  await clearDeliveries(orm, [gone]);
  // What tells whose a draft was goes last: a second run needs it.
  await orm.delete(draftPeople).where(among(draftPeople.draftId, ids));
  return forgotten;
}

/** Takes an account's marks away with the account: they name it, and no draft of it is left to meet them. */
export async function removeMarksOf(
  orm: Pick<Orm, 'delete'>,
  account: Pick<JobResource, 'connector' | 'account'>,
): Promise<void> {
  await orm.delete(erasures).where(sql`starts_with(${erasures.digest}, ${prefixOf(account)})`);
}

/** Two accounts may number their people and tickets alike. */
export function prefixOf({ connector, account }: Pick<JobResource, 'connector' | 'account'>): string {
  return `${connector}/${account}/`;
}

async function mark({ orm, index, now }: ForgetSourceDeps, gone: JobResource, at: Date): Promise<void> {
  const { resourceType: type, resourceId: id } = gone;
  const keys = isPerson(gone) ? digestsOf(index, gone) : [`${type}:${id}`];
  const until = new Date(now().getTime() + LOOKOUT_MS);
  await orm
    .insert(erasures)
    .values(keys.map((key) => ({ digest: prefixOf(gone) + key, at, until })))
    .onConflictDoUpdate({
      target: erasures.digest,
      set: { at: sql`greatest(${erasures.at}, excluded.at)`, until: sql`excluded.until` },
    });
}

/** Whether a mark of a source system's stops this draft. For a query over `drafts`. */
export function isMarkedBySource(now: Date): SQL {
  const prefix = sql`${drafts.connector} || '/' || ${drafts.account} || '/'`;
  const ofPeople = sql`select ${prefix} || ${draftPeople.digest} from ${draftPeople}
    where ${draftPeople.draftId} = ${drafts.id} and ${draftPeople.kind} = 'reference'`;
  return sql`exists (select 1 from ${erasures}
    where (${erasures.digest} = ${prefix} || ${drafts.resourceType} || ':' || ${drafts.resourceId}
      or ${erasures.digest} in (${ofPeople}))
    and ${erasures.at} >= ${drafts.receivedAt} and ${erasures.until} > ${now.toISOString()}::timestamptz)`;
}

async function affected({ orm, index }: ForgetSourceDeps, gone: JobResource, at: Date): Promise<string[]> {
  const { connector, account, resourceType, resourceId } = gone;
  const noted = orm
    .select({ id: draftPeople.draftId })
    .from(draftPeople)
    .where(inArray(draftPeople.digest, digestsOf(index, gone)));
  const rows = await orm
    .select({ id: drafts.id })
    .from(drafts)
    .where(
      and(
        eq(drafts.connector, connector),
        eq(drafts.account, account),
        lte(drafts.receivedAt, at),
        isPerson(gone)
          ? inArray(drafts.id, noted)
          : and(eq(drafts.resourceType, resourceType), eq(drafts.resourceId, resourceId)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** What was forgotten before keeps its own reason. */
async function forgetBatch(orm: Orm, ids: readonly string[], at: Date): Promise<number> {
  return orm.transaction(async (tx) => {
    const rows = await tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(among(drafts.id, ids), isNull(drafts.forgottenAt)))
      .for('update');
    const fresh = rows.map(({ id }) => id);
    await forgetDrafts(tx, fresh, { at, why: 'source' });
    await clearPrompts(tx, ids);
    return fresh.length;
  });
}

/** As help desks and as CRMs call people. */
function isPerson({ resourceType }: JobResource): boolean {
  return resourceType === 'user' || resourceType === 'contact';
}

function digestsOf(index: PeopleIndex, { resourceType, resourceId }: JobResource): string[] {
  return index.digestsOf([{ reference: `${resourceType}:${resourceId}` }]).map(({ digest }) => digest);
}
