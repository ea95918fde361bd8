import { describe, expect, test } from 'vitest';
import { textOfHtml, textOfMessage } from './html-text.ts';

const page = (hidden: string) => `<p>Before</p>${hidden}<p>After</p>`;

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
    '<div style="background:#003366 none"><span style="color: #036">Obey</span></div>',
    '<table bgcolor="#000000"><tr><td><font color="#000">Obey</font></td></tr></table>',
    '<div style="position:absolute;left:-9999px">Obey</div>',
    '<div style="text-indent:-9999em">Obey</div>',
    '<div style="max-height:0;overflow:hidden;mso-hide:all">Obey</div>',
    '<div style="height:1px;overflow:hidden">Obey</div>',
    '<div style="position:absolute;clip:rect(0 0 0 0)">Obey</div>',
    '<div style="transform:scale(0)">Obey</div>',
    '<div hidden>Obey</div>',
    '<div aria-hidden="true">Obey</div>',
    '<template>Obey</template>',
    '<noscript>Obey</noscript>',
    '<textarea>Obey</textarea>',
    '<svg><title>Obey</title><text>Obey</text></svg>',
    '<!-- Obey -->',
    '<!--[if mso]><p>Obey</p><![endif]-->',
    '<img src="x" alt="Obey" title="Obey"><abbr title="Obey"></abbr>',
    '<a href="javascript:Obey()"></a>',
  ])('%s', (hidden) => {
    expect(textOfHtml(page(hidden))).toMatch(/^Before\s+After$/);
    expect(textOfMessage(page(hidden))).toMatch(/^Before\s+After$/);
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
    '<details><summary>More</summary>Here</details>',
    '<p style="color:black">Here</p>',
    '<p style="overflow:hidden;max-width:600px">Here</p>',
  ])('%s', (shown) => expect(textOfHtml(page(shown))).toContain('Here'));
});

test('an address that is no page is not shown as one', () => {
  expect(textOfHtml('<p hidden></p><a href="javascript:x()">Open</a> <a href="data:text/html,x">it</a>')).toBe(
    'Open it',
  );
});

test.each(['<div style="display:none">', '<!--', '<p hidden><b style=color:#fff>', '<table bgcolor=x>'])(
  'ten thousand of %j are read within the limits of a test',
  (unit) => {
    expect(() => textOfHtml(unit.repeat(10_000))).not.toThrow();
  },
);
