import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compared } from './words.ts';

const shown = (before: string, after: string) =>
  compared(before, after).map(
    ({ kind, tokens }) => `${{ same: '=', added: '+', removed: '-' }[kind]}${tokens.join('')}`,
  );

/** Figures have blanks of their own, written `_` here. */
const figures = (text: string) => text.replaceAll('_', '\u00a0');

test.each([
  ['It is €2,345.60.', 'It is €2,000.00.', ['=It is ', '-€2,345.60', '+€2,000.00', '=.']],
  ['скидка 20_% всем', 'скидка 10_% всем', ['=скидка ', '-20_%', '+10_%', '= всем']],
  ['2_345,60_€ в год', '2_345,61_€ в год', ['-2_345,60_€', '+2_345,61_€', '= в год']],
  ["don't wait", 'do wait', ["-don't", '+do', '= wait']],
  ['for {{a.b}} now', 'for {{a.c}} now', ['=for ', '-{{a.b}}', '+{{a.c}}', '= now']],
  ['', 'new', ['+new']],
])('%j to %j', (before, after, parts) => {
  expect(shown(figures(before), figures(after))).toEqual(parts.map(figures));
});

test('both texts can be read from any comparison, whatever they are, and it ends', () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('one ', '2.50 ', '{{a.b}} ')))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = compared(before, after);
      const side = (without: string) =>
        changes.flatMap(({ kind, tokens }) => (kind === without ? [] : tokens)).join('');
      expect([side('added'), side('removed')]).toEqual([before, after]);
    }),
  );
  const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ');
  expect(compared(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
