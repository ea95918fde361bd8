const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);
/** `ESC [ 31 m`, `ESC ] 8 ; ; link BEL` and the like: what a terminal obeys and nobody sees. */
const TERMINAL = new RegExp(
  String.raw`${ESCAPE}(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^${BELL}${ESCAPE}\n]{0,2000}(?:${BELL}|${ESCAPE}\\)|[@-Z\\^_])`,
  'g',
);
/** A line ends in one way only: every other line break could start a line that nobody checks. */
const LINE_BREAK = /\r\n?|[\v\f\x85\u2028\u2029]/g;
/** England, Scotland and Wales: the only pictures that are made of tag characters. Any other run of them is a text. */
const TAG_FLAG =
  /(?<=\u{1f3f4})\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u;
/** Characters without a picture: default ignorables, what sets the direction, controls. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb\ufffe\uffff]|(?!\n|\t)\p{Cc}/u;
const UNSEEN_OR_FLAG = new RegExp(`${TAG_FLAG.source}|${UNSEEN.source}`, 'gu');
/** A letter of the Braille script without any dot: padding, outside Braille. */
const BLANK_LETTER = /(?<![\u2801-\u28ff])\u2800+(?![\u2801-\u28ff])/g;
/** More accents on one letter than any language writes: they would cover the lines around it. */
const MARKS =
  /([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc]{3})[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc]+/g;

/** Scripts whose letters join, or are kept from joining, by a character without width. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]$/u;
/** Scripts that mark where a line may break, because they write no spaces. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u;
const PICTURE_NEXT = /^\p{Extended_Pictographic}/u;
const HAN = /\p{Script=Han}$/u;
const HAS_VARIANTS = /[\p{Emoji}\p{Extended_Pictographic}\p{Sm}\p{So}]$/u;
const MONGOLIAN = /\p{Script=Mongolian}$/u;

/** The text without what has no picture, unless the letters around it need it. */
export function withoutInvisible(text: string): string {
  return text
    .replace(TERMINAL, '')
    .replace(LINE_BREAK, '\n')
    .split('\n')
    .map((line) => (UNSEEN.test(line) ? readLine(line) : line))
    .join('\n')
    .replace(BLANK_LETTER, ' ')
    .replace(MARKS, '$1');
}

function readLine(line: string): string {
  const directed = RIGHT_TO_LEFT.test(line) ? directions(line) : new Set<number>();
  return line.replace(UNSEEN_OR_FLAG, (sign, at: number) => {
    if (sign.length > 2 || directed.has(at)) return sign;
    // Two code points are enough: a picture with its variant.
    const before = line.slice(Math.max(0, at - 4), at);
    return isNeeded(sign, before, line.slice(at + sign.length, at + sign.length + 2)) ? sign : '';
  });
}

function isNeeded(sign: string, before: string, after: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code === 0x200d) return JOINING.test(before) || (PICTURE.test(before) && PICTURE_NEXT.test(after));
  if (code === 0x200c) return JOINING.test(before);
  if (code === 0x200b) return UNSPACED.test(before);
  if (code === 0xfe0e || code === 0xfe0f) return HAS_VARIANTS.test(before);
  if ((code >= 0xfe00 && code <= 0xfe02) || (code >= 0xe0100 && code <= 0xe011f)) return HAN.test(before);
  return code >= 0x180b && code <= 0x180f && MONGOLIAN.test(before);
}

/** Where a line that is read from the right has marks, and pairs that open and close. Nothing reverses letters. */
function directions(line: string): ReadonlySet<number> {
  const kept = new Set<number>();
  const open: { at: number; closes: string; isOverride: boolean }[] = [];
  for (const { 0: sign, index: at } of line.matchAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g)) {
    if (/[\u061c\u200e\u200f]/.test(sign)) kept.add(at);
    else if (sign === '\u202c' || sign === '\u2069') {
      const last = open.at(-1);
      if (last?.closes !== sign) continue;
      open.pop();
      if (!last.isOverride) kept.add(last.at).add(at);
    } else
      open.push({
        at,
        closes: sign < '\u2066' ? '\u202c' : '\u2069',
        isOverride: sign === '\u202d' || sign === '\u202e',
      });
  }
  return kept;
}
