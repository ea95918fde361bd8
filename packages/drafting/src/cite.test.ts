import type { Passage } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { cite } from './cite.ts';

const passage = (id: string, more: Partial<Passage> = {}): Passage => ({
  sourceId: id,
  sourceTitle: `Title ${id}`,
  sourceKind: 'article',
  text: `Text ${id}`,
  visibility: 'public',
  confidence: 1,
  ...more,
});
const passages = [passage('a'), passage('b'), passage('c')];

test('numbers in the text become citations in order of first use, and leave it', () => {
  const { text, citations } = cite({ text: 'Refunds take 5 days [2]. Shipping is free [1][2].' }, passages);
  expect(text).toBe('Refunds take 5 days. Shipping is free.');
  expect(citations.map(({ sourceId }) => sourceId)).toEqual(['b', 'a']);
});

test('numbers in one pair of brackets count like each in its own', () => {
  const { text, citations } = cite({ text: 'Yes [1, 3]. No [2;1].' }, passages);
  expect(text).toBe('Yes. No.');
  expect(citations.map(({ sourceId }) => sourceId)).toEqual(['a', 'c', 'b']);
});

test('a number that names no passage is dropped and cites nothing', () => {
  expect(cite({ text: 'It is so [7].' }, passages)).toEqual({ text: 'It is so.', citations: [] });
});

test('without numbers the provider says what it used; without that nothing is cited', () => {
  expect(
    cite({ text: 'Quoted.', usedSourceIds: ['c', 'c', 'gone'] }, passages).citations.map(({ sourceId }) => sourceId),
  ).toEqual(['c']);
  expect(cite({ text: 'Said.' }, passages).citations).toEqual([]);
});

test('two passages of one source are one citation; a long excerpt ends at a word', () => {
  const long = [passage('a', { text: 'word '.repeat(300) }), passage('a')];
  const { citations } = cite({ text: 'Yes [1][2].' }, long);
  expect(citations).toHaveLength(1);
  expect(citations[0]?.excerpt).toMatch(/word …$/);
  expect(citations[0]?.excerpt.length).toBeLessThan(610);
});

test('brackets that are no source numbers stay', () => {
  expect(cite({ text: 'Press [Ctrl] and see [PERSON_1], order [12345].' }, passages).text).toBe(
    'Press [Ctrl] and see [PERSON_1], order [12345].',
  );
});
