import type { Doubt } from './doubts.ts';
import { escapeText } from './escape.ts';

/** From Unicode's private use area: they mean nothing to anybody, and take one place each. */
const [BEGIN, END] = ['\ue000', '\ue001'];
const MARKS = new RegExp(`[${BEGIN}${END}]`, 'g');

/** The text with invisible marks around its doubtful sentences, which go through its division into blocks unharmed. */
export function withMarks(text: string, doubts: readonly Doubt[]): string {
  const clean = text.replace(MARKS, '\ufffd');
  let marked = '';
  let at = 0;
  for (const { sentence } of doubts) {
    marked += `${clean.slice(at, sentence.start)}${BEGIN}${clean.slice(sentence.start, sentence.end)}${END}`;
    at = sentence.end;
  }
  return marked + clean.slice(at);
}

/**
 * Turns lines with such marks into HTML, one after the other: a sentence may run over several. What is copied with the
 * sentence is a warning that nobody overlooks; the rest of the draft is copied as it is.
 */
export function createLineMarker(): (line: string) => string {
  let number = 0;
  let isInside = false;
  const shown = (piece: string) => {
    // Its other brace may be behind the mark.
    const html = escapeText(piece).replace(/\{$/, '{\u200b');
    return isInside && piece.trim() !== '' ? `<em>${html}</em>` : html;
  };
  return (line) => {
    let html = '';
    let rest = 0;
    for (const { 0: mark, index } of line.matchAll(MARKS)) {
      html += shown(line.slice(rest, index));
      rest = index + 1;
      isInside = mark === BEGIN;
      if (!isInside) continue;
      number += 1;
      html += `<strong>⚠${number}</strong> `;
    }
    return html + shown(line.slice(rest));
  };
}
