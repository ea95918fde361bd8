import { isMonthName } from '../mentions/calendar-words.ts';
import type { Token } from './scan.ts';

/** Tokens `from` to `to` (exclusive) of a document; bullets and list numbers stay outside. */
export interface SentenceRange {
  from: number;
  to: number;
}

/** Abbreviations after which a full stop does not end a sentence, lower case. */
const ABBREVIATIONS = new Set(
  `e.g i.e eg ie etc vs nr mr mrs ms dr prof st inc ltd approx z b d h bzw usw ca inkl zzgl ggf evtl tel abs min max incl excl
   т е д п к напр руб г ул стр см тел им млн тыс ч мин p ej sr sra srta ud uds núm pág ex m mme art vol std tgl jan feb mar apr jun jul
   aug sep sept oct nov dec mo di mi do fr sa so no nro hs hrs hr mwst hd s`.split(/\s+/),
);
/** Text without any punctuation is cut here, so that one sentence never costs more than this. */
const MOST_TOKENS = 160;
/** Characters; a line this long that ends in mid-sentence was wrapped. */
const WRAPPED_FROM = 55;
const BULLET = /^[-–—•*·▪‣◦+]$/u;
const ENDS_SENTENCE = /^(?:\.+|[!?]+|…|。|！|？|؟|।)$/u;
const CLOSES = /^[)\]»”"'’]$/u;

/** The sentences of a scanned text. A blank line, a list item and a short line end one, too: mail is written in lines. */
export function sentenceRanges(tokens: readonly Token[], text: string): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let from = 0;
  const close = (to: number) => {
    const range = withoutBullet(tokens, from, to);
    if (range.to > range.from) ranges.push(range);
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.type === 'break') {
      if (breaksSentence(tokens, i, from)) close(i);
    } else if (i - from >= MOST_TOKENS) close(i);
    else if (endsSentence(tokens, i, text)) {
      while (isClosing(tokens[i + 1], tokens[i], text)) i++;
      close(i + 1);
    }
  }
  close(tokens.length);
  return ranges;
}

function isClosing(next: Token | undefined, last: Token | undefined, text: string): boolean {
  if (!next || !last || next.start !== last.end || !CLOSES.test(next.text)) return false;
  return next.end >= text.length || /\s/.test(text[next.end] ?? '');
}

function withoutBullet(tokens: readonly Token[], start: number, end: number): SentenceRange {
  let [from, to] = [start, end];
  while (from < to && tokens[from]?.type === 'break') from++;
  while (to > from && tokens[to - 1]?.type === 'break') to--;
  while (from < to && BULLET.test(tokens[from]?.text ?? '') && tokens[from + 1]?.start !== tokens[from]?.end) from++;
  const [number, dot] = [tokens[from], tokens[from + 1]];
  if (
    number?.type === 'number' &&
    number.text.length < 3 &&
    /^[.)]$/.test(dot?.text ?? '') &&
    dot?.start === number.end
  )
    if (from + 2 >= to || tokens[from + 2]?.start !== dot.end) from += 2;
  return { from, to };
}

function breaksSentence(tokens: readonly Token[], at: number, from: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!before || !after || after.type === 'break' || before.type === 'break') return true;
  let lineStart = at - 1;
  while (lineStart > from && tokens[lineStart - 1]?.type !== 'break') lineStart--;
  const length = before.end - (tokens[lineStart]?.start ?? before.end);
  const goesOn = after.type === 'word' && after.text[0] === after.text[0]?.toLowerCase();
  return !(length >= WRAPPED_FROM && before.type !== 'mark' && (goesOn || after.type === 'number'));
}

function endsSentence(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  if (token?.type !== 'mark' || !ENDS_SENTENCE.test(token.text)) return false;
  if (token.end < text.length && !/[\s)\]»”"'’*_]/u.test(text[token.end] ?? ' ')) return /[。！？]/u.test(token.text);
  if (token.text !== '.') return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.type === 'word' && after.text[0] === after.text[0]?.toLowerCase() && /\p{Ll}/u.test(after.text[0] ?? ''))
    return false;
  if (before?.end !== token.start) return true;
  if (before.type === 'word' && (ABBREVIATIONS.has(before.text.toLowerCase()) || /^\p{Lu}$/u.test(before.text)))
    // "until 18 h. We …": a unit behind a figure may end a sentence, an abbreviation in mid-sentence does not.
    return after === undefined || after.type === 'break' || isBehindFigure(tokens[at - 2]);
  // "12. März", "3. Stock": an ordinal, not an end.
  if (before.type === 'number' && before.text.length < 3 && after?.type === 'word') return !isMonthName(after.text);
  return true;
}

/** "18 h." and "25 Mbit/s." */
function isBehindFigure(token: Token | undefined): boolean {
  return token?.type === 'number' || token?.text === '/';
}
