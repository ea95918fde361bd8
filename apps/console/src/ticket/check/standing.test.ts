import type { CheckedSentence } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { nextToCheck, standingOf, toCheck } from './standing.ts';

const sentence = (verdict: CheckedSentence['verdict'], more: Partial<CheckedSentence> = {}): CheckedSentence => ({
  start: 0,
  end: 1,
  verdict,
  ...more,
});
const evidence = { sourceId: 'a', title: 'A', visibility: 'public', quote: 'q' } as const;

test('an opinion without a passage is shown as what it is, and never hides a verdict', () => {
  expect(standingOf(sentence('no-claim'))).toBeNull();
  expect(standingOf(sentence('supported', { secondOpinion: 'supported' }))).toBe('opinion');
  expect(standingOf(sentence('supported', { secondOpinion: 'supported', evidence }))).toBe('supported');
  expect(standingOf(sentence('contradicted', { secondOpinion: 'supported' }))).toBe('contradicted');
  expect(standingOf(sentence('unsupported', { secondOpinion: 'unsupported' }))).toBe('unsupported');
});

test('the way to what needs checking goes round', () => {
  const verdicts = ['unsupported', 'supported', 'no-claim', 'contradicted'] as const;
  const indices = toCheck({ sentences: verdicts.map((verdict) => sentence(verdict)), supported: 1, claims: 3 });
  expect(indices).toEqual([0, 3]);
  expect([null, 0, 1, 3].map((from) => nextToCheck(indices, from))).toEqual([0, 3, 3, 0]);
  expect(nextToCheck([], 2)).toBeNull();
});
