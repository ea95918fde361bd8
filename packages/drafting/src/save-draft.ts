import type { Outcome } from '@draftsmith/contracts';
import type { Finished } from './draft-end.ts';
import type { DraftProcessorDeps } from './draft-processor-deps.ts';
import type { DraftRow } from './draft-store.ts';

/** Writes the receipt of a try, and tells whoever might be looking. `state` is given where the work goes on. */
export async function saveDraft(
  { store, logger, now, onChange, onFinish }: DraftProcessorDeps,
  row: DraftRow,
  finished: Finished,
  state?: 'working',
): Promise<void> {
  const { outcome } = finished;
  const complete = {
    ...row,
    ...finished,
    outcome: { ...outcome },
    state: state ?? outcome.kind,
    finishedAt: state ? null : now(),
  };
  const id = await store.save(complete);
  onChange?.({ id, state: complete.state });
  if (!state) onFinish?.(outcome, now().getTime() - row.receivedAt.getTime());
  // Whoever keeps warnings only must still see what a person has to mend.
  logger[complete.state === 'failed' ? 'warn' : 'info']('Draft', {
    draft: id,
    resource: row.resourceId,
    state: complete.state,
    ...reasonOf(outcome),
  });
}

function reasonOf(outcome: Outcome) {
  if (outcome.kind === 'skipped') return { reason: outcome.reason };
  return outcome.kind === 'failed' ? { errorKind: outcome.error, errorCode: outcome.code } : {};
}
