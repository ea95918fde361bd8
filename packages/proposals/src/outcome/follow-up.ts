import type { ResourceRef } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { proposals, proposalWrites } from '@draftsmith/database/schema';
import { isAppError, toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { and, asc, eq, exists, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { ConnectionOf } from '../deal-look.ts';
import type { ProposalRow } from '../store/proposal-row.ts';
import type { WriteRow } from '../store/write-store.ts';

export interface FollowUpDeps {
  orm: Orm;
  connectionOf: ConnectionOf;
  now: () => Date;
  logger: Logger;
}

const [HOUR, DAY] = [60 * 60_000, 24 * 60 * 60_000];
/** How long it is asked what became of a proposal, after a version was attached. */
const LOOKED_AFTER = 60 * DAY;
/** How often. */
const AGAIN = 6 * HOUR;
/** Deals of one run: what is left is first in the next. */
const MOST = 200;

/**
 * Asks what became of the deals whose proposals were attached: their stage, and whether one was sent. For a timer; several
 * processes may run it, and asking twice changes nothing.
 *
 * @returns how many were asked about
 */
export async function followUp(deps: FollowUpDeps, signal: AbortSignal): Promise<number> {
  const { orm, logger } = deps;
  const due = await dueNow(orm, deps.now());
  /** Accounts that do not answer, or have no budget left: they rest until the next run. */
  const resting = new Set<string>();
  let asked = 0;
  for (const deal of due) {
    if (signal.aborted) break;
    const account = JSON.stringify([deal.connector, deal.account]);
    if (resting.has(account)) continue;
    try {
      if (await followOne(deps, deal, signal)) asked += 1;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!isAppError(thrown)) throw thrown;
      logger.warn('What became of a proposal is not known', { proposal: deal.id, kind: error.kind });
      if (error.kind === 'not-found') await put(orm, deal, { gone: true, followedAt: deps.now() });
      else resting.add(account);
    }
  }
  return asked;
}

async function dueNow(orm: Orm, now: Date): Promise<ProposalRow[]> {
  const attached = orm
    .select({ one: sql`1` })
    .from(proposalWrites)
    .where(
      and(
        eq(proposalWrites.proposalId, proposals.id),
        eq(proposalWrites.kind, 'attach'),
        gt(proposalWrites.doneAt, new Date(now.getTime() - LOOKED_AFTER)),
      ),
    );
  const isTime = or(isNull(proposals.followedAt), lt(proposals.followedAt, new Date(now.getTime() - AGAIN)));
  return orm
    .select()
    .from(proposals)
    .where(and(eq(proposals.gone, false), isTime, exists(attached)))
    .orderBy(sql`${proposals.followedAt} asc nulls first`, asc(proposals.id))
    .limit(MOST);
}

async function followOne({ orm, connectionOf, now }: FollowUpDeps, deal: ProposalRow, signal: AbortSignal) {
  const deals = connectionOf(deal.connector, deal.account)?.deals;
  if (!deals) return false;
  const writes = await orm
    .select()
    .from(proposalWrites)
    .where(and(eq(proposalWrites.proposalId, deal.id), isNotNull(proposalWrites.doneAt)))
    .orderBy(asc(proposalWrites.doneAt));
  const { connector, account, resourceType: type, resourceId: id } = deal;
  const resource: ResourceRef = { connector, account, type, id };
  const { stage, sentAt, gone } = await deals.follow(resource, attachedIn(writes), signal);
  await put(orm, deal, {
    ...{ gone, followedAt: now() },
    ...(stage && { stageNow: stage.name, stageOutcome: stage.outcome }),
    // The first time counts.
    ...(sentAt !== undefined && deal.sentAt === null && { sentAt: new Date(sentAt) }),
  });
  return true;
}

/** @param writes the oldest first */
function attachedIn(writes: readonly WriteRow[]) {
  const attached = writes.filter(({ kind }) => kind === 'attach');
  const quoteId = writes.findLast(({ kind }) => kind === 'quote')?.artefactIds[0];
  return {
    // The note's own id comes first.
    fileIds: attached.flatMap(({ artefactIds }) => artefactIds.slice(1)),
    at: (attached[0]?.doneAt ?? new Date(0)).toISOString(),
    ...(quoteId !== undefined && { quoteId }),
  };
}

async function put(orm: Orm, { id }: ProposalRow, set: Partial<typeof proposals.$inferInsert>): Promise<void> {
  await orm.update(proposals).set(set).where(eq(proposals.id, id));
}
