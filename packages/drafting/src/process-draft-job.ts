import type {
  Connection,
  DraftContext,
  DraftingRules,
  DraftJob,
  ResourceRef,
  SeenResource,
} from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import { type JobHandler, verdictOn } from '@draftsmith/jobs';
import { voiceOf } from '@draftsmith/rules';
import { applyRules } from './apply-rules.ts';
import { readContext } from './contain-context.ts';
import { about, type Finished, failed, NOT_SET_UP, skipped, stoppedAs } from './draft-end.ts';
import { draftIdOf } from './draft-id.ts';
import type { DraftProcessorDeps } from './draft-processor-deps.ts';
import { draftReply } from './draft-reply.ts';
import type { DraftRow } from './draft-store.ts';
import { languageOf } from './question.ts';
import { saveDraft } from './save-draft.ts';
import { turn } from './turn.ts';
import { writeBackDraft } from './write-back-draft.ts';
import { toShown, toWritten, type WrittenDraft } from './written-draft.ts';

/**
 * The flow after the acknowledgement: gather context, claim, ask the rules, draft, write back, receipt. Every way out is
 * a typed outcome in the drafts table. Killed anywhere, the same job runs again and ends the same: reading changes
 * nothing, the claim is its own, and the write-back recognises its own note.
 */
export function createDraftProcessor(deps: DraftProcessorDeps): JobHandler<'draft'> {
  return async (job, context) => {
    const row: DraftRow = { id: draftIdOf(job), ...job, state: 'working', receivedAt: context.enqueuedAt };
    try {
      const finished = await runDraftJob(deps, job, row, context.signal);
      if (finished) await saveDraft(deps, row, finished);
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      // A cause is kept where the operator needs it: our own bugs, and the database.
      if (error.cause !== undefined) deps.logger.error('A draft broke', { draft: row.id, error });
      const again = verdictOn(error, context);
      // Nothing was read yet: it waits like any other job. Where another job has its message, a row would be one too many.
      if (again?.kind === 'later' && !row.revision) {
        const { kind: errorKind, code: errorCode } = error;
        deps.logger.info('A draft waits for its turn', { draft: row.id, errorKind, errorCode, ms: again.afterMs });
        return again;
      }
      await saveDraft(deps, row, { outcome: failed(error, again !== undefined) }, again && 'working');
      return again ?? { kind: 'done' };
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
  const { connector, account, resourceType: type, resourceId: id } = job;
  const connection = deps.connectionOf(connector, account);
  if (!connection) return NOT_SET_UP(connector);

  const resource: ResourceRef = { connector, account, type, id };
  const gathered = await connection.gatherContext(resource, signal);
  if (gathered.kind === 'skip') {
    const { reason, detail, seen } = gathered;
    const stopped = seen && (await noteSeen(deps, row, seen));
    if (stopped) return stopped;
    return { ...(seen && about(seen)), outcome: { kind: 'skipped', reason, ...(detail && { detail }) } };
  }

  const { context } = gathered;
  Object.assign(row, about(context));
  const claim = await deps.store.claim({ ...row, revision: context.revision });
  if (claim.kind === 'taken') {
    deps.logger.info('This message has its draft already', { draft: claim.by, delivery: job.deliveryId });
    if (!claim.unfinished) return undefined;
    await note(deps, row.id, context);
    return { outcome: { kind: 'skipped', reason: 'already-drafted' } };
  }
  row.id = claim.id;
  row.revision = context.revision;
  deps.onChange?.({ id: row.id, state: 'working' });

  // At once: the row holds words about them now, and an erasure must find it.
  const stopped = await note(deps, row.id, context);
  if (stopped) return stopped;
  const rules = await deps.rulesOf(connector, account);
  const written = claim.written ?? (await write(deps, { connection, context, row, rules }, signal));
  if ('outcome' in written) return written;
  // From here on every save keeps it, also the one of a write-back that fails.
  Object.assign(row, written);
  // A model takes its time, and somebody may have been erased in it.
  const stoppedMeanwhile = await note(deps, row.id, context);
  if (stoppedMeanwhile) return stoppedMeanwhile;
  if (rules.deliver === 'sidebar') return { ...written, outcome: { kind: 'drafted' } };
  return writeBackDraft(connection, context, written, signal);
}

/** @returns how the draft ends, where somebody or something it is about is gone */
async function note({ people }: DraftProcessorDeps, id: string, context: DraftContext): Promise<Finished | undefined> {
  const answer = await people.note(id, [context.customer, ...context.people]);
  return answer === 'noted' ? undefined : stoppedAs(answer);
}

/** A skipped draft names its customer as well; its row is made first, because there is no claim that did. */
async function noteSeen(deps: DraftProcessorDeps, row: DraftRow, seen: SeenResource): Promise<Finished | undefined> {
  const id = await deps.store.save({ ...row, ...about(seen) });
  const answer = await deps.people.note(id, [seen.customer]);
  return answer === 'noted' ? undefined : stoppedAs(answer);
}

interface Writing {
  connection: Connection;
  context: DraftContext;
  row: DraftRow;
  rules: DraftingRules;
}

/**
 * Drafts where the rules allow it, and keeps the draft before the source system gets it: killed in between, the next try
 * writes the same text again instead of paying for another one that might differ from what is there already.
 *
 * @throws AppError `unavailable` when no provider could be reached: an outage costs a draft time, not its life.
 */
async function write(
  deps: DraftProcessorDeps,
  { connection, context, row, rules }: Writing,
  signal: AbortSignal,
): Promise<WrittenDraft | Finished> {
  await turn();
  const language = languageOf(readContext(context));
  const verdict = await applyRules(deps, rules, { context, row, language });
  if (verdict !== 'draft') return { language, outcome: { kind: 'skipped', reason: 'rules', detail: verdict } };

  const policy = await deps.policyOf(row.connector, row.account);
  const brief = connection.describeDraft(context, voiceOf(rules, context.facts?.brand));
  const result = await draftReply(deps, { context, brief, draftId: row.id, policy, signal });
  if (result.kind === 'skipped') {
    if (!result.retryable) return skipped(result);
    row.attempts = toShown(result.attempts ?? []);
    throw new AppError('unavailable', `No provider could answer: ${result.detail}`, { code: 'llm.exhausted' });
  }
  const written = toWritten(result.draft, result.completion);
  await deps.store.save({ ...row, ...written });
  return written;
}
