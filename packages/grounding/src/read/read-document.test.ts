import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { scan } from './scan.ts';

function sentences(text: string, language = 'en'): string[] {
  return readDocument(text, language).sentences.map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['en', 'It costs €4.99. Shipping is free.', ['It costs €4.99.', 'Shipping is free.']],
  ['en', 'Write to Dr. Brown, e.g. today. Thanks!', ['Write to Dr. Brown, e.g. today.', 'Thanks!']],
  ['de', 'Am 12. März beginnt es. Bis dann!', ['Am 12. März beginnt es.', 'Bis dann!']],
  ['fr', "Ouvert jusqu'à 18 h. Le reste suit.", ["Ouvert jusqu'à 18 h.", 'Le reste suit.']],
  ['en', 'Steps:\n- Open Settings\n- Choose Billing', ['Steps:', 'Open Settings', 'Choose Billing']],
  ['en', '1. Open Settings\n2. Choose Billing', ['Open Settings', 'Choose Billing']],
  ['en', 'See https://shop.example/a.b?c=1. Then call.', ['See https://shop.example/a.b?c=1.', 'Then call.']],
])('%s: %j', (language, text, expected) => {
  expect(sentences(text, language)).toEqual(expected);
});

test('a wrapped line goes on', () => {
  const text = 'This sentence is so long that somebody has wrapped it in the\nmiddle of its words. Next.';
  expect(sentences(text)).toHaveLength(2);
});

test('tokens are in order and are pieces of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let last = 0;
      for (const { start, end, text: piece } of scan(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(piece);
        last = end;
      }
    }),
  );
});

test('text without an end is cut, so that no sentence costs more than the others', () => {
  const { sentences: found } = readDocument('refund of 5 days '.repeat(2_000), 'en');
  expect(Math.max(...found.map(({ range }) => range.to - range.from))).toBeLessThanOrEqual(161);
});
