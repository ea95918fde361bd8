import type { DraftContext, Outcome } from '@draftsmith/contracts';
import { type DraftResult, draftReply, toWritten } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { failureOf, failureOfSkip } from '../failures.ts';
import { whyUnanswered } from './why-unanswered.ts';
import { briefOf, type Ended, gather, isErased, payerOf, type Work } from './work.ts';

/** A draft because an agent asks for one, whatever the rules say of the message. Nothing goes into the source system. */
export async function draftOnDemand(work: Work, steer?: string): Promise<Ended> {
  await work.step('reading');
  const gathered = await gather(work);
  if (gathered.kind === 'skip') return { kind: 'failed', failure: failureOfSkip(gathered.reason) };
  return draftFor(work, gathered.context, steer);
}

/** @param steer with one, only a model can write it */
export async function draftFor(work: Work, context: DraftContext, steer?: string): Promise<Ended> {
  const { deps, operation, ownDraft } = work;
  const taken = await ownDraft.take(context, operation.id);
  if (taken.kind === 'forgotten') return { kind: 'failed', failure: failureOf('erased') };
  if (taken.kind === 'there') return { kind: 'done' };
  const { id } = taken;
  if (await isErased(work, id, context)) return { kind: 'failed', failure: failureOf('erased') };
  deps.onChange?.({ id, state: 'working' });

  const result = await draftReply(deps, {
    context,
    brief: await briefOf(work, context),
    draftId: id,
    policy: work.policy,
    signal: work.signal,
    user: payerOf(work),
    onStep: work.step,
    ...(steer && { wish: { steer } }),
  });
  if (result.kind === 'skipped') return notDrafted(work, id, result, steer !== undefined);
  // A model takes its time, and somebody may have been erased in it.
  if (await isErased(work, id, context)) return { kind: 'failed', failure: failureOf('erased') };
  await ownDraft.fill(id, operation.id, toWritten(result.draft, result.completion));
  deps.onChange?.({ id, state: 'drafted' });
  return { kind: 'done' };
}

/**
 * The row says why, as it does after a job, so that the ticket is shown alike however it was asked for. A steer that
 * could not be followed says nothing about the message: then the agent alone is told.
 */
async function notDrafted(
  { deps, operation, ownDraft, lastTry }: Work,
  id: string,
  result: DraftResult & { kind: 'skipped' },
  steered: boolean,
): Promise<Ended> {
  const { reason, detail, language, retryable } = result;
  if (retryable && !lastTry)
    throw new AppError('unavailable', `No provider could answer: ${detail}`, { code: 'llm.exhausted' });
  const outcome: Outcome = { kind: 'skipped', reason, ...(detail && reason !== 'refused' && { detail }) };
  await ownDraft.end(id, operation.id, outcome, { language });
  deps.onChange?.({ id, state: 'skipped' });
  if (steered) return { kind: 'failed', failure: whyUnanswered(result) };
  return retryable ? { kind: 'failed', failure: failureOf('unreachable') } : { kind: 'done' };
}
