import type { Orm } from '@draftsmith/database';
import { acceptances, drafts } from '@draftsmith/database/schema';
import { toAppError } from '@draftsmith/errors';
import { type JobHandler, type JobResource, verdictOn } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import { type ForgetSourceDeps, forgetSource } from '@draftsmith/personal-data';
import { and, eq, sql } from 'drizzle-orm';

export interface ForgetProcessorDeps extends ForgetSourceDeps {
  logger: Logger;
}

/** The source system took words or a person away. Tried again until it is done: this one must not be lost. */
export function createForgetProcessor(deps: ForgetProcessorDeps): JobHandler<'forget'> {
  return async (job, context) => {
    const gone: JobResource = { ...job };
    try {
      await forgetAgent(deps.orm, gone);
      const drafts = await forgetSource(deps, gone, context.enqueuedAt);
      deps.logger.info('Forgotten with the source system', {
        connector: job.connector,
        what: job.resourceType,
        drafts,
      });
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      deps.logger.error('Could not forget what the source system took away', { connector: job.connector, error });
      return verdictOn(error, context) ?? { kind: 'retry', message: error.message };
    }
  };
}

/** A person who is gone may have been an agent: which replies were theirs is forgotten, what became of drafts is not. */
async function forgetAgent(orm: Orm, { connector, account, resourceType, resourceId }: JobResource): Promise<void> {
  if (resourceType !== 'user') return;
  const here = sql`${acceptances.draftId} in (select ${drafts.id} from ${drafts}
    where ${and(eq(drafts.connector, connector), eq(drafts.account, account))})`;
  await orm
    .update(acceptances)
    .set({ agentId: null })
    .where(and(eq(acceptances.agentId, resourceId), here));
}
