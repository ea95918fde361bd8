import type { CheckedSentence } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DRAFT_EN } from '../dev/samples.ts';
import { segmentsOf } from './segments.ts';
import { restsOnInternal, toCheck } from './standing.ts';

const verdict = fc.constantFrom('supported', 'unsupported', 'contradicted', 'no-claim' as const);

test('the parts joined are the text, whatever the offsets', () => {
  const sentence = fc.record({ start: fc.nat(40), end: fc.nat(40), verdict }) as fc.Arbitrary<CheckedSentence>;
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(sentence), (text, sentences) => {
      const segments = segmentsOf(text, { sentences, supported: 0, claims: 0 });
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
    }),
  );
});

test('statements carry their standing and the words in question', () => {
  const statements = segmentsOf(DRAFT_EN.text, DRAFT_EN.check).flatMap((segment) =>
    segment.statement === null ? [] : [[segment.standing, segment.questioned]],
  );
  expect(statements).toEqual([
    ['supported', []],
    ['contradicted', ['3 working days']],
    ['opinion', []],
    ['unsupported', ['tomorrow']],
  ]);
  expect(toCheck(DRAFT_EN.check)).toEqual([1, 3]);
});

test('without a check the draft is plain', () => {
  expect(segmentsOf('Hello', null)).toEqual([{ text: 'Hello', start: 0, statement: null }]);
});

test('internal evidence counts like an internal source', () => {
  expect(restsOnInternal(DRAFT_EN)).toBe(false);
  const sentences = [
    {
      start: 0,
      end: 5,
      verdict: 'supported' as const,
      evidence: { sourceId: 'a', title: 'A', visibility: 'internal' as const, quote: 'q' },
    },
  ];
  expect(restsOnInternal({ citations: [], check: { sentences, supported: 1, claims: 1 } })).toBe(true);
});
