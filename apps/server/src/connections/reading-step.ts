import type { ConnectProgress, KnowledgeStatus } from '@draftsmith/contracts';

type Step = ConnectProgress['steps'][number];

/**
 * Progress as somebody watches it. What is stored says that the reading was asked for, and drafts need no more; the step
 * is over when the reading is.
 */
export function withReading(progress: ConnectProgress, knowledge: KnowledgeStatus | null): ConnectProgress {
  if (!knowledge) return progress;
  const steps = progress.steps.map((step) =>
    step.step === 'knowledge' && step.state === 'done' ? { ...step, ...stateOf(knowledge) } : step,
  );
  return { ...progress, steps };
}

function stateOf({ running, problem }: KnowledgeStatus): Omit<Step, 'step'> {
  if (running) return { state: 'running' };
  if (problem === null) return { state: 'done' };
  return { state: 'failed', detail: problem, fix: 'Try again: what was read is kept' };
}
