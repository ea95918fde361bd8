import { describe, expect, test } from 'vitest';
import { classifyMessage } from './classify-message.ts';
import { cleanMessage } from './clean-message.ts';
import { createIndex } from './knowledge-index.ts';
import { detectLanguage } from './language.ts';
import { splitQuestions } from './split-questions.ts';

/** Each once made some pattern quadratic; then this file runs into the test timeout. */
describe('a megabyte ends', () => {
  test.each([
    ['questions', 'where is my refund? '.repeat(50_000)],
    ['lines that begin as a quote introduction', 'On Mon I\n'.repeat(110_000)],
    ['letters', 'a'.repeat(1_000_000)],
    ['headers', 'From: x\n'.repeat(125_000)],
    ['thanks', 'thanks, '.repeat(125_000)],
    ['spaces', `${' '.repeat(1_000_000)}x`],
    ['quoted lines', '> \n'.repeat(300_000)],
    ['absence', 'не знаю в отпуске '.repeat(55_000)],
    ['full stops', '. '.repeat(500_000)],
    ['braces', '{{'.repeat(500_000)],
    ['angle brackets', '<'.repeat(1_000_000)],
    ['at signs', 'a@'.repeat(500_000)],
  ])('of %s', (_name, text) => {
    const index = createIndex();
    index.add([{ id: '1', kind: 'article', title: 'Refund', text: 'Five days.', locale: 'en', visibility: 'public' }]);
    cleanMessage(text);
    classifyMessage(text);
    expect(splitQuestions(text).length).toBeLessThanOrEqual(8);
    expect(detectLanguage(text)).toMatch(/^[a-z]{2}$/);
    expect(index.search(text, { language: 'en', limit: 3 }).length).toBeLessThanOrEqual(1);
  });
});
