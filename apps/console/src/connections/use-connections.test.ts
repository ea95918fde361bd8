import type { KnowledgeStatus } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { pollInterval } from './use-connections.ts';

const idle: KnowledgeStatus = {
  documents: { article: 1, macro: 0, 'past-reply': 0 },
  running: null,
  lastReadAt: null,
  problem: null,
};
const reading: KnowledgeStatus = { ...idle, running: { kind: 'article', done: 1, total: null } };

test('the list is asked for as often as it changes', () => {
  const quiet = pollInterval([{ state: 'ready', knowledge: idle }]);
  const settingUp = pollInterval([
    { state: 'ready', knowledge: idle },
    { state: 'connecting', knowledge: null },
  ]);
  const moving = pollInterval([
    { state: 'connecting', knowledge: null },
    { state: 'ready', knowledge: reading },
  ]);
  expect(moving).toBeLessThan(settingUp);
  expect(settingUp).toBeLessThan(quiet);
  // Somebody else may connect an account meanwhile: an empty list is asked for, too.
  expect(pollInterval([])).toBe(quiet);
});
