import type { Orm } from '@draftsmith/database';
import { draftPeople, drafts } from '@draftsmith/database/schema';
import { sql } from 'drizzle-orm';
import { among } from './among.ts';
import { forgetAssist } from './forget-assist.ts';

/** A transaction answers the same calls as the database. */
export type Writer = Pick<Orm, 'update' | 'delete'>;

export type ForgottenWhy = 'retention' | 'request' | 'source';

/** How a draft that was not finished ends. */
export const STOPPED = { request: 'erased', source: 'removed' } as const;
export type StoppedAs = (typeof STOPPED)[keyof typeof STOPPED];

/**
 * Takes the words out of drafts; figures and identifiers stay. Forgotten on request, or with the
 * source system, a draft is a tombstone as well: the store writes nothing into it any more, and whoever still works on it
 * ends.
 */
export async function forgetDrafts(
  tx: Writer,
  ids: readonly string[],
  { at, why }: { at: Date; why: ForgottenWhy },
): Promise<void> {
  if (ids.length === 0) return;
  const unfinished = sql`${drafts.state} in ('working', 'failed')`;
  const withoutDetail = sql`${drafts.outcome} - 'detail'`;
  const stopped = why === 'retention' ? undefined : JSON.stringify({ kind: 'skipped', reason: STOPPED[why] });
  await tx
    .update(drafts)
    .set({
      about: null,
      content: null,
      // What a provider said about its refusal may quote the question.
      attempts: sql`(select coalesce(jsonb_agg(one - 'detail'), '[]') from jsonb_array_elements(${drafts.attempts}) one)`,
      outcome: stopped ? sql`case when ${unfinished} then ${stopped}::jsonb else ${withoutDetail} end` : withoutDetail,
      ...(stopped && {
        state: sql`case when ${unfinished} then 'skipped' else ${drafts.state} end`,
        finishedAt: sql`coalesce(${drafts.finishedAt}, ${at.toISOString()}::timestamptz)`,
      }),
      forgottenAt: at,
      forgottenWhy: why,
    })
    .where(among(drafts.id, ids));
  await forgetAssist(tx, ids);
  if (why === 'retention') await tx.delete(draftPeople).where(among(draftPeople.draftId, ids));
}
