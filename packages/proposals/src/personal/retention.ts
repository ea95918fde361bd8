import type { Orm } from '@draftsmith/database';
import { proposalOperations, proposalPeople, proposals, proposalVersions } from '@draftsmith/database/schema';
import { and, asc, count, eq, exists, isNotNull, lt, notExists, or, type SQL, sql } from 'drizzle-orm';
import { forgetProposals } from './forget.ts';

/** Versions of one statement, and statements of one run: a backlog of years does not keep a database busy. */
const [BATCH, MOST_BATCHES] = [500, 200];

/** How many proposals have words that are due. */
export async function countDueProposals(orm: Orm, before: Date): Promise<number> {
  const [row] = await orm.select({ rows: count() }).from(proposals).where(hasDue(orm, before));
  return row?.rows ?? 0;
}

/**
 * Ends the words of proposals whose time is over: each version by its own day, and with the last of them the deal's name
 * and whom it was about. Nothing that is being worked on. For several processes at once; killed in the middle, the next run
 * goes on.
 *
 * @returns how many proposals lost words
 */
export async function forgetDueProposals(orm: Orm, before: Date, now: Date): Promise<number> {
  let touched = 0;
  for (let n = 0; n < MOST_BATCHES; n += 1) {
    const rows = await orm
      .select({ id: proposals.id })
      .from(proposals)
      .where(hasDue(orm, before))
      .orderBy(asc(proposals.id))
      .limit(BATCH);
    const ids = rows.map(({ id }) => id);
    for (const id of ids) await forgetOne(orm, id, { before, now });
    touched += ids.length;
    if (ids.length < BATCH) break;
  }
  return touched;
}

async function forgetOne(orm: Orm, id: string, { before, now }: { before: Date; now: Date }): Promise<void> {
  const isLater = await orm.transaction(async (tx) => {
    await tx.select({ id: proposals.id }).from(proposals).where(eq(proposals.id, id)).for('update');
    await tx
      .update(proposalVersions)
      .set({ content: null })
      .where(and(ofProposal(id), lt(proposalVersions.createdAt, before)));
    const left = await tx
      .select({ one: sql`1` })
      .from(proposalVersions)
      .where(and(ofProposal(id), isNotNull(proposalVersions.content)))
      .limit(1);
    return left.length > 0;
  });
  if (!isLater) await forgetProposals(orm, [id], { at: now, why: 'retention' });
}

const ofProposal = (id: string) => eq(proposalVersions.proposalId, id);

/** A version that is due, or a deal without any that was asked for so long ago. */
function hasDue(orm: Orm, before: Date): SQL | undefined {
  const { proposalId, content, createdAt } = proposalVersions;
  const withWords = (also?: SQL) =>
    orm
      .select({ one: sql`1` })
      .from(proposalVersions)
      .where(and(eq(proposalId, proposals.id), isNotNull(content), also));
  const working = orm
    .select({ one: sql`1` })
    .from(proposalOperations)
    .where(and(eq(proposalOperations.proposalId, proposals.id), eq(proposalOperations.state, 'running')));
  const hasPeople = orm.select({ one: sql`1` }).from(proposalPeople).where(eq(proposalPeople.proposalId, proposals.id));
  // Asked for, and never written: whom it would have been about is noted all the same.
  const isEmpty = and(lt(proposals.askedAt, before), notExists(withWords()), exists(hasPeople));
  return and(notExists(working), or(exists(withWords(lt(createdAt, before))), isEmpty));
}
