import type { ScannedWords } from './scan-words.ts';

/** A text as somebody would read it who decodes it, with where each part of it stands in the original. */
export interface Decoding {
  text: string;
  /** The stretch of the original that the characters from `start` to `end` come from: UTF-16 offsets. */
  origin(start: number, end: number): { start: number; end: number };
}

const ESCAPE =
  /(?:%[\da-f]{2})+|(?:=[\dA-F]{2})+|\\+u\{[\da-f]{1,6}\}|\\+u[\da-f]{4}|\\+x[\da-f]{2}|&#\d{2,7};|&#x[\da-f]{2,6};/giu;
/** `%40` */
const BYTE = 3;
const HINTS = ['%', '\\u', '\\x', '&#', '='];
/** An escape within an escape, within a third: no honest text has more. */
const DEEPEST = 3;

/** A row of Base64 has a stretch of letters and digits that is as long, and mixes them as no word does. */
const SHORTEST_STRETCH = 8;
const SHORTEST_BASE64 = 12;
const MIXED = /^.+[A-Z\d]/;
const NOT_BASE64 = /[^A-Za-z\d+/_-]/g;
const PIECE = /[A-Za-z\d]{12,}/g;
/** Readings of a text with its escapes undone: `%40`, `\u0410`, `=D0=90`, `&#64;`, and Base64. Usually none. */
export function decodings(words: ScannedWords): Decoding[] {
  return [...unescaped(words.text), ...fromBase64(words)];
}

function unescaped(text: string): Decoding[] {
  const found: Decoding[] = [];
  let current = text;
  let origin: Decoding['origin'] = (start, end) => ({ start, end });
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = HINTS.some((hint) => current.includes(hint)) ? unescapeOnce(current) : undefined;
    if (!next) break;
    const outer = origin;
    origin = (start, end) => {
      const inner = next.origin(start, end);
      return outer(inner.start, inner.end);
    };
    current = next.text;
    found.push({ text: current, origin });
  }
  return found;
}

function unescapeOnce(text: string): Decoding | undefined {
  const escapes = [...text.matchAll(ESCAPE)];
  if (escapes.length === 0) return undefined;
  const [from, to]: [number[], number[]] = [[], []];
  let result = '';
  let end = 0;
  const add = (written: string, start: number, stop: number): void => {
    for (let i = 0; i < written.length; i++) {
      from.push(start);
      to.push(stop);
    }
    result += written;
  };
  const copy = (upTo: number): void => {
    for (let i = end; i < upTo; i++) add(text[i] ?? '', i, i + 1);
  };
  for (const { 0: written, index } of escapes) {
    copy(index);
    end = index + written.length;
    if (/^[%=]/.test(written))
      for (const { character, at, size } of lettersIn(written)) add(character, index + at, index + at + size);
    else add(decodeEscape(written), index, end);
  }
  copy(text.length);
  return { text: result, origin: (start, stop) => ({ start: from[start] ?? 0, end: to[stop - 1] ?? text.length }) };
}

/** A row of escaped bytes: several may make one letter. Offsets within the row. */
function* lettersIn(row: string): Generator<{ character: string; at: number; size: number }> {
  const bytes = Buffer.from(row.replace(/[%=]/g, ''), 'hex');
  const utf8 = bytes.toString('utf8');
  const isUtf8 = !utf8.includes('\ufffd');
  let at = 0;
  for (const character of isUtf8 ? utf8 : bytes.toString('latin1')) {
    const size = BYTE * (isUtf8 ? Buffer.byteLength(character) : 1);
    yield { character, at, size };
    at += size;
  }
}

function decodeEscape(written: string): string {
  const hexadecimal = /(?:u\{?|x)([\da-f]+)/i.exec(written)?.[1];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(/\d+/.exec(written)?.[0] ?? 0);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** Only what is text afterwards; a hit anywhere in it is a hit on the whole. */
function fromBase64(words: ScannedWords): Decoding[] {
  const found: Decoding[] = [];
  for (const { row, at } of rowsIn(words))
    for (const { index, 0: written } of piecesOf(row)) {
      const decoded = Buffer.from(written, 'base64').toString('utf8');
      if (/[\ufffd\p{Cc}]/u.test(decoded.replace(/[\r\n\t]/g, ''))) continue;
      const start = at + index;
      found.push({ text: decoded, origin: () => ({ start, end: start + written.length }) });
    }
  return found;
}

/** What may be Base64: most texts have no such row, and the words are there already. */
function* rowsIn({ text, count, starts, ends, lengths }: ScannedWords): Generator<{ row: string; at: number }> {
  let done = 0;
  for (let word = 0; word < count; word++) {
    const start = starts[word] ?? 0;
    if (start < done || (lengths[word] ?? 0) < SHORTEST_STRETCH || !MIXED.test(text.slice(start, ends[word]))) continue;
    let at = start;
    while (at > done && /[A-Za-z\d+/_-]/.test(text[at - 1] ?? '')) at--;
    NOT_BASE64.lastIndex = at;
    done = NOT_BASE64.exec(text)?.index ?? text.length;
    if (done - at >= SHORTEST_BASE64) yield { row: text.slice(at, done), at };
    else done = Math.max(done, at + 1);
  }
}

/** Whole and by its stretches: the slash of `u/YW5u...` may belong to a path, and what follows would be read shifted. */
function piecesOf(row: string): { index: number; 0: string }[] {
  return [{ index: 0, 0: row }, ...[...row.matchAll(PIECE)].filter((piece) => piece[0] !== row)];
}
