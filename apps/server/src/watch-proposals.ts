import type { Orm } from '@draftsmith/database';
import { proposalOperations } from '@draftsmith/database/schema';
import type { JobHandler, JobQueue } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import { followUp } from '@draftsmith/proposals';
import { and, eq, gte } from 'drizzle-orm';
import type { Metrics } from './metrics.ts';
import type { Parts } from './parts.ts';

/** Milliseconds between two looks for what became of proposals. */
const FOLLOW_EVERY = 30 * 60_000;

/** Asks source systems what became of deals with proposals. Returns how to stop: a look that is under way ends first. */
export function watchFollowUps(
  { options, accounts, database }: Pick<Parts, 'options' | 'accounts' | 'database'>,
  every = FOLLOW_EVERY,
): () => Promise<void> {
  const logger = options.logger.child({ component: 'proposals' });
  const stopping = new AbortController();
  const deps = {
    orm: database.orm,
    connectionOf: (connector: string, account: string) => accounts.find(connector, account)?.connection,
    now: () => new Date(),
    logger,
  };
  let looking: Promise<unknown> | undefined;
  const look = () => {
    // Accounts that answer slowly do not pile up looks.
    looking ??= followUp(deps, stopping.signal)
      .catch((error) => logger.warn('Could not ask what became of proposals', { error }))
      .finally(() => {
        looking = undefined;
      });
  };
  look();
  const timer = setInterval(look, every);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await looking;
  };
}

interface Counting {
  orm: Orm;
  metrics: Pick<Metrics, 'proposal'>;
  logger: Logger;
}

/** The same queue, whose jobs on deals are counted by how they ended. */
export function countProposals(queue: JobQueue, counting: Counting): JobQueue {
  const work: JobQueue['work'] = (name, concurrency, handler) =>
    name === 'proposal'
      ? queue.work('proposal', concurrency, counted(handler as JobHandler<'proposal'>, counting))
      : queue.work(name, concurrency, handler);
  return { ...queue, work };
}

/** In the try that ended it: a later one may only have to tell somebody. */
function counted(handler: JobHandler<'proposal'>, { orm, metrics, logger }: Counting): JobHandler<'proposal'> {
  return async (job, context) => {
    const begun = new Date();
    const verdict = await handler(job, context);
    const { id, what, problem, finishedAt } = proposalOperations;
    await orm
      .select({ what, problem })
      .from(proposalOperations)
      .where(and(eq(id, job.operationId), gte(finishedAt, begun)))
      .then(
        ([ended]) => ended && metrics.proposal(ended.what, ended.problem ?? 'done'),
        (error) => logger.warn('How a proposal ended was not counted', { error }),
      );
    return verdict;
  };
}
