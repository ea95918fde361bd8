import type {
  AssistDraft,
  AssistOperation,
  AssistRating,
  AssistView,
  RuleReason,
  SkipReason,
} from '@draftsmith/contracts';
import type { Operation } from './store/operation-store.ts';
import type { DraftRow } from './store/ticket-drafts.ts';
import type { Version } from './store/version-store.ts';

/** Where a ticket stands; what its words say is added to it. */
export type Standing =
  | { state: 'none' }
  | { state: 'waiting' }
  | { state: 'draft'; row: DraftRow }
  | { state: 'skipped'; row: DraftRow; skipped: NonNullable<AssistView['skipped']> }
  | { state: 'failed'; row: DraftRow; failure: NonNullable<AssistView['failure']> };

/**
 * The newest message decides: what was drafted for one before it answers a question that is over.
 *
 * @param rows of the ticket, the newest first
 * @param jobOpen whether a delivery about it still waits, or is worked on
 */
export function standingOf(rows: readonly DraftRow[], jobOpen: boolean): Standing {
  const [row] = rows;
  if (!row) return jobOpen ? { state: 'waiting' } : { state: 'none' };
  const { outcome } = row;
  if (row.content !== null && (row.state === 'working' || !jobOpen)) return { state: 'draft', row };
  if (row.state === 'working' && outcome?.kind === 'failed') return failed(row);
  if (row.state === 'working' || jobOpen) return { state: 'waiting' };
  if (row.forgottenWhy === 'retention') return { state: 'none' };
  if (row.forgottenAt)
    return { state: 'skipped', row, skipped: { reason: row.forgottenWhy === 'source' ? 'removed' : 'erased' } };
  return outcome?.kind === 'failed' ? failed(row) : { state: 'skipped', row, skipped: skippedBy(row) };
}

function failed(row: DraftRow): Standing {
  const { message, retryable } = (row.outcome ?? {}) as { message?: string; retryable?: boolean };
  const failure = { message: message ?? 'The draft could not be written', retryable: retryable ?? true };
  return { state: 'failed', row, failure };
}

function skippedBy({ outcome }: DraftRow): NonNullable<AssistView['skipped']> {
  const { reason = 'no-answer', detail } = (outcome ?? {}) as { reason?: SkipReason; detail?: string };
  if (reason === 'rules') return { reason, ...(detail !== undefined && { rule: detail as RuleReason }) };
  return { reason, ...(detail !== undefined && { detail }) };
}

export function toAssistDraft(version: Version, rating: AssistRating | undefined): AssistDraft {
  const { draftId: id, number, text, language, citations, check = null, provider, model, modelWritten } = version;
  return {
    ...{ id, version: number, text, language, citations, check, provider, model, modelWritten },
    createdAt: version.createdAt.toISOString(),
    made: version.made,
    rating: rating ?? null,
    costUsd: version.costUsd,
  };
}

export function toAssistOperation({ id, what, step, state, byName, result, failure }: Operation): AssistOperation {
  return {
    ...{ id, what, step, state, byName },
    ...(state === 'done' && result && { text: result.text, language: result.language }),
    ...(failure && { failure }),
  };
}
