import type { ConnectProgress, KnowledgeStatus } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { withReading } from './reading-step.ts';

const none: KnowledgeStatus = {
  documents: { article: 0, macro: 0, 'past-reply': 0 },
  ...{ running: null, lastReadAt: null, problem: null },
};
const asked: ConnectProgress = {
  ...{ connector: 'zendesk', account: 'acme', finished: true },
  steps: [
    { step: 'test', state: 'done', detail: 'Zendesk reached us' },
    { step: 'knowledge', state: 'done' },
    { step: 'draft', state: 'todo' },
  ],
};
const knowledgeIn = ({ steps }: ConnectProgress) => steps.find(({ step }) => step === 'knowledge');

test('the step goes on for as long as the reading does', () => {
  const running = { kind: 'macro' as const, done: 3, total: 10 };
  const watched = withReading(asked, { ...none, running });
  expect(knowledgeIn(watched)).toEqual({ step: 'knowledge', state: 'running' });
  // The account works all the same, and nothing else changes.
  expect(watched).toMatchObject({ finished: true, steps: [asked.steps[0], {}, asked.steps[2]] });
  expect(withReading(asked, none)).toEqual(asked);
});

test('a reading that ended early is a failure, with its reason', () => {
  const problem = 'The help centre does not answer';
  expect(knowledgeIn(withReading(asked, { ...none, problem }))).toMatchObject({ state: 'failed', detail: problem });
});

test('what was not asked for yet is not under way, whatever was read before', () => {
  const steps = [{ step: 'knowledge' as const, state: 'todo' as const }];
  expect(withReading({ ...asked, steps }, { ...none, problem: 'old' }).steps).toEqual(steps);
});
