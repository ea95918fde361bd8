import { expect, test } from 'vitest';
import { anAttempt } from '../ledger/testing.ts';
import { askedModelOf, errorTypeOf } from './error-type.ts';

test.each([
  [{ code: 'llm.status', status: 429 }, '429'],
  [{ status: 503 }, '503'],
  [{ code: 'llm.no-credit', status: 429 }, 'llm.no-credit'],
  [{ code: 'llm.stall', kind: 'timeout' }, 'llm.stall'],
  [{ kind: 'timeout' }, 'timeout'],
  [{}, '_OTHER'],
  [{ code: 'the server said: no' }, 'other'],
] as const)('%j failed with %s', (more, type) => {
  expect(errorTypeOf(anAttempt({ outcome: 'failed', ...more }))).toBe(type);
});

test.each(['answered', 'abstained', 'refused', 'superseded'] as const)('%s is no error', (outcome) => {
  expect(errorTypeOf(anAttempt({ outcome, code: 'llm.superseded' }))).toBeUndefined();
});

test('an attempt counts for the model that was asked for', () => {
  expect(askedModelOf(anAttempt())).toBe('gpt-5-mini');
  expect(askedModelOf(anAttempt({ model: 'gpt-5-mini-2025-08-07', askedModel: 'gpt-5-mini' }))).toBe('gpt-5-mini');
});
