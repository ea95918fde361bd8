import { describe, expect, test } from 'vitest';
import { checkDraft } from './check-draft.ts';

const MEGABYTE = 1_000_000;
const SOURCE = 'Refunds take 5 days. Delivery to Berlin costs 12 EUR.';

function filled(text: string): string {
  return text.repeat(Math.ceil(MEGABYTE / text.length));
}

describe('a megabyte', () => {
  test('as a source hides nothing of what another source says', () => {
    const sources = [
      { id: 'large', text: filled('The moon is far and the sea is deep. ') },
      { id: 'a', text: SOURCE },
    ];
    const check = checkDraft({ text: 'Refunds take 5 days. Refunds take 6 days.', language: 'en' }, sources);
    expect(check.sentences.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted']);
  });

  test.each([
    ['without a space', 'a'],
    ['of dots between letters', 'a.'],
    ['of figures', '1 '],
    ['of at signs and slashes', '@/'],
    ['of emoji', '😀'],
    ['of lone surrogates', '\ud800'],
    ['written from right to left', 'שלום ٥ '],
  ])('%s is never supported by what does not say it', (_, piece) => {
    const check = checkDraft({ text: filled(piece), language: 'en' }, [{ id: 'a', text: SOURCE }]);
    expect(check.supported).toBe(0);
  });
});

test('thousands of claims each get their verdict', () => {
  const wrong = 17;
  const sentences = Array.from({ length: 2_000 }, (_, i) => `Model K-${i} costs ${i === wrong ? 1 : i + 5} EUR.`);
  const source = Array.from({ length: 2_000 }, (_, i) => `Model K-${i} costs ${i + 5} EUR.`).join('\n');
  const { sentences: checked } = checkDraft({ text: sentences.join('\n'), language: 'en' }, [
    { id: 'a', text: source },
  ]);
  expect(checked).toHaveLength(2_000);
  expect(checked[wrong]?.verdict).not.toBe('supported');
  expect(checked.filter(({ verdict }) => verdict !== 'supported')).toHaveLength(1);
});

describe.each([
  ['an emoji', '😀 '],
  ['a mark of direction', '‏'],
  ['a lone surrogate', '\udc00 '],
  ['Hebrew', 'שלום '],
])('%s before a statement', (_, strange) => {
  test('leaves it as true or as wrong as it is', () => {
    const verdict = (text: string) =>
      checkDraft({ text: strange + text, language: 'en' }, [{ id: 'a', text: SOURCE }]).sentences.at(-1)?.verdict;
    expect(verdict('Delivery to Berlin costs 12 EUR.')).toBe('supported');
    expect(verdict('Delivery to Berlin costs 13 EUR.')).toBe('contradicted');
  });
});

test('a letter of another script in a name or a unit does not make it the same', () => {
  const verdict = (text: string) =>
    checkDraft({ text, language: 'en' }, [{ id: 'a', text: 'Write to Petra Novak. The code is AB-1234.' }]).sentences[0]
      ?.verdict;
  expect(verdict('The code is AB-1234.')).toBe('supported');
  expect(verdict('The code is AВ-1235.')).not.toBe('supported');
});

test.each([
  ['nothing', []],
  ['empty texts', [{ id: 'a', text: '' }]],
  ['blanks', [{ id: 'a', text: ' \n\t ', title: '' }]],
  [
    'the customer alone',
    [{ id: 'c', kind: 'conversation' as const, text: 'Can I return it within 30 days for a refund?' }],
  ],
])('where the sources are %s, no deadline and no refund is supported', (_, sources) => {
  const text = 'You can return it within 30 days. We will refund you.';
  const { supported, claims } = checkDraft({ text, language: 'en' }, sources);
  expect({ supported, claims }).toEqual({ supported: 0, claims: 2 });
});
