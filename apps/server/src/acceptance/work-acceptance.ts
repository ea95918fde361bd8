import { createForgetProcessor, createReplyProcessor } from '@draftsmith/acceptance';
import { versionsOf } from '@draftsmith/assist';
import { AppError } from '@draftsmith/errors';
import { type JobHandler, type JobResource, removeJobsOf } from '@draftsmith/jobs';
import { removeDocuments } from '@draftsmith/library';
import { createPeopleIndex } from '@draftsmith/personal-data';
import { createForgetProposalsOf } from '@draftsmith/proposals';
import type { Parts } from '../parts.ts';
import { purgeAllAnswers } from '../person/purge-answers.ts';

/** Both are quick, and drafts go first. */
const CONCURRENCY = 2;

/** Learns what became of drafts, and forgets what source systems have taken away. */
export async function workAcceptance(parts: Parts): Promise<void> {
  const { options, accounts, database, queue, metrics, sealing } = parts;
  const now = () => new Date();
  const index = createPeopleIndex(sealing.peopleKey);
  const reply = createReplyProcessor({
    database,
    connectionOf: (connector, account) => accounts.find(connector, account)?.connection,
    versionsOf: (draftId) => versionsOf(database, sealing.sealer, draftId),
    logger: options.logger.child({ component: 'acceptance' }),
    now,
    onLearnt: metrics.learnt,
  });
  const forget = createForgetProcessor({
    orm: database.orm,
    index,
    elsewhere: [
      (gone) => forgetPastReplies(parts, gone),
      createForgetProposalsOf({ orm: database.orm, index, now }),
      () => forgetAnswers(parts),
    ],
    logger: options.logger.child({ component: 'forget' }),
    now,
  });
  await queue.work('reply', CONCURRENCY, reply);
  await queue.work('forget', CONCURRENCY, withoutTrace(parts, forget));
}

/** The job names who is gone, and the queue keeps what has ended for a day: this one goes at once, and is done by then. */
function withoutTrace({ database }: Parts, forget: JobHandler<'forget'>): JobHandler<'forget'> {
  return async ({ deliveryId, ...gone }, context) => {
    const verdict = await forget({ deliveryId, ...gone }, context);
    if (verdict.kind === 'done') await removeJobsOf(database.orm, 'forget', [gone]);
    return verdict;
  };
}

/** What was kept of a ticket's answers for other tickets; connectors name them by their ticket. */
async function forgetPastReplies({ database }: Parts, { resourceType, resourceId, ...account }: JobResource) {
  if (resourceType !== 'ticket') return;
  await removeDocuments(database.orm, account, 'past-reply', [`past-reply:${resourceId}`]);
}

/** A cached answer says nothing of what it was made from. */
async function forgetAnswers({ database, chain }: Parts): Promise<void> {
  const unreached = await purgeAllAnswers(database.orm, chain.purge);
  if (unreached) throw new AppError('unavailable', unreached, { code: 'forget.answers' });
}
