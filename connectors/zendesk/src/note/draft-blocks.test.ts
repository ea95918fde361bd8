import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftBlocks } from './draft-blocks.ts';

test('paragraphs keep their line breaks', () => {
  expect(draftBlocks('Hello\nCarla\r\n\r\n\n Bye ')).toEqual([
    { kind: 'paragraph', lines: ['Hello', 'Carla'] },
    { kind: 'paragraph', lines: ['Bye'] },
  ]);
});

test('lists begin without a blank line, and their items may run over lines', () => {
  expect(draftBlocks('Steps:\n1. open\n   the app\n2) tap\n- note\n• other\nDone')).toEqual([
    { kind: 'paragraph', lines: ['Steps:'] },
    { kind: 'numbered', start: 1, lines: ['open the app', 'tap'] },
    { kind: 'bullets', lines: ['note', 'other'] },
    { kind: 'paragraph', lines: ['Done'] },
  ]);
});

test('numbers go on after a blank line', () => {
  expect(draftBlocks('1. a\n\n2. b').map((block) => block.kind === 'numbered' && block.start)).toEqual([1, 2]);
});

test.each(['-5 degrees', '2026 was good', '1.5 litres', '-', 'e-mail'])('%s is no list', (text) => {
  expect(draftBlocks(text)).toEqual([{ kind: 'paragraph', lines: [text] }]);
});

test('no word is lost', () => {
  const line = fc.stringMatching(/^( {0,3})(- |\d\. )?[a-z ]{0,12}$/);
  const words = (text: string) => text.match(/[a-z]+/g) ?? [];
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const shown = draftBlocks(lines.join('\n')).flatMap((block) => block.lines);
      expect(words(shown.join('\n'))).toEqual(words(lines.join('\n')));
    }),
  );
});
