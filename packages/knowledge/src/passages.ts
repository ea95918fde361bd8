import type { Source } from '@draftsmith/contracts';
import { sentences } from './sentences.ts';

/** A part of a source that can stand alone in an answer. */
export interface SourcePassage {
  source: Source;
  /** The heading above it; context for ranking, not part of the text. */
  heading?: string;
  /** Whole paragraphs, or whole sentences of a very long one. */
  text: string;
}

/** Words; measured as the best size for ranking, see ../shared/measured.md. */
const TARGET_WORDS = 70;
/** A paragraph up to this size stays whole. */
const LONGEST_PARAGRAPH_WORDS = 110;
const LONGEST_HEADING_WORDS = 12;

const LIST_ITEM = /^\s*(?:[-*•–·]|\d{1,2}[.)])\s+/;

/**
 * Cuts an article into passages at its headings and paragraphs, never inside a sentence. Macros and past replies stay
 * whole: each is one answer as somebody wrote it.
 */
export function toPassages(source: Source): SourcePassage[] {
  const text = source.text.replaceAll('\r\n', '\n').trim();
  if (!text) return [];
  if (source.kind !== 'article') return [{ source, text }];
  return sections(text).flatMap(({ heading, paragraphs }) =>
    grouped(paragraphs, source.locale?.slice(0, 2)).map((part) =>
      heading === undefined ? { source, text: part } : { source, heading, text: part },
    ),
  );
}

interface Section {
  heading?: string;
  paragraphs: string[];
}

function sections(text: string): Section[] {
  const found: Section[] = [{ paragraphs: [] }];
  const paragraphs = text.split(/\n[ \t]*\n+/).map((paragraph) => paragraph.trim());
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!paragraph) continue;
    const current = found.at(-1);
    const last = index === paragraphs.length - 1;
    if (!last && isHeading(paragraph)) found.push({ heading: paragraph.replace(/^#+\s*/, ''), paragraphs: [] });
    else current?.paragraphs.push(paragraph);
  }
  return found.filter((section) => section.paragraphs.length > 0);
}

function isHeading(paragraph: string): boolean {
  if (paragraph.startsWith('#')) return !paragraph.includes('\n');
  return (
    !paragraph.includes('\n') &&
    wordCount(paragraph) <= LONGEST_HEADING_WORDS &&
    !/[.!:;,…]$/.test(paragraph) &&
    !LIST_ITEM.test(paragraph)
  );
}

function grouped(paragraphs: readonly string[], language: string | undefined): string[] {
  const groups: string[] = [];
  let open: string[] = [];
  let words = 0;
  const close = () => {
    if (open.length > 0) groups.push(open.join('\n\n'));
    open = [];
    words = 0;
  };
  for (const piece of paragraphs.flatMap((paragraph) => withinLimit(paragraph, language))) {
    const size = wordCount(piece);
    // A list without the sentence that introduces it ("Send us:") answers nothing.
    const introduced = open.at(-1)?.endsWith(':') ?? false;
    if (words > 0 && words + size > TARGET_WORDS && !introduced) close();
    open.push(piece);
    words += size;
  }
  close();
  return groups;
}

/** A paragraph as it is, or a very long one as runs of whole sentences (or whole lines of a list). */
function withinLimit(paragraph: string, language: string | undefined): string[] {
  if (wordCount(paragraph) <= LONGEST_PARAGRAPH_WORDS) return [paragraph];
  const isList = paragraph.split('\n').some((line) => LIST_ITEM.test(line));
  const units = isList ? paragraph.split('\n') : sentences(paragraph, language);
  const joint = isList ? '\n' : ' ';
  const runs: string[] = [];
  let run: string[] = [];
  let words = 0;
  for (const unit of units) {
    const size = wordCount(unit);
    if (words > 0 && words + size > TARGET_WORDS) {
      runs.push(run.join(joint));
      run = [];
      words = 0;
    }
    run.push(unit);
    words += size;
  }
  if (run.length > 0) runs.push(run.join(joint));
  return runs;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
