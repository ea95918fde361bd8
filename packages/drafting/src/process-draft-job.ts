import type {
  Connection,
  DraftContext,
  DraftJob,
  DraftState,
  Outcome,
  ResourceRef,
  SeenResource,
} from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import type { JobHandler } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import { draftIdOf, messageKeyOf } from './draft-id.ts';
import { type DraftReplyDeps, type DraftResult, draftReply } from './draft-reply.ts';
import type { DraftRow, DraftStore } from './draft-store.ts';
import { toDraft, toShown, toWritten, type WrittenDraft } from './written-draft.ts';

export interface DraftProcessorDeps extends DraftReplyDeps {
  /** The connection to an account; undefined when it is not set up (any more). */
  connectionOf: (connector: string, account: string) => Connection | undefined;
  store: DraftStore;
  logger: Logger;
  now: () => Date;
  /** Told after each change that a person might be looking at. */
  onChange?: (change: { id: string; state: DraftState }) => void;
  /** Milliseconds from the webhook to the outcome, for metrics. */
  onFinish?: (outcome: Outcome, ms: number) => void;
}

/** What a finished try knows: the row is written once, with all of it. */
type Finished = Partial<DraftRow> & { outcome: Outcome };

/**
 * The flow after the acknowledgement: gather context, claim, draft, write back, receipt. Every way out is a typed
 * outcome in the drafts table. Killed anywhere, the same job runs again and ends the same: reading changes nothing, the
 * claim is its own, and the write-back recognises its own note.
 */
export function createDraftProcessor(deps: DraftProcessorDeps): JobHandler<'draft'> {
  return async (job, { signal, enqueuedAt, lastTry }) => {
    const row: DraftRow = { id: draftIdOf(job), ...job, state: 'working', receivedAt: enqueuedAt };
    try {
      const finished = await runDraftJob(deps, job, row, signal);
      if (finished) await save(deps, row, finished);
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      // A cause is kept where the operator needs it: our own bugs, and the database.
      if (error.cause !== undefined) deps.logger.error('A draft broke', { draft: row.id, error });
      // Cut off by a shutdown, or by the end of its time: nothing is wrong with it.
      const goesOn = (error.retryable || signal.aborted) && !lastTry;
      await save(deps, row, { outcome: failed(error, goesOn) }, goesOn ? 'working' : undefined);
      return goesOn ? { kind: 'retry', message: error.message } : { kind: 'done' };
    }
  };
}

/** @returns undefined when another job has this very message. */
async function runDraftJob(
  deps: DraftProcessorDeps,
  job: DraftJob,
  row: DraftRow,
  signal: AbortSignal,
): Promise<Finished | undefined> {
  const connection = deps.connectionOf(job.connector, job.account);
  if (!connection)
    return {
      outcome: {
        kind: 'failed',
        error: 'invalid',
        message: `No ${job.connector} account of this name is set up`,
        retryable: false,
      },
    };

  const resource: ResourceRef = {
    connector: job.connector,
    account: job.account,
    type: job.resourceType,
    id: job.resourceId,
  };
  const gathered = await connection.gatherContext(resource, signal);
  if (gathered.kind === 'skip') {
    const { reason, detail, seen } = gathered;
    return { ...(seen && about(seen)), outcome: { kind: 'skipped', reason, ...(detail && { detail }) } };
  }

  const { context } = gathered;
  Object.assign(row, about(context));
  const claim = await deps.store.claim({ ...row, revision: context.revision });
  if (claim.kind === 'taken') {
    deps.logger.info('This message has its draft already', { draft: claim.by, delivery: job.deliveryId });
    return claim.unfinished ? { outcome: { kind: 'skipped', reason: 'already-drafted' } } : undefined;
  }
  row.id = claim.id;
  row.revision = context.revision;
  deps.onChange?.({ id: row.id, state: 'working' });

  const written = claim.written ?? (await write(deps, connection, context, row, signal));
  if ('outcome' in written) return written;
  // From here on every save keeps it, also the one of a write-back that fails.
  Object.assign(row, written);
  return writeBack(connection, context, written, signal);
}

