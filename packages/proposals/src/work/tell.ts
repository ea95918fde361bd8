import type { Orm } from '@draftsmith/database';
import { proposals } from '@draftsmith/database/schema';
import { toAppError } from '@draftsmith/errors';
import { type JobContext, type JobVerdict, verdictOn } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import { eq } from 'drizzle-orm';
import type { ConnectionOf } from '../deal-look.ts';
import type { Operation, OperationStore } from '../store/operation-store.ts';

export interface TellDeps {
  orm: Orm;
  operations: OperationStore;
  connectionOf: ConnectionOf;
  logger: Logger;
}

/**
 * Tells every workflow that waits for an operation how it ended. What was told is taken off the list afterwards: killed in
 * between, it is told again, and a callback that is gone is no error.
 */
export function createTelling({ orm, operations, connectionOf, logger }: TellDeps) {
  return async ({ id, resource }: Operation, job: JobContext): Promise<JobVerdict> => {
    // Anew: automations may have joined until its end.
    const operation = await operations.find(resource, id);
    if (!operation || operation.state === 'running' || operation.callbacks.length === 0) return { kind: 'done' };
    const deals = connectionOf(resource.connector, resource.account)?.deals;
    const outcome = await outcomeOf(orm, operation);
    try {
      for (const callbackId of operation.callbacks) {
        await deals?.completeAction?.(callbackId, outcome, job.signal);
        await operations.told(id, callbackId);
      }
    } catch (thrown) {
      const error = toAppError(thrown);
      const verdict = verdictOn(error, job);
      if (verdict) return verdict;
      logger.error('A workflow was not told how its proposal ended', { operation: id, error });
    }
    return { kind: 'done' };
  };
}

/** A workflow waits for a proposal: where it joined another operation on the deal there is one, however that went. */
async function outcomeOf(orm: Orm, { state, what, proposalId }: Operation): Promise<{ ok: boolean; url?: string }> {
  const [deal] = await orm.select().from(proposals).where(eq(proposals.id, proposalId));
  const ok = state === 'done' || (what !== 'generate' && (deal?.lastNumber ?? 0) > 0);
  return { ok, ...(deal?.url && { url: deal.url }) };
}
