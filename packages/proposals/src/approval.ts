import type { ProposalSettings } from '@draftsmith/contracts';
import type { WriteRow } from './store/write-store.ts';
import { isAbove } from './totals.ts';

/** What was written for a version, and what is decided on approvals now. */
export interface Asking {
  number: number;
  /** Decimal string, as the threshold is compared with it. */
  largest: string;
  /** Of the deal. */
  writes: readonly WriteRow[];
  settings: Pick<ProposalSettings, 'approvalAbove' | 'approver'>;
}

/** `missing`: somebody must agree, and was not asked yet: whatever was attached before said nothing of it, or got stuck. */
export function approvalOf({ number, largest, writes, settings }: Asking): 'not-needed' | 'missing' | 'asked' {
  const done = writes.filter((write) => write.number === number && write.state === 'done');
  const isNeeded = isAbove(largest, settings.approvalAbove);
  const byNote = done.some(({ kind, asksApproval }) => kind === 'attach' && asksApproval);
  const byTask = settings.approver === '' || done.some(({ kind }) => kind === 'approval');
  // Once the note asks, a higher threshold does not take it back.
  if (byNote && (byTask || !isNeeded)) return 'asked';
  return isNeeded ? 'missing' : 'not-needed';
}
