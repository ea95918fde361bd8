import { tokenize } from '@draftsmith/knowledge/ranking';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWords, encodeStems, encodeWords } from './words.ts';

test('whatever was written comes back as its words, each once, with all its weight', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, text) => {
      const read = (written: string, weight: number, inTitle: boolean) =>
        tokenize(written, 'en').map((token) => ({ token, weight, inTitle }));
      const tokens = [...read(title, 2, true), ...read(text, 1, false)];
      const words = decodeWords(encodeWords(tokens));
      expect(words.map(({ folded }) => folded)).toEqual([...new Set(tokens.map(({ token }) => token.folded))]);
      expect(words.reduce((sum, { weight }) => sum + weight, 0)).toBe(
        tokens.reduce((sum, { weight }) => sum + weight, 0),
      );
      expect(
        words.every((word) => word.inTitle === tokens.some((one) => one.inTitle && one.token.folded === word.folded)),
      ).toBe(true);
    }),
  );
});

test('stems stand behind their shelf, and twice when the title has them', () => {
  const words = decodeWords('*refund|refunds|3 day');
  expect(encodeStems(7, words)).toBe("'7:refund' '7:refund^' '7:day'");
});
