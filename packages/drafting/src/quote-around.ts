import type { GroundingSource, SourceSpan } from '@draftsmith/grounding';

const MAX_QUOTE = 400;
/** Characters before the place, where its sentence is too long to be quoted whole. */
const LEAD = 120;

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * The whole sentences of a source around a place in it, at most 400 characters; its title for a place in the title. A
 * longer sentence is cut to the place and its surroundings, with `…` where something is missing.
 */
export function quoteAround({ text, title = '' }: GroundingSource, { start, end }: SourceSpan): string {
  if (end === 0) return cut(title, 0);
  const segments = sentences.segment(text);
  const first = segments.containing(start);
  const last = segments.containing(Math.max(start, end - 1));
  const from = first?.index ?? start;
  const whole = text.slice(from, last ? last.index + last.segment.length : end);
  return cut(whole, start - from);
}

function cut(whole: string, place: number): string {
  const lead = whole.length - whole.trimStart().length;
  const text = whole.trim();
  if (text.length <= MAX_QUOTE) return text.toWellFormed();
  const from = Math.max(0, Math.min(place - lead - LEAD, text.length - MAX_QUOTE));
  const shown = text.slice(from, from + MAX_QUOTE - 2);
  const begun = from > 0 ? `…${shown.replace(/^\S*\s/, '')}` : shown;
  // Half an emoji at either end would not be stored.
  return (from + MAX_QUOTE - 2 < text.length ? `${begun.replace(/\s\S*$/, '')}…` : begun).toWellFormed();
}
