import type { ProposalSettings, ResourceRef } from '@draftsmith/contracts';
import { toAppError } from '@draftsmith/errors';
import { type JobHandler, verdictOn } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import type { Proposals } from '@draftsmith/proposals';
import type { Accounts } from '../accounts.ts';

export interface PrepareDeps {
  accounts: Pick<Accounts, 'find'>;
  settings: { of(connector: string, account: string): Promise<ProposalSettings> };
  proposals: Pick<Proposals, 'prepare'>;
  logger: Logger;
}

/** Milliseconds to read one deal. */
const PATIENCE = 30_000;

/**
 * A deal moved to another stage. Where it stands is read anew: by now it may have moved on, and a proposal is prepared for
 * where it is.
 */
export function createPrepareProcessor({ accounts, settings, proposals, logger }: PrepareDeps): JobHandler<'prepare'> {
  return async ({ connector, account, resourceType: type, resourceId: id, deliveryId }, job) => {
    const deals = accounts.find(connector, account)?.connection.deals;
    const { stages } = await settings.of(connector, account);
    if (stages.length === 0) return { kind: 'done' };
    // Connected in another process a moment ago, or not to be opened just now.
    if (!deals) return job.lastTry ? { kind: 'done' } : { kind: 'retry', message: 'The account is not open yet' };
    const resource: ResourceRef = { connector, account, type, id };
    try {
      const gathered = await deals.gather(resource, { characters: 0, relevant: [] }, AbortSignal.timeout(PATIENCE));
      const stage = gathered.kind === 'deal' ? gathered.context.deal.stage?.id : undefined;
      if (stage !== undefined) await proposals.prepare({ resource, key: deliveryId, stage });
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      const again = verdictOn(error, job);
      if (again) return again;
      logger.warn('A proposal could not be prepared', { connector, resource: id, error });
      return { kind: 'done' };
    }
  };
}
