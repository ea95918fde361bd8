/** Nothing to see, and enough that Liquid no longer recognises its braces. */
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Plain text as HTML. Zendesk renders placeholders (`{{ticket.requester.email}}`, `{% ... %}`) that it finds in texts,
 * at the latest when an agent sends the copied draft; a customer's message could plant them. Parting the braces
 * survives copying, which an HTML entity would not.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\{(?=[{%])/g, `{${ZERO_WIDTH_SPACE}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An address that may stand in `href="..."`; undefined for anything but plain http(s). */
export function hrefOf(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2_000 || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return escapeText(href.replaceAll('{', '%7B').replaceAll('}', '%7D'));
}
