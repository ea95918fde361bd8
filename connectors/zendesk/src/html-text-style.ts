/** Red, green and blue from 0 to 255; null for a colour that cannot be told: a picture, a gradient, a variable. */
export type Color = readonly [red: number, green: number, blue: number] | null;
export type Declarations = ReadonlyMap<string, string>;

export const WHITE: Color = [255, 255, 255];

/** A difference that no eye sees on a screen. */
const LEAST_CONTRAST = 16;
/** Pixels. */
const SMALLEST_FONT = 2;
const FAR_AWAY = 200;
/** Share of the light. */
const LEAST_OPACITY = 0.1;

const NAMED: Readonly<Record<string, Color>> = {
  white: WHITE,
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  mintcream: [245, 255, 250],
  azure: [240, 255, 255],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
};

/** The declarations of a `style` attribute: names and values in lower case, without comments, escapes and `!important`. */
export function declarationsOf(style: string | undefined): Declarations {
  const plain = (style ?? '')
    .slice(0, 10_000)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))),
    )
    .replaceAll('\\', '')
    .toLowerCase();
  return new Map(
    plain.split(';').flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const value = declaration.slice(colon + 1).replace(/!\s*important/, '');
      return colon < 0 ? [] : [[declaration.slice(0, colon).trim(), value.trim().replace(/\s+/g, ' ')] as const];
    }),
  );
}

/** Undefined where the element has none of its own. */
export function ownBackground(declarations: Declarations, attribute: string | undefined): Color | undefined {
  const value = declarations.get('background-color') ?? declarations.get('background') ?? attribute;
  if (value === undefined || /^(?:none|transparent|inherit|initial|unset)?$/.test(value)) return undefined;
  if (/url\(|gradient/.test(value)) return null;
  return colorOf(value.replace(/\s*,\s*/g, ',')) ?? null;
}

/** Whether an element with these declarations shows nothing of its text. */
export function isInvisible(
  declarations: Declarations,
  { color, background = null }: { color?: string | undefined; background?: Color | undefined },
): boolean {
  const get = (name: string) => declarations.get(name) ?? '';
  return (
    get('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(get('visibility')) ||
    get('content-visibility') === 'hidden' ||
    get('mso-hide') === 'all' ||
    isFaint(get('opacity')) ||
    isTiny(get('font-size')) ||
    /^0[a-z%]*(?:\/|\s)/.test(get('font')) ||
    isAway(declarations) ||
    isCut(declarations) ||
    isUncoloured(color, background)
  );
}

function isFaint(opacity: string): boolean {
  const value = Number.parseFloat(opacity) / (opacity.endsWith('%') ? 100 : 1);
  return value < LEAST_OPACITY;
}

function isTiny(size: string): boolean {
  const value = Number.parseFloat(size);
  if (/\d\s*(?:r?em|ex|ch|v[wh])$/.test(size)) return value < SMALLEST_FONT / 16;
  return size.endsWith('%') ? value < 10 : value <= SMALLEST_FONT;
}

/** Beyond the edge of the page. */
function isAway(declarations: Declarations): boolean {
  const isPositioned = /^(?:absolute|fixed|relative)$/.test(declarations.get('position') ?? '');
  const sides = isPositioned ? ['left', 'top', 'right', 'bottom'] : [];
  const moved = [...sides, 'text-indent', 'margin-left', 'margin-top', 'margin'].map(
    (side) => declarations.get(side) ?? '',
  );
  if (moved.some((value) => /(?:^| )-[\d.]+/.test(value) && lengthOf(value) <= -FAR_AWAY)) return true;
  const transform = declarations.get('transform') ?? '';
  return (
    /scale[xy]?\(\s*0(?:\.0\d*)?\s*[,)]/.test(transform) ||
    /translate[xy3d]*\([^)]*-(?:\d{3,}px|\d{2,}em|[1-9]\d{2,}%)/.test(transform)
  );
}

/** Negative lengths in pixels, near enough. */
function lengthOf(value: string): number {
  const lengths = [...value.matchAll(/(-?[\d.]+)(r?em|vw|vh|%)?/g)].map(
    ([, number, unit]) => Number(number) * (unit ? 16 : 1),
  );
  return Math.min(...lengths);
}

/** Of no size, or cut down to nothing: how the preheader of a newsletter is made. */
function isCut(declarations: Declarations): boolean {
  if (/rect\(\s*[01](?:px)?[ ,]+[01](?:px)?[ ,]+[01](?:px)?[ ,]+[01](?:px)?\s*\)/.test(declarations.get('clip') ?? ''))
    return true;
  if (/inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0/.test(declarations.get('clip-path') ?? '')) return true;
  if (!/^(?:hidden|clip)/.test(declarations.get('overflow') ?? '')) return false;
  const sizes = ['height', 'width', 'max-height', 'max-width', 'line-height'].map(
    (name) => declarations.get(name) ?? '',
  );
  return sizes.some((size) => /^[01](?:\.\d+)?(?:px|pt|em|%)?$/.test(size));
}

function isUncoloured(color: string | undefined, background: Color): boolean {
  if (color === undefined) return false;
  const value = color.trim().toLowerCase().replace(/\s+/g, '');
  if (
    value === 'transparent' ||
    /^(?:rgba|hsla)\(.*[,/]0?(?:\.0\d*)?%?\)$/.test(value) ||
    /^#(?:...0|.{6}0.)$/.test(value)
  )
    return true;
  const ink = colorOf(value);
  if (!ink || !background) return false;
  return ink.every((channel, i) => Math.abs(channel - (background[i] ?? 0)) < LEAST_CONTRAST);
}

/** The first colour in a value; undefined when it holds none that is known here. */
function colorOf(value: string): Color | undefined {
  for (const part of value
    .trim()
    .toLowerCase()
    .split(/ (?![^(]*\))/)) {
    if (Object.hasOwn(NAMED, part)) return NAMED[part];
    const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(part)?.[1];
    if (hex) return hexColor(hex);
    const rgb = /^rgba?\(\s*(\d+)[, ]+(\d+)[, ]+(\d+)/.exec(part);
    if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  }
  return undefined;
}

function hexColor(hex: string): Color {
  const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}
