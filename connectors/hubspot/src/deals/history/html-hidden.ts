import type { HtmlElement } from 'html-to-text';

/** Elements whose text no reader of a mail or note sees. Scripts, styles and comments are no text to the reader anyway. */
export const UNSHOWN =
  'title template noscript noframes noembed textarea select datalist object iframe svg math canvas audio video map'.split(
    ' ',
  );

const HIDING = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)content-visibility:hidden/,
  /(?:^|;)mso-hide:all/,
  /(?:^|;)opacity:(?:0?\.0\d*|0|[0-9](?:\.\d+)?%)(?:;|$)/,
  /(?:^|;)font-size:(?:[012](?:\.\d+)?(?:px|pt)?|0?\.[01]\d*r?em|[0-9]%)(?:;|$)/,
  /(?:^|;)font:0/,
  /(?:^|;)(?:left|top|right|bottom|text-indent|margin-left|margin-top):-\d{3,}/,
  /(?:^|;)text-indent:-\d{2,}r?em/,
  /(?:^|;)transform:[^;]*scale[xy]?\(0/,
  /(?:^|;)clip:rect\([01](?:px)?[, ]*[01]?/,
  /(?:^|;)color:(?:transparent|rgba\([^)]*,0?(?:\.0\d*)?\))/,
];
const CUT = /(?:^|;)overflow:(?:hidden|clip)/;
const NO_SIZE = /(?:^|;)(?:max-)?(?:height|width|line-height):[01](?:\.\d+)?(?:px|pt|em|%)?(?:;|$)/;
const WHITE = /^(?:white|snow|ivory|ghostwhite|#fff|#f[a-f]f[a-f]f[a-f]|rgb\(25\d,25\d,25\d\))$/;

/** Elements on a ground of their own colour: white letters can be read there. */
const coloured = new WeakSet<HtmlElement>();

/** Whether the page shows nothing of this element. Call it for a parent before its children. */
export function isHidden(element: HtmlElement): boolean {
  const { style = '', bgcolor, color } = element.attribs;
  const declarations = compact(style);
  const ground = declared(declarations, 'background-color') ?? declared(declarations, 'background') ?? bgcolor;
  if (ground !== undefined && !isWhite(ground) && !/^(?:none|transparent|inherit)/.test(ground)) coloured.add(element);
  if (HIDING.some((hiding) => hiding.test(declarations))) return true;
  if (CUT.test(declarations) && NO_SIZE.test(declarations)) return true;
  const ink = declared(declarations, 'color') ?? color;
  return ink !== undefined && isWhite(ink) && !isOnColour(element);
}

function isOnColour(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at; at = at.parent) if (coloured.has(at)) return true;
  return false;
}

const isWhite = (colour: string) => WHITE.test(colour.trim().toLowerCase().replace(/\s+/g, ''));

function declared(declarations: string, name: string): string | undefined {
  const declaration = declarations.split(';').findLast((one) => one.startsWith(`${name}:`));
  return declaration?.slice(name.length + 1);
}

/** Lower case, without comments, escapes, blanks around signs and `!important`. */
function compact(style: string): string {
  return style
    .slice(0, 10_000)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))),
    )
    .replaceAll('\\', '')
    .toLowerCase()
    .replace(/\s*!\s*important/g, '')
    .replace(/\s*([:;,])\s*/g, '$1')
    .trim();
}
