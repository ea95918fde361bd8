import { toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { Proposals } from '@draftsmith/proposals';
import { Router } from 'express';
import type { Accounts } from '../accounts.ts';
import { rawBody, type SignedCallsDeps, signedCall } from './signed-call.ts';

export interface ActionsRouterDeps extends SignedCallsDeps {
  accounts: Pick<Accounts, 'find'>;
  proposals: Pick<Proposals, 'prepare'>;
  logger: Logger;
}

/**
 * `POST /:connector/proposal`: a step of a workflow that waits until a proposal is there. It is recorded, then the workflow
 * is told to wait; the job that makes the proposal tells it to go on. A repeat has the same callback, and changes nothing.
 */
export function actionsRouter(deps: ActionsRouterDeps): Router {
  const { accounts, proposals, logger } = deps;
  const router = Router();
  router.post('/:connector/proposal', rawBody, async (request, response) => {
    const { connector, calls, delivery } = signedCall(deps, String(request.params.connector), request);
    const { account, resource, callbackId, choices } = calls.action(delivery);
    const { id } = connector;
    // A workflow of an account that left us must not wait for ever.
    if (!accounts.find(id, account)?.connection.deals) return void response.json(calls.actionAnswers.goOn);
    try {
      await proposals.prepare({
        ...{ resource: { connector: id, account, ...resource }, key: `action:${callbackId}`, callbackId },
        choices,
      });
      response.json(calls.actionAnswers.wait);
    } catch (thrown) {
      // Nothing was recorded: the source system repeats it, for days where it must.
      logger.error('A workflow step could not be recorded', { connector: id, account, error: toAppError(thrown) });
      response.set('retry-after', '5').status(503).json({});
    }
  });
  return router;
}
