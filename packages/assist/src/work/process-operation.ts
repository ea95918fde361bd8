import type { Database } from '@draftsmith/database';
import { AppError, toAppError } from '@draftsmith/errors';
import type { JobHandler } from '@draftsmith/jobs';
import type { Sealer } from '@draftsmith/sealing';
import { failureOf, failureOfError } from '../failures.ts';
import { createOperationStore, type Operation } from '../store/operation-store.ts';
import { createOwnDraft } from '../store/own-draft.ts';
import { draftsOf } from '../store/ticket-drafts.ts';
import { createVersionStore } from '../store/version-store.ts';
import { draftOnDemand } from './draft-on-demand.ts';
import { regenerate } from './regenerate.ts';
import { rewrite } from './rewrite.ts';
import { summarise } from './summarise.ts';
import { translate } from './translate.ts';
import type { Ended, Work, WorkDeps } from './work.ts';

export interface AssistProcessorDeps extends WorkDeps {
  database: Database;
  sealer: Sealer;
  now: () => Date;
}

/**
 * Does what an agent asked for. Killed anywhere, the same job runs again and ends the same: a version knows its
 * operation, and a draft is filled once.
 */
export function createAssistProcessor(deps: AssistProcessorDeps): JobHandler<'assist'> {
  const { database, sealer, now, logger } = deps;
  const operations = createOperationStore(database, sealer, now);
  const versions = createVersionStore(database, sealer, now);
  const ownDraft = createOwnDraft(database.orm, sealer, now);

  return async ({ operationId }, { signal, lastTry }) => {
    const operation = await operations.running(operationId);
    // Ended, or forgotten with its ticket.
    if (!operation) return { kind: 'done' };
    const prepare = async (): Promise<Work> => {
      const { connector, account } = operation.resource;
      const connection = deps.connectionOf(connector, account);
      if (!connection) throw new AppError('not-found', `No ${connector} account of this name is set up`);
      return {
        ...{ deps, operation, connection, versions, ownDraft, signal, lastTry },
        policy: await deps.policyOf(connector, account),
        rows: await draftsOf(database.orm, operation.resource),
        step: (step) => operations.step(operationId, step),
      };
    };
    try {
      // Killed between its version and its end: another one would be paid for nothing.
      const isMade = await versions.has(operationId);
      const ended: Ended = isMade ? { kind: 'done' } : await run(operation, await prepare());
      if (ended.kind === 'done') await operations.finish(operationId, ended.result);
      else await operations.fail(operationId, ended.failure);
      logger.info('Asked for beside a ticket', {
        ...{ operation: operationId, what: operation.what, state: ended.kind },
        ...(ended.kind === 'failed' && { reason: ended.failure.code }),
      });
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.cause !== undefined) logger.error('An operation broke', { operation: operationId, error });
      // Cut off by a shutdown, or by the end of its time: nothing is wrong with it.
      if ((error.retryable || signal.aborted) && !lastTry) return { kind: 'retry', message: error.message };
      await operations.fail(operationId, failureOfError(error));
      return { kind: 'done' };
    }
  };
}

function run({ request }: Operation, work: Work): Promise<Ended> {
  // Its key is gone: nobody knows any more what was asked.
  if (!request) return Promise.resolve({ kind: 'failed', failure: failureOf('broke-off') });
  const { revise } = request;
  switch (revise.kind) {
    case 'draft':
      return draftOnDemand(work);
    case 'regenerate':
      return regenerate(work, revise.steer?.trim() || undefined);
    case 'translate':
      return translate(work, revise.into);
    case 'summarise':
      return summarise(work, revise.into);
    default:
      return rewrite(work, revise.kind);
  }
}
