/** Where an accent is no `#rrggbb`. */
const INK = '#1f4e79';

/** WCAG's contrast for text, against white paper. */
const READABLE = 4.5;

/** The accent as text can carry it: the same hue, darker until it can be read. @param accent `#rrggbb` */
export function readableAccent(accent: string): string {
  let channels = channelsOf(safeAccent(accent));
  while (1.05 / (luminance(channels) + 0.05) < READABLE) channels = channels.map((one) => Math.floor(one * 0.9));
  return `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}

/** It ends in markup: nothing but six digits may get there. */
export function safeAccent(accent: string): string {
  return /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : INK;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
