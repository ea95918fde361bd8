import type { ProposalOperation, ProposalRequest, ProposalStep } from '@draftsmith/contracts';

type WaitingStep = Exclude<ProposalStep, 'done'>;

const ORDER: readonly ProposalStep[] = [
  'queued',
  'reading',
  'writing',
  'checking',
  'rendering',
  'filing',
  'noting',
  'done',
];

/** What each operation goes through, as far as a person cares. */
const STEPS: Record<ProposalRequest['what'], readonly WaitingStep[]> = {
  generate: ['queued', 'reading', 'writing', 'checking'],
  regenerate: ['queued', 'reading', 'writing', 'checking'],
  edit: ['queued', 'checking'],
  restore: ['queued', 'checking'],
  attach: ['queued', 'rendering', 'filing', 'noting'],
  quote: ['queued', 'reading', 'filing'],
};

/** The steps of an operation and the one it is at, counted from 0; a step that is not listed counts as the one before it. */
export function progressOf({ what, step }: Pick<ProposalOperation, 'what' | 'step'>): {
  steps: readonly WaitingStep[];
  at: number;
} {
  const steps = STEPS[what];
  const at = steps.findLastIndex((listed) => ORDER.indexOf(listed) <= ORDER.indexOf(step));
  return { steps, at: Math.max(0, at) };
}
