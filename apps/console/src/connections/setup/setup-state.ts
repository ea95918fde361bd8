import type { ConnectProgress, ConnectStep } from '@draftsmith/contracts';

/** What goes on by itself once an account is authorised; the draft is chosen by a person. */
export type SetupStep = Exclude<ConnectStep, 'draft'>;
type Progress = Pick<ConnectProgress, 'steps'>;
export type StepView = ConnectProgress['steps'][number];
type OwnStep = StepView & { step: SetupStep };

/** `halted`: something is left to do, and nobody does it. */
export type SetupPhase = 'running' | 'failed' | 'halted' | 'done';

export function setupSteps({ steps }: Progress): OwnStep[] {
  return steps.filter((each): each is OwnStep => each.step !== 'draft');
}

/** Where little is set up, the draft is named as well: a list of one step looks as if something were missing. */
export function shownSteps(progress: Progress): readonly StepView[] {
  const own = setupSteps(progress);
  return own.length > 1 ? own : progress.steps;
}

export function setupPhase(progress: Progress): SetupPhase {
  const states = setupSteps(progress).map(({ state }) => state);
  if (states.includes('running')) return 'running';
  if (states.includes('failed')) return 'failed';
  return states.every((state) => state === 'done') ? 'done' : 'halted';
}

/** Drafts can be written: reading what they rest on may take long, and nobody has to wait for all of it. */
export function mayTryDraft(progress: Progress): boolean {
  return setupSteps(progress).every(
    ({ step, state }) => state === 'done' || (step === 'knowledge' && state !== 'todo'),
  );
}
