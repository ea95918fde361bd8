import { asRead } from '@draftsmith/untrusted-text';
import { compile, type Formatter } from 'html-to-text';
import { isHidden, UNSHOWN } from './html-hidden.ts';

/** How mail programs mark what they quote and how they sign. */
const QUOTES = [
  'blockquote[type="cite"]',
  '.gmail_quote',
  '.yahoo_quoted',
  '.moz-cite-prefix',
  '.hs_reply',
  '#divRplyFwdMsg',
  '.gmail_signature',
  '.moz-signature',
  '#Signature',
];

/** Longer bodies are pasted documents; their beginning says what they are about. */
const MAX_HTML_LENGTH = 200_000;

/** Whatever can carry a style is asked first whether it is shown; then, without it, read as the element it is. */
const ifShown: Formatter = (element, walk, builder) => {
  if (isHidden(element)) return;
  for (const name of ['style', 'color', 'bgcolor']) delete element.attribs[name];
  walk([element], builder);
};

/** Rows are lines. html-to-text's own tables pass over the styles of cells, where text can hide. */
const cell: Formatter = (element, walk, builder) => {
  builder.addInline(' ');
  walk(element.children, builder);
  builder.addInline(' ');
};

const skipped = (selectors: readonly string[]) => selectors.map((selector) => ({ selector, format: 'skip' }));
const common = [
  ...['[style]', '[color]', '[bgcolor]'].map((selector) => ({ selector, format: 'ifShown' })),
  ...skipped(['[hidden]', '[aria-hidden="true"]', 'img', ...UNSHOWN]),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
    selector,
    options: { uppercase: false, leadingLineBreaks: 2 },
  })),
  { selector: 'a', options: { ignoreHref: true } },
  { selector: 'ul', options: { itemPrefix: '- ' } },
  { selector: 'table', format: 'block' },
  { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ...['td', 'th'].map((selector) => ({ selector, format: 'cell' })),
];
const base = { wordwrap: false, limits: { maxDepth: 100 }, formatters: { ifShown, cell } } as const;
const convert = compile({ ...base, selectors: common });
const convertUnquoted = compile({ ...base, selectors: [...common, ...skipped(QUOTES)] });

/** Plain text of what a reader of the page sees: hidden text could only speak to programs. */
export function textOfHtml(html: string): string {
  return tidy(convert(html.slice(0, MAX_HTML_LENGTH)));
}

/** The same without the mail that it quotes; what is all quote is kept whole. */
export function textOfMail(html: string): string {
  return tidy(convertUnquoted(html.slice(0, MAX_HTML_LENGTH))) || textOfHtml(html);
}

/** Plain text, tidied up; for what was no HTML. */
export function textOfPlain(text: string): string {
  return tidy(text.slice(0, MAX_HTML_LENGTH));
}

function tidy(text: string): string {
  return asRead(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
