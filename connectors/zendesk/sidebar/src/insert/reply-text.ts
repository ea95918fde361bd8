/** Nothing to see, and enough that Zendesk no longer recognises a placeholder. */
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Zendesk fills in `{{ticket.requester.email}}` and runs `{% ... %}` in what an agent sends; a customer's message could
 * plant them in a draft. Parted braces stay parted when the text is copied.
 */
export function neutralised(text: string): string {
  return text.replace(/\{(?=[{%])/g, `{${ZERO_WIDTH_SPACE}`);
}

/** A draft as HTML for the composer: paragraphs, line breaks, and nothing else. */
export function replyHtml(text: string): string {
  return neutralised(text)
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Whether a composer's content shows nothing: an empty rich text editor still holds tags. An image is something. */
export function isBlank(content: string): boolean {
  if (/<(?:img|hr|table|video|audio|iframe)\b/i.test(content)) return false;
  const text = content.replace(/<[^>]*>/g, '').replace(/&(?:nbsp|#160|#xa0|zwnj|ZeroWidthSpace|#8203);/gi, ' ');
  return text.replaceAll(ZERO_WIDTH_SPACE, '').trim() === '';
}
