import type { Acceptance, AcceptanceVerdict } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { acceptances, drafts } from '@draftsmith/database/schema';
import type { JobResource } from '@draftsmith/jobs';
import { and, asc, eq, isNotNull, isNull, lte, type SQL } from 'drizzle-orm';

/** A draft whose fate is not known yet. */
export interface WaitingDraft {
  id: string;
  /** The message that it answers. */
  revision: string;
  askedAt: Date | null;
  finishedAt: Date | null;
}

/** What became of a draft. Without a comparison where there was no reply to it. */
export interface Learnt {
  draftId: string;
  verdict: AcceptanceVerdict;
  compared?: Omit<Acceptance, 'verdict'> & { version: number };
  askedAt: Date | null;
  repliedAt: Date | null;
  replyId: string | null;
  agentId: string | null;
}

/** A ticket has few drafts without an answer; more are left from before answers were learnt. */
const MOST = 50;

/** Of one ticket, oldest first. Whose words are forgotten has nothing left to compare. */
export async function waitingDrafts(orm: Orm, resource: JobResource): Promise<WaitingDraft[]> {
  const { id, revision, askedAt, finishedAt } = drafts;
  const rows = await orm
    .select({ id, revision, askedAt, finishedAt })
    .from(drafts)
    .leftJoin(acceptances, eq(acceptances.draftId, drafts.id))
    .where(
      and(
        isAbout(resource),
        eq(drafts.state, 'drafted'),
        isNotNull(drafts.revision),
        isNull(drafts.forgottenAt),
        isNull(acceptances.draftId),
      ),
    )
    .orderBy(asc(drafts.receivedAt), asc(drafts.id))
    .limit(MOST);
  return rows.flatMap((row) => (row.revision === null ? [] : { ...row, revision: row.revision }));
}

/** Whether a draft of that ticket was under way when its reply came. */
export async function isBeingDrafted(orm: Orm, resource: JobResource, until: Date): Promise<boolean> {
  const working = and(isAbout(resource), eq(drafts.state, 'working'), lte(drafts.receivedAt, until));
  return (await orm.$count(drafts, working)) > 0;
}

function isAbout({ connector, account, resourceType, resourceId }: JobResource): SQL | undefined {
  return and(
    eq(drafts.connector, connector),
    eq(drafts.account, account),
    eq(drafts.resourceType, resourceType),
    eq(drafts.resourceId, resourceId),
  );
}

/**
 * Once for each draft: what was learnt first stays.
 *
 * @returns false when it was known already, or the draft is gone
 */
export async function recordAcceptance(orm: Orm, { compared, ...learnt }: Learnt, learntAt: Date): Promise<boolean> {
  return orm.transaction(async (tx) => {
    // Held, so that a draft whose time is over just now is no broken key.
    const known = await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, learnt.draftId)).for('share');
    if (known.length === 0) return false;
    const added = await tx
      .insert(acceptances)
      .values({
        ...learnt,
        version: compared?.version ?? null,
        kept: compared?.kept ?? null,
        added: compared?.added ?? null,
        edits: [...(compared?.edits ?? [])],
        learntAt,
      })
      .onConflictDoNothing()
      .returning({ id: acceptances.draftId });
    return added.length > 0;
  });
}
