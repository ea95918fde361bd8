import { expect, test } from 'vitest';
import { TOPICS } from './corpus.ts';
import { score } from './score.ts';

test('the corpus is as large as the README says', () => {
  const passages = TOPICS.reduce((sum, { source }) => sum + (source.match(/[.!?](?:\s|$)/g)?.length ?? 0), 0);
  const sentences = TOPICS.reduce((sum, topic) => sum + topic.sentences.length, 0);
  expect(TOPICS.length).toBeGreaterThan(100);
  expect(passages).toBeGreaterThan(300);
  expect(sentences).toBeGreaterThan(290);
});

test('a sample of the corpus meets the aims', () => {
  const { altered, struck, untouched } = score(
    TOPICS.filter((_, index) => index % 6 === 0),
    7,
  );
  const sum = { made: 0, caught: 0 };
  for (const [key, { made, caught }] of altered) {
    if (!/^(?:number|date|name|negation)/.test(key)) continue;
    sum.made += made;
    sum.caught += caught;
  }
  expect(sum.made).toBeGreaterThan(50);
  expect(sum.caught / sum.made).toBeGreaterThan(0.95);
  expect(struck / untouched).toBeLessThanOrEqual(0.04);
});
