import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, neutralised, replyHtml } from './reply-text.ts';

test('paragraphs and line breaks stay', () => {
  expect(replyHtml('Hello Ann,\n\nOne.\nTwo.\n\n\nBye')).toBe('<p>Hello Ann,</p><p>One.<br>Two.</p><p>Bye</p>');
});

test('markup in a draft is text', () => {
  expect(replyHtml('<img src=x onerror="alert(1)"> & \'more\'')).toBe(
    '<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;</p>',
  );
});

test('whatever the draft, the HTML holds paragraphs and line breaks only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(replyHtml(text).replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/);
    }),
  );
});

test('no placeholder of Zendesk survives, and nothing else is changed', () => {
  const braces = fc.string({ unit: fc.constantFrom('{', '%', '}', 'a', '\n') });
  fc.assert(
    fc.property(braces, (text) => {
      const safe = neutralised(text);
      expect(safe).not.toMatch(/\{[{%]/);
      expect(replyHtml(text)).not.toMatch(/\{[{%]/);
      expect(safe.replaceAll('\u200b', '')).toBe(text);
      expect(neutralised(safe)).toBe(safe);
    }),
  );
});

test.each(['', ' \n', '<p></p>', '<p><br></p>', '<div>&nbsp;</div>', '\u200b'])('%j shows nothing', (content) => {
  expect(isBlank(content)).toBe(true);
});

test.each(['a', '<p>a</p>', '<p><img src="a.png"></p>', '&lt;'])('%j shows something', (content) => {
  expect(isBlank(content)).toBe(false);
});
