import { compile } from 'html-to-text';
import { withoutHidden } from './html-text-hidden.ts';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const common = [
  ...headings.map((selector) => ({ selector, options: { uppercase: false, leadingLineBreaks: 2 } })),
  { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'], noAnchorUrl: true } },
  { selector: 'img', format: 'skip' },
  { selector: 'ul', options: { itemPrefix: '- ' } },
  { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
];

/** How mail programs mark what they quote. */
const quotes = ['blockquote[type="cite"]', '.gmail_quote', '.yahoo_quoted', '#divRplyFwdMsg', '.moz-cite-prefix'];

const limits = { maxDepth: 100, maxInputLength: 2_000_000 };
const convert = compile({ wordwrap: false, limits, selectors: common });
const convertUnquoted = compile({
  wordwrap: false,
  limits,
  selectors: [...common, ...quotes.map((selector) => ({ selector, format: 'skip' }))],
});

/**
 * Plain text of an article or macro: paragraphs separated by a blank line, lists with dashes, links as `text (url)`. What
 * the page does not show is not read either: it could only speak to programs.
 */
export function textOfHtml(html: string): string {
  return tidy(convert(shownOf(html)));
}

/** The same for a message, without the mail it quotes; a message that is all quote is kept whole. */
export function textOfMessage(html: string): string {
  return tidy(convertUnquoted(shownOf(html))) || textOfHtml(html);
}

function shownOf(html: string): string {
  return withoutHidden(html.slice(0, limits.maxInputLength));
}

function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^ (?=\d+\. )/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
