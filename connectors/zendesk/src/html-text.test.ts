import { expect, test } from 'vitest';
import { textOfHtml, textOfMessage } from './html-text.ts';

test('paragraphs, headings, lists, tables and links stay readable', () => {
  const html = `<div class="zd-comment" dir="auto"><h2>Refunds &amp; returns</h2><p>Within&nbsp;<b>5&nbsp;days</b>.<br>Free.</p>
    <ul><li>Open <a href="https://acme.example/r">returns</a></li><li>Print</li></ul><ol><li>Pack</li></ol>
    <table><tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td>9 €</td></tr></table>
    <p><a href="https://acme.example">https://acme.example</a> <img src="https://x.example/p.png" alt="photo"></p></div>`;
  expect(textOfHtml(html)).toBe(
    [
      'Refunds & returns',
      'Within 5 days.\nFree.',
      '- Open returns (https://acme.example/r)\n- Print',
      '1. Pack',
      'Plan   Price\nPro    9 €',
      'https://acme.example',
    ].join('\n\n'),
  );
});

test('scripts and styles leave nothing behind', () => {
  expect(textOfHtml('<style>p{}</style><script>alert(1)</script><p>Hi</p>')).toBe('Hi');
});

test.each([
  ['<p>Thanks, but no.</p><div class="gmail_quote">On Monday Ben wrote: <blockquote>Hello</blockquote></div>'],
  ['<p>Thanks, but no.</p><blockquote type="cite">Hello</blockquote>'],
])('quoted mail is cut: %s', (html) => {
  expect(textOfMessage(html)).toBe('Thanks, but no.');
});

test('a quotation that the customer made by hand stays, and so does a message that is all quote', () => {
  expect(textOfMessage('<p>You wrote</p><blockquote>5 days</blockquote><p>Really?</p>')).toContain('> 5 days');
  expect(textOfMessage('<blockquote type="cite">Only this</blockquote>')).toContain('Only this');
});

test.each(['', '<p>', '<'.repeat(5_000), '<div>'.repeat(5_000), '&#x110000;&bogus;'])(
  'broken HTML number %# is survived',
  (html) => {
    expect(() => textOfHtml(html)).not.toThrow();
  },
);
