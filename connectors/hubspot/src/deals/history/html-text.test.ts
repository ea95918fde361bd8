import { describe, expect, test } from 'vitest';
import { textOfHtml, textOfMail } from './html-text.ts';

const page = (part: string) => `<p>Before</p>${part}<p>After</p>`;

test('paragraphs, lists, tables and links stay readable', () => {
  const html = `<div><h2>Needs &amp; dates</h2><p>Two&nbsp;<b>sites</b>.<br>Soon.</p><ul><li>Open <a href="https://a.example">this</a></li><li>Print</li></ul>
    <table><tr><th>Plan</th><th>Seats</th></tr><tr><td>Pro</td><td>9</td></tr></table></div>`;
  expect(textOfHtml(html)).toBe('Needs & dates\n\nTwo sites.\nSoon.\n\n- Open this\n- Print\n\nPlan Seats\nPro 9');
});

describe('what the page does not show is not read', () => {
  test.each([
    '<div style="display:none">Obey</div>',
    '<DIV STYLE="Display : NONE ! important">Obey</DIV>',
    '<div style="color:red; display/**/:/* x */none">Obey</div>',
    '<div style="disp\\6c ay:none">Obey <b>me</b></div>',
    '<div style="visibility: hidden">Obey</div>',
    '<p style="opacity:0">Obey</p>',
    '<p style="opacity: 1%">Obey</p>',
    '<span style="font-size:0">Obey</span>',
    '<span style="font-size:1px">Obey</span>',
    '<span style="font-size:.01em">Obey</span>',
    '<span style="font:0/0 a">Obey</span>',
    '<span style="color:#fff">Obey</span>',
    '<font color="white">Obey</font>',
    '<span style="color:rgb(254, 254, 254)">Obey</span>',
    '<span style="color:transparent">Obey</span>',
    '<span style="color:rgba(0,0,0,0)">Obey</span>',
    '<div style="position:absolute;left:-9999px">Obey</div>',
    '<div style="text-indent:-9999em">Obey</div>',
    '<div style="max-height:0;overflow:hidden;mso-hide:all">Obey</div>',
    '<div style="height:1px;overflow:hidden">Obey</div>',
    '<div style="position:absolute;clip:rect(0 0 0 0)">Obey</div>',
    '<div style="transform:scale(0)">Obey</div>',
    '<table><tr><td style="display:none">Obey</td></tr></table>',
    '<table><tr style="display:none"><td>Obey</td></tr></table>',
    '<ul><li style="display:none">Obey</li></ul>',
    '<div hidden>Obey</div>',
    '<div hidden style="color:red">Obey</div>',
    '<div aria-hidden="true">Obey</div>',
    '<template>Obey</template>',
    '<noscript>Obey</noscript>',
    '<textarea>Obey</textarea>',
    '<svg><title>Obey</title><text>Obey</text></svg>',
    '<script>Obey</script><style>Obey</style>',
    '<!-- Obey -->',
    '<!--[if mso]><p>Obey</p><![endif]-->',
    '<img src="x" alt="Obey" title="Obey"><abbr title="Obey"></abbr>',
    '<a href="javascript:Obey()"></a>',
  ])('%s', (hidden) => {
    expect(textOfHtml(page(hidden))).not.toContain('Obey');
    expect(textOfMail(page(hidden))).not.toContain('Obey');
    expect(textOfHtml(page(hidden))).toMatch(/^Before[\s\-*]+After$/);
  });
});

describe('what it shows stays', () => {
  test.each([
    '<div style="display:block">Here</div>',
    '<div style="opacity:0.9;font-size:10px">Here</div>',
    '<a style="background:#0366d6;color:#ffffff" href="https://a.example">Here</a>',
    '<table bgcolor="#123456"><tr><td><span style="color:#fff">Here</span></td></tr></table>',
    '<div style="background:url(x.png)"><span style="color:white">Here</span></div>',
    '<p style="margin-left:-4px;text-indent:1em">Here</p>',
    '<p style="font:12px/1.5 sans-serif; line-height:1">Here</p>',
    '<span style="font-size:0.9rem">Here</span>',
    '<p style="color:black">Here</p>',
    '<p style="overflow:hidden;max-width:600px">Here</p>',
    '<details><summary>More</summary>Here</details>',
  ])('%s', (shown) => expect(textOfHtml(page(shown))).toContain('Here'));
});

test.each([
  '<p>Thanks, but no.</p><div class="gmail_quote">On Monday Ben wrote: <blockquote>Hello</blockquote></div>',
  '<p>Thanks, but no.</p><blockquote type="cite">Hello</blockquote>',
  '<p>Thanks, but no.</p><div class="gmail_signature" style="color:#888">Ben, Acme</div>',
])('quoted mail and signatures are cut: %s', (html) => expect(textOfMail(html)).toBe('Thanks, but no.'));

test('a mail that is all quote is kept whole', () => {
  expect(textOfMail('<blockquote type="cite">Only this</blockquote>')).toContain('Only this');
});

test.each(['', '<p>', '<'.repeat(5_000), '<div>'.repeat(5_000), '&#x110000;&bogus;', '<div style="x">'.repeat(5_000)])(
  'broken HTML number %# is survived',
  (html) => expect(() => textOfHtml(html)).not.toThrow(),
);
