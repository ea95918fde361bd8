import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitQuestions } from './split-questions.ts';

const LONG_EN = `Hello, I bought the rain cape from you in October and I ride with it every single day to work and back home.

The zip broke last week after a short ride in the rain. Is that covered by the warranty?
By the way, could you send me the invoice with our company's VAT number on it? Our accountant keeps asking.

Also my app does not sync with the lamp any more since the update.`;

describe('splitQuestions', () => {
  test('a short message stays whole', () => {
    expect(splitQuestions('The zip broke. Is that covered by the warranty?')).toHaveLength(1);
  });

  test('two questions in one short message are two', () => {
    expect(splitQuestions('How long is delivery to Spain? And can I still change the size of my order?')).toEqual([
      'How long is delivery to Spain?',
      'And can I still change the size of my order?',
    ]);
  });

  test('each issue keeps the sentences that lead to it; the story alone is left out', () => {
    expect(splitQuestions(LONG_EN)).toEqual([
      'The zip broke last week after a short ride in the rain. Is that covered by the warranty?',
      "By the way, could you send me the invoice with our company's VAT number on it?",
      'Also my app does not sync with the lamp any more since the update.',
    ]);
  });

  test('items of a list are issues of their own', () => {
    const text = `Здравствуйте, у меня накопилось несколько вопросов к вам по последнему заказу, ответьте на все:
1. Когда придёт возврат за плащ?
2. Можно ли поменять адрес доставки?
3. Фонарь не заряжается совсем`;
    expect(splitQuestions(text).slice(-3)).toEqual([
      'Когда придёт возврат за плащ?',
      'Можно ли поменять адрес доставки?',
      'Фонарь не заряжается совсем',
    ]);
  });

  test('a question that names nothing stays with the one before it', () => {
    const parts = splitQuestions(
      'Ich möchte die Größe meiner Jacke umtauschen. Geht das? Und wie lange dauert die Lieferung?',
    );
    expect(parts[0]).toContain('Geht das?');
    expect(parts).toHaveLength(2);
  });

  test('whatever is written, the parts are from the message, few, and not empty', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('?', '. ', '\n\n', 'but ', 'where is it? ', '- '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const parts = splitQuestions(text);
        expect(parts.length).toBeLessThanOrEqual(8);
        if (text.trim()) expect(parts.length).toBeGreaterThan(0);
        for (const part of parts) expect(part.trim()).not.toBe('');
      }),
    );
  });
});
