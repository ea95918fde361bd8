/** Of ordinary text, by WCAG 2.2. */
export const EASY_TO_READ = 4.5;

/** The contrast of a colour, `#rrggbb`, with white paper: 1 (none) to 21 (black). WCAG 2.2, relative luminance. */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 1.05 / (0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) + 0.05);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
