import type { DraftCheck } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { draftCheckText } from './draft-check-text.ts';

const text = 'Hello,\nThe refund takes\u001b[31m 9 days. We are open. See https://evil.example/x.';
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const check: DraftCheck = {
  supported: 1,
  claims: 3,
  sentences: [
    { ...at('Hello,'), verdict: 'no-claim' },
    {
      ...at('The refund takes\u001b[31m 9 days.'),
      verdict: 'contradicted',
      claims: [{ kind: 'duration', ...at('9 days'), verdict: 'contradicted' }],
      evidence: { sourceId: 'a', title: 'Refunds', visibility: 'public', quote: 'A refund takes 5 working days.' },
    },
    { ...at('We are open.'), verdict: 'supported' },
    {
      ...at('See https://evil.example/x.'),
      verdict: 'unsupported',
      claims: [{ kind: 'link', ...at('https://evil.example/x'), verdict: 'unsupported' }],
    },
  ],
};

test('how much is supported comes first, then what is not, and why', () => {
  expect(draftCheckText({ text, check })).toEqual([
    '1 of 3 statements supported',
    '✗ The refund takes[31m 9 days.',
    '    duration "9 days": contradicted',
    '    but Refunds says: A refund takes 5 working days.',
    '? See https://evil.example/x.',
    '    link "https://evil.example/x": unsupported',
  ]);
});

test('what the policy changed is said, and what a second opinion cost', () => {
  const changed = {
    ...check,
    sentences: [],
    changed: { how: 'strike', sentences: 2 } as const,
    opinionCostUsd: '0.01',
  };
  expect(draftCheckText({ text, check: changed })).toEqual([
    '1 of 3 statements supported',
    'Taken out, because no source supports them: 2',
    'A second opinion was asked for $0.01',
  ]);
});

test('a draft without a check says nothing of one', () => {
  expect(draftCheckText({ text })).toEqual([]);
});
