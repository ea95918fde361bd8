import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteAround } from './quote-around.ts';

const text = 'It is free.\nThe refund takes 5 days. It goes to your card.';
const around = (part: string, source = text) => {
  const start = source.indexOf(part);
  return quoteAround({ id: 'a', text: source, title: 'Refunds' }, { id: 'a', start, end: start + part.length });
};

test('a place is quoted with its whole sentence, and one over two with both', () => {
  expect(around('5 days')).toBe('The refund takes 5 days.');
  expect(around('free')).toBe('It is free.');
  expect(around('days. It')).toBe('The refund takes 5 days. It goes to your card.');
});

test('a place in the title is the title', () => {
  expect(quoteAround({ id: 'a', text, title: 'Refunds' }, { id: 'a', start: 0, end: 0 })).toBe('Refunds');
});

test('a long sentence is cut to the place and what is around it', () => {
  const long = `${'before '.repeat(100)}THE PLACE ${'after '.repeat(100)}`;
  const quote = around('THE PLACE', long);
  expect(quote).toMatch(/^…before .*THE PLACE after .*…$/);
  expect(quote.length).toBeLessThanOrEqual(400);
});

test('any place in any text gives a short, well-formed quote that holds its beginning', () => {
  const unit = fc.constantFrom('a', ' ', '. ', '\n', '😀', 'word ', 'שלום ', '\ud83d');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 400 }), fc.nat(), fc.nat(50), (parts, from, length) => {
      const source = parts.join('');
      const start = source === '' ? 0 : from % source.length;
      const end = Math.min(source.length, start + length);
      const quote = quoteAround({ id: 'a', text: source }, { id: 'a', start, end });
      expect(quote.length).toBeLessThanOrEqual(400);
      expect(quote.isWellFormed()).toBe(true);
      const word = /^[a-z]+/.exec(source.slice(start, end))?.[0] ?? '';
      expect(quote).toContain(word.slice(0, 5));
    }),
  );
});
