import type { AcceptanceVerdict, Connection, ReplyAfter, ResourceRef } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { toAppError } from '@draftsmith/errors';
import { type JobHandler, type JobPayload, verdictOn } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import { isBeingDrafted, type Learnt, recordAcceptance, type WaitingDraft, waitingDrafts } from './acceptance-store.ts';
import { type DraftVersion, nearestVersion } from './nearest-version.ts';

export interface ReplyProcessorDeps {
  database: Pick<Database, 'orm'>;
  connectionOf: (connector: string, account: string) => Pick<Connection, 'replyAfter'> | undefined;
  /** Every text of a draft that an agent could have used, the waiting one included; empty for forgotten ones. */
  versionsOf: (draftId: string) => Promise<readonly DraftVersion[]>;
  logger: Logger;
  now: () => Date;
  /** Told once for each draft, for metrics. */
  onLearnt?: (verdict: AcceptanceVerdict) => void;
}

/**
 * Staff wrote, or ended a ticket: finds out what became of its drafts. Reads the reply, keeps figures and identifiers,
 * and not a word. Repeated, it finds its drafts settled.
 */
export function createReplyProcessor(deps: ReplyProcessorDeps): JobHandler<'reply'> {
  return async (job, context) => {
    const { signal, enqueuedAt, lastTry } = context;
    try {
      await learn(deps, job, signal);
      // The agent was faster than the draft: it ends in a moment, and then it has its verdict like any other.
      if (!lastTry && (await isBeingDrafted(deps.database.orm, job, enqueuedAt)))
        return { kind: 'retry', message: 'A draft of this ticket is still under way' };
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      const again = verdictOn(error, context);
      if (again) return again;
      const { connector, resourceId } = job;
      deps.logger.warn('What became of a draft could not be learnt', { connector, resource: resourceId, error });
      return { kind: 'done' };
    }
  };
}

async function learn(deps: ReplyProcessorDeps, job: JobPayload<'reply'>, signal: AbortSignal): Promise<void> {
  const { connector, account, resourceType: type, resourceId: id } = job;
  const connection = deps.connectionOf(connector, account);
  if (!connection?.replyAfter) return;
  const resource: ResourceRef = { connector, account, type, id };
  for (const draft of await waitingDrafts(deps.database.orm, job)) {
    const followed = await connection.replyAfter(resource, draft.revision, signal);
    const learnt = await judge(deps, draft, followed);
    if (!learnt || !(await recordAcceptance(deps.database.orm, learnt, deps.now()))) continue;
    deps.onLearnt?.(learnt.verdict);
    deps.logger.info('A draft met its reply', { draft: draft.id, verdict: learnt.verdict });
  }
}

/** @returns undefined while nothing is known, or nothing ever will be */
async function judge(deps: ReplyProcessorDeps, draft: WaitingDraft, followed: ReplyAfter): Promise<Learnt | undefined> {
  const unanswered = { draftId: draft.id, askedAt: draft.askedAt, repliedAt: null, replyId: null, agentId: null };
  switch (followed.kind) {
    case 'reply':
      return judgeReply(deps, draft, followed);
    case 'customer':
      return { ...unanswered, verdict: 'superseded' };
    case 'ended':
      return { ...unanswered, verdict: 'no-reply' };
    case 'nothing':
    case 'gone':
      return undefined;
  }
}

/** Nobody ignores what is not there yet, or only just. Milliseconds; source systems may tell whole seconds only. */
const LEAST_TO_READ = 3_000;

async function judgeReply(
  { versionsOf }: ReplyProcessorDeps,
  draft: WaitingDraft,
  { text, id, at, by, askedAt }: Extract<ReplyAfter, { kind: 'reply' }>,
): Promise<Learnt | undefined> {
  const nearest = nearestVersion(await versionsOf(draft.id), text);
  if (!nearest) return undefined;
  const { verdict, ...compared } = nearest;
  const repliedAt = new Date(at);
  const learnt = {
    ...{ draftId: draft.id, repliedAt, replyId: id, agentId: by || null },
    askedAt: draft.askedAt ?? new Date(askedAt),
  };
  const tooLate = draft.finishedAt !== null && repliedAt.getTime() - draft.finishedAt.getTime() < LEAST_TO_READ;
  if (verdict === 'ignored' && tooLate) return { ...learnt, verdict: 'superseded' };
  return { ...learnt, verdict, compared };
}
