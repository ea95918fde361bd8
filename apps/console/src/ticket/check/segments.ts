import type { CheckedClaim, CheckedSentence, DraftCheck } from '@draftsmith/contracts';
import { type Standing, standingOf } from './standing.ts';

/** A part of a sentence; `claim` is the figure, name or promise that it is. */
export interface Piece {
  text: string;
  claim: CheckedClaim | null;
}

/** A part of a draft: text that needs no source (`sentence` null), or a statement. */
export type Segment =
  | { text: string; start: number; sentence: null }
  | {
      text: string;
      start: number;
      sentence: CheckedSentence;
      standing: Standing;
      /** Within the check. */
      index: number;
      pieces: Piece[];
    };

/**
 * The draft cut at its statements, in order; the parts joined are the text. Offsets that do not fit the text, as of a
 * check of another version, leave their part plain: better no mark than one on the wrong words.
 */
export function segmentsOf(text: string, { sentences }: DraftCheck): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  const plain = (upTo: number) => {
    if (upTo > end) segments.push({ text: text.slice(end, upTo), start: end, sentence: null });
  };
  for (const [index, sentence] of sentences.entries()) {
    const standing = standingOf(sentence);
    if (standing === null || !fits(sentence, end, text.length)) continue;
    plain(sentence.start);
    const pieces = piecesOf(text, sentence);
    const words = text.slice(sentence.start, sentence.end);
    segments.push({ text: words, start: sentence.start, sentence, standing, index, pieces });
    end = sentence.end;
  }
  plain(text.length);
  return segments;
}

function piecesOf(text: string, { start, end, claims = [] }: CheckedSentence): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const claim of [...claims].sort((a, b) => a.start - b.start)) {
    if (!fits(claim, at, end)) continue;
    if (claim.start > at) pieces.push({ text: text.slice(at, claim.start), claim: null });
    pieces.push({ text: text.slice(claim.start, claim.end), claim });
    at = claim.end;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), claim: null });
  return pieces;
}

function fits({ start, end }: { start: number; end: number }, from: number, to: number): boolean {
  return start >= from && end > start && end <= to;
}
