import { expect, test } from 'vitest';
import { VIEWS } from '../dev/samples.ts';
import { reduce, type SessionState, START } from '../session/state.ts';
import { phaseOf, workOf } from './phase.ts';

const seen = (name: string): SessionState => reduce(START, { type: 'viewed', view: VIEWS[name]! });

test.each([
  ['none', 'none'],
  ['waiting', 'progress'],
  ['ready', 'draft'],
  ['colleague', 'draft'],
  ['stale', 'draft'],
  ['skipped', 'skipped'],
  ['failed', 'failed'],
])('a ticket that is %s shows %s', (name, kind) => {
  expect(phaseOf(seen(name)).kind).toBe(kind);
});

test('before the first answer it loads, or says why it cannot', () => {
  expect(phaseOf(START).kind).toBe('loading');
  expect(phaseOf(reduce(START, { type: 'troubled', trouble: 'key-refused' })).kind).toBe('trouble');
  // Later the last answer stays on screen.
  expect(phaseOf(reduce(seen('none'), { type: 'troubled', trouble: 'unreachable' })).kind).toBe('none');
});

test('work names another agent, and never oneself', () => {
  expect(workOf(seen('colleague'), 'Maria')).toEqual({ what: 'warmer', step: 'writing', by: 'Oleg' });
  expect(workOf(seen('colleague'), 'Oleg')?.by).toBeNull();
  expect(workOf(seen('ready'), 'Maria')).toBeNull();
  const wished = reduce(seen('ready'), { type: 'wished', wish: { revise: { kind: 'shorter' }, base: null } });
  expect(workOf(wished, 'Maria')).toEqual({ what: 'shorter', step: 'queued', by: null });
});
