/**
 * How Zendesk turns what was written into the three texts of a comment: `body`, `plain_body` and `html_body`.
 * Enough for the round trip of ordinary mail and notes; it is not a sanitiser.
 */
export interface CommentText {
  body: string;
  plain_body: string;
  /** Wrapped in `<div class="zd-comment" dir="auto">` as recorded answers are. */
  html_body: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A comment sent as `body`: HTML in it is stripped, as the tickets reference says. */
export function fromPlainText(text: string): CommentText {
  const plain = stripTags(text);
  const paragraphs = plain
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`);
  return { body: plain, plain_body: plain, html_body: wrap(paragraphs.join('')) };
}

/** A comment sent as `html_body`. Scripts and styles do not survive in Zendesk either. */
export function fromHtml(html: string): CommentText {
  const kept = html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
  const plain = htmlToText(kept);
  return { body: plain, plain_body: plain, html_body: wrap(kept) };
}

export function htmlToText(html: string): string {
  const spaced = html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li[^>]*>/gi, '\n- ')
    .replace(/<\/(p|div|h[1-6]|ul|ol|blockquote|table|tr)>/gi, '\n\n');
  return decodeEntities(spaced.replace(/<[^>]+>/g, ''))
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function stripTags(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>/gi, '');
}

function wrap(html: string): string {
  return `<div class="zd-comment" dir="auto">${html}</div>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });
}
