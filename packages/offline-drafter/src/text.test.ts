import { describe, expect, it } from 'vitest';
import { blocks, sentences, tidy } from './text.ts';

describe('text', () => {
  it('tidies line breaks, bullets and gaps', () => {
    expect(tidy('a \r\n\r\n\r\n\r\n• b\n* c\r\n')).toBe('a\n\n- b\n- c');
  });

  it('keeps a list with the line that leads into it', () => {
    expect(blocks('Send us:\n\n- a\n\n- b\n\nThen wait.')).toEqual(['Send us:\n\n- a\n- b', 'Then wait.']);
  });

  it.each([
    ['de', 'Das gilt z. B. für Taschen. Sonst nicht.', ['Das gilt z. B. für Taschen.', 'Sonst nicht.']],
    ['en', 'Ask Mr. Smith. He knows.', ['Ask Mr. Smith.', 'He knows.']],
    ['ru', 'Это 5 000 руб. Оплата картой.', ['Это 5 000 руб. Оплата картой.']],
    ['en', '1. Open it. Close it.', ['1. Open it. Close it.']],
  ])('%s: %s', (language, line, expected) => {
    expect(sentences(line, language)).toEqual(expected);
  });
});
