import type { CheckedSentence, DraftCheck } from '@draftsmith/contracts';
import { type Standing, standingOf } from './standing.ts';

/** A part of a draft: text that needs no source, or a statement. */
export type Segment = { text: string; start: number; statement: null } | (Statement & { statement: number });

export interface Statement {
  text: string;
  start: number;
  /** Its place within the check. */
  statement: number;
  sentence: CheckedSentence;
  standing: Standing;
  /** The words in question. */
  questioned: readonly string[];
}

/**
 * The draft cut at its statements, in order; the parts joined are the text. Offsets that do not fit the text leave
 * their part plain: better no mark than one on the wrong words.
 */
export function segmentsOf(text: string, check: DraftCheck | null): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  const plain = (upTo: number) => {
    if (upTo > end) segments.push({ text: text.slice(end, upTo), start: end, statement: null });
  };
  for (const [statement, sentence] of (check?.sentences ?? []).entries()) {
    const standing = standingOf(sentence);
    const fits = sentence.start >= end && sentence.end > sentence.start && sentence.end <= text.length;
    if (standing === null || !fits) continue;
    plain(sentence.start);
    const words = text.slice(sentence.start, sentence.end);
    segments.push({
      text: words,
      start: sentence.start,
      statement,
      sentence,
      standing,
      questioned: questionedIn(text, sentence),
    });
    end = sentence.end;
  }
  plain(text.length);
  return segments;
}

function questionedIn(text: string, { start, end, claims = [] }: CheckedSentence): string[] {
  return claims
    .filter((claim) => claim.verdict !== 'supported' && claim.start >= start && claim.end <= end)
    .map((claim) => text.slice(claim.start, claim.end))
    .filter((words) => words.trim() !== '');
}
