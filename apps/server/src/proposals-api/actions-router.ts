import type { AutomationCall, ConnectorCalls, DealConnection, ResourceRef } from '@draftsmith/contracts';
import { isAppError, toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { Prepare, Proposals } from '@draftsmith/proposals';
import { type Response, Router } from 'express';
import type { Accounts } from '../accounts.ts';
import { createLimits } from '../http/limits.ts';
import { localeIn } from './locale-in.ts';
import { rawBody, type SignedCallsDeps, signedCall } from './signed-call.ts';

export interface ActionsRouterDeps extends SignedCallsDeps {
  accounts: Pick<Accounts, 'find'>;
  proposals: Pick<Proposals, 'prepare'>;
  logger: Logger;
}

/** A workflow that takes in a thousand deals at once has its proposals after a quarter of an hour. */
const PER_ACCOUNT = { max: 60, ms: 60_000 };
/** Milliseconds: how long we look whether there is such a deal, and after which we ask to be asked again. */
const [PATIENCE, PAUSE] = [2_000, 5_000];

/**
 * `POST /:connector/proposal`: a step of a workflow that waits until a proposal is there. It is recorded, then the workflow
 * is told to wait; the job that makes the proposal tells it to go on. A repeat has the same callback, and changes nothing.
 */
export function actionsRouter(deps: ActionsRouterDeps): Router {
  const { accounts, proposals, logger, now } = deps;
  const take = createLimits(() => now().getTime(), 'proposals.too-many');
  const router = Router();
  router.post('/:connector/proposal', rawBody, async (request, response) => {
    const { connector, calls, delivery } = signedCall(deps, String(request.params.connector), request, 'automations');
    const call = calls.action(delivery);
    const where = { connector: connector.id, account: call.account };
    const resource: ResourceRef = { ...where, ...call.resource };
    const goOn = () => void response.json(calls.actionAnswers.goOn);
    // A workflow of an account that left us must not wait for ever.
    const deals = accounts.find(where.connector, where.account)?.connection.deals;
    if (!deals) return goOn();
    try {
      take(`${where.connector}/${where.account}`, PER_ACCOUNT);
      if (await isGone(deals, resource, now())) return goOn();
      await proposals.prepare(prepareOf(call, resource));
      response.json(calls.actionAnswers.wait);
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'proposals.too-many') return askAgain(response, 429, calls, error.retryAfterMs ?? PAUSE);
      // Nothing was recorded: the source system repeats it, for days where it must.
      logger.error('A workflow step could not be recorded', { ...where, error });
      askAgain(response, 503, calls, PAUSE);
    }
  });
  return router;
}

function prepareOf({ callbackId, choices }: AutomationCall, resource: ResourceRef): Prepare {
  // What an admin typed into a workflow: a language that is none must not end in a proposal that can never be made.
  const locale = localeIn(choices.locale);
  const { templateId } = choices;
  return {
    ...{ resource, key: `action:${callbackId}`, callbackId },
    choices: { ...(templateId !== undefined && { templateId }), ...(locale !== undefined && { locale }) },
  };
}

/**
 * Whoever names deals that do not exist leaves no rows behind. Where nobody can tell just now, the step is recorded, and the
 * job finds out.
 */
async function isGone(deals: DealConnection, resource: ResourceRef, at: Date): Promise<boolean> {
  try {
    const nothing = { fileIds: [], at: at.toISOString() };
    return (await deals.follow(resource, nothing, AbortSignal.timeout(PATIENCE))).gone;
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return false;
  }
}

function askAgain(response: Response, status: number, { actionRetryAfter }: ConnectorCalls, ms: number): void {
  const after = actionRetryAfter === 'milliseconds' ? ms : Math.ceil(ms / 1_000);
  response.set('retry-after', String(after)).status(status).json({});
}
