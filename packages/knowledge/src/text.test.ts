import { fold } from '@draftsmith/letters';
import { describe, expect, test } from 'vitest';
import { ngrams } from './ngrams.ts';
import { sentences } from './sentences.ts';
import { stem } from './stem.ts';
import { tokenize } from './tokens.ts';

const stems = (text: string, language: string) => tokenize(text, language).map((token) => token.stem);

describe('fold', () => {
  test.each([
    ['Größe', 'grosse'],
    ['DEVOLUCIÓN', 'devolucion'],
    ['Ёлка', 'елка'],
    ['мой', 'мой'],
    ['її', 'її'],
    ['ﬁne', 'fine'],
  ])('%s', (word, expected) => {
    expect(fold(word)).toBe(expected);
  });
});

describe('stems meet', () => {
  test.each([
    ['en', 'refunds', 'refunded'],
    ['ru', 'возврата', 'возврат'],
    ['ru', 'счёта', 'счета'],
    ['de', 'Rückerstattungen', 'rueckerstattung'],
    ['es', 'devoluciones', 'devolucion'],
    ['pt', 'devolução', 'devolucao'],
    ['fr', 'remboursé', 'remboursement'],
  ])('%s: %s and %s', (language, one, other) => {
    expect(stem(one.toLowerCase(), language)).toBe(stem(other.toLowerCase(), language));
  });

  test('a language without a stemmer keeps its words', () => {
    expect(stem('paczka', 'pl')).toBe('paczka');
  });
});

describe('tokenize', () => {
  test('function words, courtesies, links, addresses, placeholders and long numbers say nothing', () => {
    const text =
      'Hi {{ticket.requester.first_name}}, please see https://example.com/a or mail bo@example.com, order 4482910';
    expect(stems(text, 'en')).toEqual(['mail', 'order']);
  });

  test('error codes and years stay', () => {
    expect(stems('Error E-4102 of 2024', 'en')).toEqual(['error', '4102', '2024']);
  });
});

describe('ngrams', () => {
  test('a misspelt word shares most of them with the right one', () => {
    const right = new Set(ngrams('subscription'));
    const shared = ngrams('subscribtion').filter((gram) => right.has(gram));
    expect(shared.length / right.size).toBeGreaterThan(0.4);
    expect(ngrams('warranty').filter((gram) => right.has(gram))).toHaveLength(0);
  });
});

describe('sentences', () => {
  test('abbreviations and decimals do not end one, line breaks do', () => {
    expect(sentences('It costs approx. 5.50 EUR, e.g. for bags. Fine!\nBye', 'en')).toEqual([
      'It costs approx. 5.50 EUR, e.g. for bags.',
      'Fine!',
      'Bye',
    ]);
    expect(sentences('Das dauert ca. 3 Tage, z.B. im Mai. Gut.', 'de')).toHaveLength(2);
  });
});