/**
 * Drafts, and keeps the draft before the source system gets it: killed in between, the next try writes the same text
 * again instead of paying for another one that might differ from what is there already.
 *
 * @throws AppError `unavailable` when no provider could be reached: an outage costs a draft time, not its life.
 */
async function write(
  deps: DraftProcessorDeps,
  connection: Connection,
  context: DraftContext,
  row: DraftRow,
  signal: AbortSignal,
): Promise<WrittenDraft | Finished> {
  const result = await draftReply(deps, { context, brief: connection.describeDraft(context), draftId: row.id, signal });
  if (result.kind === 'skipped') {
    if (!result.retryable) return skipped(result);
    row.attempts = toShown(result.attempts ?? []);
    throw new AppError('unavailable', `No provider could answer: ${result.detail}`, { code: 'llm.exhausted' });
  }
  const written = toWritten(result.draft, result.completion);
  await deps.store.save({ ...row, ...written });
  return written;
}

async function writeBack(
  connection: Connection,
  context: DraftContext,
  written: WrittenDraft,
  signal: AbortSignal,
): Promise<Finished> {
  const draft = toDraft(written);
  if (!draft) throw new AppError('invalid', 'The stored draft is not whole', { code: 'drafts.incomplete' });
  const { resource, revision, freshness } = context;
  try {
    const receipt = await connection.writeBack(
      { resource, draft, idempotencyKey: messageKeyOf(context), context: { revision, freshness } },
      signal,
    );
    if (receipt.kind === 'stale')
      return { ...written, outcome: { kind: 'skipped', reason: 'stale', detail: receipt.detail } };
    const { artefactId, auditId } = receipt.location;
    return { ...written, artefactId, auditId: auditId ?? null, outcome: { kind: 'drafted' } };
  } catch (thrown) {
    const reason = goneReason(toAppError(thrown));
    if (!reason) throw thrown;
    return { ...written, outcome: { kind: 'skipped', reason } };
  }
}

/**
 * The resource was closed or deleted while the draft was being written: nothing is wrong, and nothing is left to do. A
 * bare `not-found` is not enough: a proxy's 404 says nothing about the resource.
 */
function goneReason({ code }: AppError): 'closed' | 'deleted' | undefined {
  if (code === 'resource-closed') return 'closed';
  return code === 'resource-gone' ? 'deleted' : undefined;
}

function about({ subject, customer, url }: SeenResource) {
  return { subject, customerName: customer.name ?? null, url: url ?? null };
}

function skipped({ reason, detail, language, attempts }: DraftResult & { kind: 'skipped' }): Finished {
  return {
    language: language ?? null,
    attempts: toShown(attempts ?? []),
    outcome: { kind: 'skipped', reason, ...(detail && { detail }) },
  };
}

function failed(error: AppError, retryable: boolean): Outcome {
  return {
    kind: 'failed',
    error: error.kind,
    message: error.message,
    retryable,
    ...(error.code && { code: error.code }),
  };
}

async function save(
  deps: DraftProcessorDeps,
  row: DraftRow,
  finished: Finished,
  state: 'working' | undefined = undefined,
): Promise<void> {
  const { outcome } = finished;
  const complete = {
    ...row,
    ...finished,
    outcome: { ...outcome },
    state: state ?? outcome.kind,
    finishedAt: state ? null : deps.now(),
  };
  const id = await deps.store.save(complete);
  deps.onChange?.({ id, state: complete.state });
  if (!state) deps.onFinish?.(outcome, deps.now().getTime() - row.receivedAt.getTime());
  // Whoever keeps warnings only must still see what a person has to mend.
  deps.logger[complete.state === 'failed' ? 'warn' : 'info']('Draft', {
    draft: id,
    resource: row.resourceId,
    state: complete.state,
    ...(outcome.kind === 'skipped' && { reason: outcome.reason }),
    ...(outcome.kind === 'failed' && { errorKind: outcome.error, errorCode: outcome.code }),
  });
}
