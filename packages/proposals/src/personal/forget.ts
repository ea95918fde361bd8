import type { Orm } from '@draftsmith/database';
import { proposalOperations, proposalPeople, proposals, proposalVersions } from '@draftsmith/database/schema';
import type { JobResource } from '@draftsmith/jobs';
import { clearPrompts, LOOKOUT_MS, type PeopleIndex } from '@draftsmith/personal-data';
import { and, eq, gt, inArray, or } from 'drizzle-orm';
import { isAmong } from './people-rows.ts';

export type ForgottenWhy = 'retention' | 'request' | 'source';

/** Proposals of one transaction: short locks, and a little to repeat when the process is killed. */
const BATCH = 100;

/**
 * Takes the words out of proposals: versions, what was asked for, and the redacted prompts. Figures and identifiers stay:
 * what was written into the source system has to be found there. Whoever still works on one finds its operation gone, and
 * ends without a word. Killed anywhere and run again it ends the same.
 *
 * @returns how many there were
 */
export async function forgetProposals(
  orm: Orm,
  ids: readonly string[],
  forgotten: { at: Date; why: ForgottenWhy },
): Promise<number> {
  let done = 0;
  for (let i = 0; i < ids.length; i += BATCH) {
    const batch = ids.slice(i, i + BATCH);
    done += await orm.transaction((tx) => forgetBatch(tx, batch, forgotten));
  }
  return done;
}

async function forgetBatch(tx: Orm, ids: readonly string[], { at, why }: { at: Date; why: ForgottenWhy }) {
  // First of all, and in order: whoever adds a version holds its proposal, so either it is here to be taken, or comes late.
  const rows = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(isAmong(proposals.id, ids))
    .orderBy(proposals.id)
    .for('update');
  await tx.delete(proposalOperations).where(isAmong(proposalOperations.proposalId, ids));
  await tx.update(proposalVersions).set({ content: null }).where(isAmong(proposalVersions.proposalId, ids));
  await tx.update(proposals).set({ about: null, forgottenAt: at, forgottenWhy: why }).where(isAmong(proposals.id, ids));
  await clearPrompts(tx, ids);
  // What tells whose it was goes with the rest, in one transaction: there is nothing for a second run to find.
  await tx.delete(proposalPeople).where(isAmong(proposalPeople.proposalId, ids));
  return rows.length;
}

/**
 * For `elsewhere` of `forgetSource`, which has left its marks before: forgets what the source system has taken away, a deal
 * or a person in any.
 */
export function createForgetProposalsOf({ orm, index, now }: { orm: Orm; index: PeopleIndex; now: () => Date }) {
  return async (gone: JobResource): Promise<void> => {
    const { connector, account, resourceType, resourceId } = gone;
    const digests = index.digestsOf([{ reference: `${resourceType}:${resourceId}` }]).map(({ digest }) => digest);
    const noted = orm
      .select({ id: proposalPeople.proposalId })
      .from(proposalPeople)
      .where(inArray(proposalPeople.digest, digests));
    const rows = await orm
      .select({ id: proposals.id })
      .from(proposals)
      .where(
        and(
          eq(proposals.connector, connector),
          eq(proposals.account, account),
          or(
            and(eq(proposals.resourceType, resourceType), eq(proposals.resourceId, resourceId)),
            inArray(proposals.id, noted),
          ),
        ),
      );
    await forgetProposals(
      orm,
      rows.map(({ id }) => id),
      { at: now(), why: 'source' },
    );
  };
}

/**
 * Redacted prompts of proposals that were under way when they were forgotten: the ledger writes a prompt when its answer is
 * there. Beside `clearLatePrompts`, as often.
 */
export async function clearLateProposalPrompts(orm: Orm, now: Date): Promise<void> {
  const since = new Date(now.getTime() - LOOKOUT_MS);
  const rows = await orm
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(gt(proposals.forgottenAt, since), inArray(proposals.forgottenWhy, ['request', 'source'])));
  if (rows.length === 0) return;
  await clearPrompts(
    orm,
    rows.map(({ id }) => id),
  );
}
