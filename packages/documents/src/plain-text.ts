/** What XML 1.0 cannot hold, and what has no width and only hides: a file with one of them does not open in Word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not get in
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;
/** Direction overrides turn the digits of a price around for the eye alone. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text as documents may hold it; line ends are `\n`, tabs are spaces. */
export function plainText(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(OVERRIDES, '');
}

/** The same on one line: for names and titles. */
export function oneLine(value: string): string {
  return plainText(value)
    .replace(/ *\n[ \n]*/g, ' ')
    .trim();
}

/** For places that hold one line of a page and no more; the whole text stands elsewhere. @param length in characters */
export function clip(value: string, length: number): string {
  const characters = [...value];
  return characters.length <= length ? value : `${characters.slice(0, length - 1).join('')}…`;
}
