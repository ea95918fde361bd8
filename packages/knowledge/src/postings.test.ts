import { expect, test } from 'vitest';
import { createPostingLists } from './postings.ts';

/** Document n holds `all` once, and its own remainder by 7 as often as its number. */
const documents = (count: number) =>
  Array.from({ length: count }, (_, n) => new Map([['all', 1]]).set(`r${n % 7}`, n + 1));

test.each([20, 5_000])('of %i documents, those that hold a term, in order, with how often', (count) => {
  const lists = createPostingLists<string>();
  for (const document of documents(count)) lists.add(document);
  const expected = Array.from({ length: count }, (_, n) => n).filter((n) => n % 7 === 3);
  expect(lists.of('r3')).toEqual({ documents: expected, frequencies: expected.map((n) => n + 1) });
  expect(lists.count('all')).toBe(count);
  expect(lists.of('nowhere')).toEqual({ documents: [], frequencies: [] });
});

test('growing past the size that is looked through, and after the first search, loses nothing', () => {
  const lists = createPostingLists<string>();
  for (const document of documents(600)) {
    lists.add(document);
    lists.of('all');
  }
  expect(lists.of('all').documents).toEqual(Array.from({ length: 600 }, (_, n) => n));
});
