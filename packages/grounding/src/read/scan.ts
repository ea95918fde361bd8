export type TokenType =
  | 'link'
  | 'email'
  | 'date'
  | 'time'
  | 'phone'
  | 'version'
  | 'code'
  | 'number'
  | 'word'
  | 'break'
  | 'mark';

/** One piece of a text. White space is between tokens; a line break is a token. */
export interface Token {
  type: TokenType;
  text: string;
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

// Every repetition is bounded or consumes what it reads: a megabyte without spaces must stay linear.
const TLD =
  'com|org|net|io|de|fr|es|pt|br|ru|eu|co|uk|app|dev|info|shop|store|cloud|ai|example|test|invalid|mx|ar|ch|at|ly|biz|gov|edu|xyz|top|site|online|link|click|live|club|vip|pw|tk|su|cc|icu|buzz';
const DOMAIN = String.raw`(?:[a-zA-Z0-9-]{1,63}\.){1,6}`;
const PARTS: readonly (readonly [TokenType, string])[] = [
  ['link', String.raw`[hH][tT]{2}[pP][sS]?:\/\/[^\s<>"'«»\u0060]{1,2000}|[wW]{3}\.[^\s<>"'«»\u0060]{1,2000}`],
  ['email', String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,188}[\p{L}\p{N}])?`],
  [
    'link',
    // A path makes a link of any end: programs that show mail do so, too.
    String.raw`${DOMAIN}(?:${TLD}|${TLD.toUpperCase()})(?![\p{L}\p{N}-])(?:\/[^\s<>"'«»\u0060]{0,2000})?|${DOMAIN}[a-zA-Z]{2,24}\/[^\s<>"'«»\u0060.,]{1,2000}`,
  ],
  ['date', String.raw`\d{4}-\d{2}-\d{2}(?!\d)`],
  [
    'date',
    String.raw`\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{2}\.\d{2}\.\d{2}(?![\d.])|(?<![€$£\d.,])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?=\s+[\p{Ll}\d]|\s*[,;)]|\s*$)`,
  ],
  ['time', String.raw`(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)|(?:[01]?\d|2[0-4])h[0-5]\d(?!\d)`],
  [
    'phone',
    String.raw`\+\d[\d ()/.-]{6,18}\d|\(?0\d{2,5}\)?[ /-]\d[\d -]{4,12}\d|\d{3}-\d{3}-\d{4}|8[ -]?\(?800\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}`,
  ],
  [
    'version',
    String.raw`[vV]\d{1,6}(?:\.\d{1,6}){0,4}(?![\p{L}\d])|(?!\d{1,3}(?:\.\d{3}){2,5}(?!\d))\d{1,6}(?:\.\d{1,6}){2,4}(?![\p{L}\d])`,
  ],
  [
    'code',
    String.raw`#[\p{L}\d][\p{L}\d]{0,39}(?:[-_/][\p{L}\d]{1,40}){0,6}|(?=[\p{L}\d_-]{0,40}\d)(?:\p{Lu}[\p{L}\d]{0,39}|\p{L}{1,10}\d[\p{L}\d]{0,39})(?:[-_][\p{L}\d]{1,40}){0,6}|\d{1,12}[A-Z]{1,4}\d[A-Z\d]{0,30}|\d{4,12}-\d{4,12}(?![\d-])|\d{1,2}[DGK](?![\p{L}\d])`,
  ],
  [
    'number',
    String.raw`\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,5}(?!\d)(?:[.,]\d{1,4}(?!\d))?|\d{1,40}(?:[.,'’]\d{1,40}){0,6}|[½¼¾]`,
  ],
  ['word', String.raw`[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+(?:['’](?:t|s|re|ve|ll|d|m)(?![\p{L}\p{M}]))?`],
  ['break', String.raw`\r?\n`],
  ['mark', String.raw`\.{2,}|[!?]+|[^\s]`],
];

const ALL = new RegExp(PARTS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');
/** Most of a text: a word before white space or plain punctuation needs none of the other patterns. */
const PLAIN_WORD = /[\p{L}\p{M}]+(?=[ \n\r,;!?)]|[.:](?:\s|$)|$)/uy;
const CLOSING = /[.,;:!?…)\]}>*_»”"']+$/u;

/** All tokens of a text, in order. */
export function scan(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    PLAIN_WORD.lastIndex = at;
    const word = PLAIN_WORD.exec(text)?.[0];
    if (word !== undefined) {
      tokens.push({ type: 'word', text: word, start: at, end: at + word.length });
      at += word.length;
      continue;
    }
    ALL.lastIndex = at;
    const match = ALL.exec(text);
    if (!match) break;
    const type = typeOf(match);
    let found = match[0];
    // The full stop behind a link belongs to the sentence.
    if (type === 'link') found = found.replace(CLOSING, '') || found;
    tokens.push({ type, text: found, start: match.index, end: match.index + found.length });
    at = match.index + found.length;
  }
  return tokens;
}

function typeOf(match: RegExpExecArray): TokenType {
  for (let group = 1; group <= PARTS.length; group++)
    if (match[group] !== undefined) return PARTS[group - 1]?.[0] ?? 'mark';
  return 'mark';
}
