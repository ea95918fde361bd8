import type { Draft } from '@draftsmith/contracts';
import { draftReply } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { type Completion, formatUsd, parseUsd } from '@draftsmith/llm';
import { failureOf, failureOfSkip } from '../failures.ts';
import type { DraftRow } from '../store/ticket-drafts.ts';
import type { NewVersion } from '../store/version-store.ts';
import { draftFor } from './draft-on-demand.ts';
import { whyUnanswered } from './why-unanswered.ts';
import { baseOf, briefOf, type Ended, gather, isErased, payerOf, type Work } from './work.ts';

/** Another draft from the same sources, as the agent wishes; of a newer message where one came meanwhile. */
export async function regenerate(work: Work, steer: string | undefined): Promise<Ended> {
  await work.step('reading');
  const gathered = await gather(work);
  if (gathered.kind === 'skip') return { kind: 'failed', failure: failureOfSkip(gathered.reason) };
  const { context } = gathered;
  const found = await baseOf(work);
  // For a newer message there is nothing yet that could be written anew.
  if (!found || found.row.revision !== context.revision) return draftFor(work, context, steer);
  const { row, base } = found;
  if (await isErased(work, row.id, context)) return { kind: 'failed', failure: failureOf('erased') };

  const result = await draftReply(work.deps, {
    context,
    brief: await briefOf(work, context),
    draftId: row.id,
    policy: work.policy,
    signal: work.signal,
    user: payerOf(work),
    onStep: work.step,
    wish: { previous: base.text, ...(steer && { steer }) },
  });
  if (result.kind === 'skipped') {
    if (result.retryable && !work.lastTry)
      throw new AppError('unavailable', `No provider could answer: ${result.detail}`, { code: 'llm.exhausted' });
    return { kind: 'failed', failure: whyUnanswered(result) };
  }
  const { draft, completion } = result;
  if (!draft.modelWritten) return { kind: 'failed', failure: failureOf('no-model') };
  if (draft.text === base.text) return { kind: 'failed', failure: failureOf('same-text') };
  if (await isErased(work, row.id, context)) return { kind: 'failed', failure: failureOf('erased') };
  await keep(work, row, { how: 'regenerate', steer: steer ?? null, draft, costUsd: costOf(draft, completion) });
  return { kind: 'done' };
}

/** The newest version from now on, for everybody. */
export async function keep(
  { operation, versions, deps }: Work,
  { id, state }: DraftRow,
  version: Pick<NewVersion, 'how' | 'steer' | 'draft' | 'costUsd'>,
): Promise<void> {
  const { agentId, byName } = operation;
  await versions.add({ draftId: id, operationId: operation.id, agentId, byName, ...version });
  deps.onChange?.({ id, state });
}

function costOf({ check }: Draft, { cost }: Completion): string {
  return formatUsd((parseUsd(cost.usd) ?? 0n) + (parseUsd(check?.opinionCostUsd ?? '0') ?? 0n));
}
