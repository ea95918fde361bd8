import { describe, expect, it } from 'vitest';
import { fromHtml, fromPlainText, htmlToText } from './html.ts';

describe('comment text', () => {
  it('keeps plain text as it is and makes paragraphs of it', () => {
    const text = fromPlainText('One & two\nthree\n\nfour');
    expect(text.body).toBe('One & two\nthree\n\nfour');
    expect(text.html_body).toBe(
      '<div class="zd-comment" dir="auto"><p dir="auto">One &amp; two<br>three</p><p dir="auto">four</p></div>',
    );
  });

  it('makes plain text of HTML', () => {
    expect(htmlToText('<p>A&nbsp;&lt;b&gt; &#1071;&#x42F;</p><ul><li>one</li><li>two</li></ul>end<br/>here')).toBe(
      'A <b> ЯЯ\n\n- one\n- two\n\nend\nhere',
    );
  });

  it('drops scripts and styles with their text', () => {
    const { html_body, plain_body } = fromHtml('<p>ok</p><script>steal()</script><STYLE>p{}</STYLE>');
    expect(html_body).toBe('<div class="zd-comment" dir="auto"><p>ok</p></div>');
    expect(plain_body).toBe('ok');
  });

  it('gives back through HTML what went in as text', () => {
    for (const text of ['a', 'a < b && c > d', '"quoted" \'single\'', 'line\nline', 'par\n\npar', 'Größe ЖЖ 你好']) {
      expect(htmlToText(fromPlainText(text).html_body)).toBe(text);
    }
  });
});
