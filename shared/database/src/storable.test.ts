import { expect, test } from 'vitest';
import { storable } from './storable.ts';

test('takes out what PostgreSQL refuses, however deep, and nothing else', () => {
  const at = new Date();
  expect(storable({ subject: 'be\0fore', at, cited: [{ excerpt: 'cut \ud83d' }], n: 1, none: null })).toEqual({
    subject: 'before',
    at,
    cited: [{ excerpt: 'cut \ufffd' }],
    n: 1,
    none: null,
  });
});

test('a text that only spells an escape is no U+0000', () => {
  const article = String.raw`Send \u0000 as terminator, \ud83d for half an emoji 😀`;
  expect(storable([article])).toEqual([article]);
});
