import type { Source } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPassages } from './passages.ts';

const article = (text: string, kind: Source['kind'] = 'article'): Source => ({
  id: '1',
  kind,
  title: 'Returns',
  text,
  locale: 'en-us',
  visibility: 'public',
});
const sentence = (words: number) => `${Array.from({ length: words }, (_, i) => `word${i}`).join(' ')}.`;
const count = (text: string) => text.split(/\s+/).length;

describe('articles', () => {
  test('a heading belongs to the passages below it and is not part of them', () => {
    const passages = toPassages(
      article('Intro text here.\n\nHow to return\n\nPack it well.\n\nWhat it costs\n\nNothing.'),
    );
    expect(passages.map(({ heading, text }) => [heading, text])).toEqual([
      [undefined, 'Intro text here.'],
      ['How to return', 'Pack it well.'],
      ['What it costs', 'Nothing.'],
    ]);
  });

  test('paragraphs are joined up to about 70 words', () => {
    const passages = toPassages(article([sentence(30), sentence(30), sentence(30), sentence(30)].join('\n\n')));
    expect(passages.map(({ text }) => count(text))).toEqual([60, 60]);
  });

  test('a list stays with the line that introduces it', () => {
    const text = `${sentence(60)}\n\nPlease send us:\n\n- the order number\n- a photo of the damage`;
    const passages = toPassages(article(text));
    expect(passages.at(-1)?.text).toContain('Please send us:\n\n- the order number');
  });

  test('a long list is cut between its items', () => {
    const items = Array.from({ length: 12 }, (_, i) => `- item ${i} ${sentence(11)}`);
    const passages = toPassages(article(items.join('\n')));
    expect(passages.length).toBeGreaterThan(1);
    for (const { text } of passages) for (const line of text.split('\n')) expect(items).toContain(line);
  });

  test('nothing is lost and no sentence is cut, however it is written', () => {
    const paragraph = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const text = paragraphs.map((sizes) => sizes.map(sentence).join(' ')).join('\n\n');
        const passages = toPassages(article(text));
        expect(
          passages
            .map((passage) => passage.text)
            .join(' ')
            .split(/\s+/),
        ).toEqual(text.split(/\s+/));
        for (const passage of passages) expect(passage.text).toMatch(/\.$/);
      }),
    );
  });
});

describe('macros and past replies', () => {
  test.each(['macro', 'past-reply'] as const)('a %s stays whole', (kind) => {
    const text = `Hi there\n\n${sentence(90)}\n\n${sentence(90)}`;
    expect(toPassages(article(text, kind))).toMatchObject([{ text }]);
  });
});

test('an empty source has no passages', () => {
  expect(toPassages(article(' \n\n '))).toEqual([]);
});
