import type { ConnectProgress, ConnectStep } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { mayTryDraft, setupPhase, setupSteps, shownSteps } from './setup-state.ts';

const STEPS: ConnectStep[] = ['authorise', 'webhook', 'trigger', 'secret', 'test', 'knowledge', 'draft'];

/** `d` done, `r` running, `f` failed, `-` to do: one letter for each step but the draft. */
function at(letters: string): Pick<ConnectProgress, 'steps'> {
  const states = { d: 'done', r: 'running', f: 'failed', '-': 'todo' } as const;
  return {
    steps: STEPS.map((step, index) => ({ step, state: states[letters[index] as keyof typeof states] ?? 'todo' })),
  };
}

test.each([
  ['d-----', 'halted', false],
  ['dr----', 'running', false],
  ['ddf---', 'failed', false],
  ['ddddd-', 'halted', false],
  ['dddddr', 'running', true],
  ['dddddf', 'failed', true],
  ['dddddd', 'done', true],
  ['ddddfr', 'running', false],
] as const)('%s is %s', (letters, phase, mayTry) => {
  expect([setupPhase(at(letters)), mayTryDraft(at(letters))]).toEqual([phase, mayTry]);
});

test('the draft is no step that goes on by itself', () => {
  expect(setupSteps(at('dddddd')).map(({ step }) => step)).toEqual(STEPS.slice(0, -1));
});

test('where there is nothing to make, the draft is shown as what is left', () => {
  const steps: ConnectProgress['steps'] = [
    { step: 'authorise', state: 'done' },
    { step: 'draft', state: 'todo' },
  ];
  expect(shownSteps({ steps })).toEqual(steps);
  expect([setupPhase({ steps }), mayTryDraft({ steps })]).toEqual(['done', true]);
  expect(shownSteps(at('dddddd'))).toHaveLength(6);
});
