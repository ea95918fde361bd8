import type { CheckedSentence, DraftCheck } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

const TEXT = 'Hi!\nIt 😀 costs €5.';

const check = (sentences: CheckedSentence[]): DraftCheck => ({ sentences, supported: 0, claims: sentences.length });
const unsupported = (start: number, end: number, claims: [number, number][] = []): CheckedSentence => ({
  start,
  end,
  verdict: 'unsupported',
  claims: claims.map(([from, to]) => ({ kind: 'price', start: from, end: to, verdict: 'unsupported' })),
});
const wholeOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');

test('a statement is marked, its figure within it, and what needs no source stays plain', () => {
  const greeting: CheckedSentence = { start: 0, end: 3, verdict: 'no-claim' };
  const segments = segmentsOf(TEXT, check([greeting, unsupported(4, 19, [[16, 18]])]));
  expect(segments.map(({ text, sentence }) => [text, sentence?.verdict])).toEqual([
    ['Hi!\n', undefined],
    ['It 😀 costs €5.', 'unsupported'],
  ]);
  const [, marked] = segments;
  expect(marked?.sentence && marked.pieces.map(({ text, claim }) => [text, claim?.kind])).toEqual([
    ['It 😀 costs ', undefined],
    ['€5', 'price'],
    ['.', undefined],
  ]);
});

test('whatever the offsets are, the parts joined are the text', () => {
  const text = 'a b c';
  const offsets = [-1, 0, 1, 3, 5, 6, Number.NaN];
  const ranges = offsets.flatMap((start) => offsets.map((end): [number, number] => [start, end]));
  for (const one of ranges) {
    for (const other of ranges) {
      const segments = segmentsOf(text, check([unsupported(...one, [other]), unsupported(...other, [one])]));
      expect(wholeOf(segments)).toBe(text);
      for (const segment of segments) if (segment.sentence) expect(wholeOf(segment.pieces)).toBe(segment.text);
    }
  }
});

test('a check of another version of the text marks no wrong words', () => {
  expect(segmentsOf('Short.', check([unsupported(0, 40)]))).toEqual([{ text: 'Short.', start: 0, sentence: null }]);
});
