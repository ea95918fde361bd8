import { expect, test } from 'vitest';
import { readDocument } from '../read/document.ts';
import { findCandidates } from './candidates.ts';
import { createPassageIndex, type PassageIndex } from './passage-index.ts';

/** Passages that a sentence looks at while it finds its candidates, among so many alike. */
function visits(passages: number): number {
  const text = 'The refund takes 5 days for Anna in Berlin. '.repeat(passages);
  const index = createPassageIndex([{ source: { id: 'a', text }, text: readDocument(text, 'en') }]);
  let count = 0;
  const postings = {
    get: (key: string) => {
      const found = index.postings.get(key);
      count += found?.length ?? 0;
      return found;
    },
  };
  const counted = { ...index, postings: postings as PassageIndex['postings'] };
  const [sentence] = readDocument('The refund for Anna takes 5 days.', 'en').sentences;
  if (sentence) expect(findCandidates(counted, sentence).length).toBeLessThanOrEqual(8);
  return count;
}

test('a sentence looks at no more passages when the sources grow', () => {
  const few = visits(500);
  expect(few).toBeGreaterThan(300);
  expect(visits(5_000)).toBe(few);
});
