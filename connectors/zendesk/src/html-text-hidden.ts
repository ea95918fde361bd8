import sanitizeHtml from 'sanitize-html';
import { declarationsOf, isInvisible, ownBackground, WHITE } from './html-text-style.ts';

/** Elements whose text no page shows. Not `details`: one click opens it, and help centres fold half their text away. */
const UNSHOWN = new Set(
  `script style template noscript noframes noembed title textarea select datalist object iframe svg math canvas audio
    video map`.split(/\s+/),
);

/** Most articles have none of this, and are not parsed twice. */
const MAY_HIDE = new RegExp(
  `style\\s*=|hidden|color\\s*=|<!--|<!\\[|(?:java|vb)script:|data:|<(?:${[...UNSHOWN].join('|')})\\b`,
  'i',
);

type Attributes = Readonly<Record<string, string>>;

/** The HTML without what a reader of the page does not see: comments, hidden elements, white text on white. */
export function withoutHidden(html: string): string {
  if (!MAY_HIDE.test(html)) return html;
  const hidden = new WeakSet<Attributes>();
  const backgrounds = [WHITE];
  return sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    // What such a tag could do, it could do to a page; this becomes plain text.
    allowVulnerableTags: true,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    onOpenTag(name, attributes) {
      const declarations = declarationsOf(attributes.style);
      const own = ownBackground(declarations, attributes.bgcolor);
      const background = own === undefined ? backgrounds.at(-1) : own;
      backgrounds.push(background ?? null);
      const color = declarations.get('color') ?? attributes.color;
      if (UNSHOWN.has(name) || isMarkedHidden(attributes) || isInvisible(declarations, { color, background }))
        hidden.add(attributes);
    },
    onCloseTag() {
      if (backgrounds.length > 1) backgrounds.pop();
    },
    exclusiveFilter: ({ attribs }) => hidden.has(attribs),
  });
}

function isMarkedHidden(attributes: Attributes): boolean {
  return attributes.hidden !== undefined || attributes['aria-hidden']?.trim().toLowerCase() === 'true';
}
