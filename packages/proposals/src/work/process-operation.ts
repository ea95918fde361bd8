import type { Database } from '@draftsmith/database';
import { renderDocx, renderPdf } from '@draftsmith/documents';
import { toAppError } from '@draftsmith/errors';
import { type JobHandler, verdictOn } from '@draftsmith/jobs';
import { writeProposal, writeSection } from '@draftsmith/proposal-writing';
import type { Sealer } from '@draftsmith/sealing';
import { dealsOf } from '../deal-look.ts';
import { isSuperseded, problemOfError, Refused, refused } from '../problems.ts';
import { createOperationStore, type Operation } from '../store/operation-store.ts';
import { createVersionStore } from '../store/version-store.ts';
import { createWriteStore } from '../store/write-store.ts';
import { attach } from './attach.ts';
import { edit } from './edit.ts';
import { generate } from './generate.ts';
import { quote } from './quote.ts';
import { regenerate } from './regenerate.ts';
import { restore } from './restore.ts';
import { createTelling } from './tell.ts';
import type { Work, WorkDeps } from './work.ts';

export interface ProposalProcessorDeps extends Omit<WorkDeps, 'writing' | 'documents'> {
  /** The suite's own, unless a test brings others. */
  writing?: WorkDeps['writing'];
  documents?: WorkDeps['documents'];
  database: Database;
  sealer: Sealer;
  now: () => Date;
}

const OWN: Pick<WorkDeps, 'writing' | 'documents'> = {
  writing: { proposal: writeProposal, section: writeSection },
  documents: { docx: renderDocx, pdf: renderPdf },
};

/** Milliseconds for which somebody is left in front of a card that waits: a limit of a day is told. Automations wait. */
const PATIENCE = 60_000;

/**
 * Does what somebody asked for on a deal. Killed anywhere, the same job runs again and ends the same: a version knows its
 * operation, writes have keys, only the newest try may end it, and who waits for it is told until they are.
 */
export function createProposalProcessor(deps: ProposalProcessorDeps): JobHandler<'proposal'> {
  const { database, sealer, now, logger } = deps;
  const operations = createOperationStore(database, sealer, now);
  const versions = createVersionStore(database, sealer, now);
  const writes = createWriteStore(database.orm, now);
  const tell = createTelling({ ...deps, operations, orm: database.orm });

  return async ({ operationId }, job) => {
    const operation = await operations.claim(operationId);
    // Forgotten with its deal.
    if (!operation) return { kind: 'done' };
    if (operation.state !== 'running') return tell(operation, job);
    const prepare = async (): Promise<Work> => {
      const { resource } = operation;
      return {
        ...{ operation, versions, writes, signal: job.signal, lastTry: job.lastTry },
        deps: { ...OWN, ...deps },
        deals: dealsOf(deps.connectionOf, resource),
        settings: await deps.settings.of(resource.connector, resource.account),
        step: (step) => operations.step(operation, step),
      };
    };
    try {
      // Killed between its version and its end: another one would be paid for nothing.
      const made = await versions.madeBy(operationId);
      await operations.finish(operation, made ?? (await run(await prepare())));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (isSuperseded(error)) return { kind: 'done' };
      if (error.cause !== undefined) logger.error('An operation on a deal broke', { operation: operationId, error });
      const verdict = error instanceof Refused ? undefined : verdictOn(error, job);
      const isTooLong = verdict?.kind === 'later' && verdict.afterMs > PATIENCE && !operation.preparing;
      if (verdict && !isTooLong) return verdict;
      const problem = problemOfError(error);
      logger.info('Asked for on a deal in vain', {
        operation: operationId,
        what: operation.what,
        problem: problem.code,
      });
      await operations.fail(operation, problem);
    }
    return tell(operation, job);
  };
}

function run(work: Work): Promise<number> {
  const { request } = work.operation satisfies Operation;
  // Its key is gone: nobody knows any more what was asked.
  if (!request) throw refused('broke-off');
  switch (request.what) {
    case 'generate':
      return generate(work, request.choices);
    case 'regenerate':
      return regenerate(work, request);
    case 'edit':
      return edit(work, request);
    case 'restore':
      return restore(work, request.version);
    case 'attach':
      return attach(work, request);
    case 'quote':
      return quote(work, request);
  }
}
