import type { ProposalParagraph, SectionKind } from '@draftsmith/contracts';
import { readDocument } from '@draftsmith/grounding';
import { type Binder, createBinder } from './scan.ts';
import { readSlots } from './slots/read-slots.ts';
import {
  type FactSpan,
  type Finding,
  type LockTerms,
  REFUSAL_CODES,
  type RefusalCode,
  type UnboundWords,
} from './terms.ts';

/** Where it stands in the paragraphs that were given. */
export interface SectionFinding extends UnboundWords {
  paragraph: number;
}

export interface LockedSection {
  /** What is left, with the sources that exist. Locking it again finds nothing. */
  paragraphs: ProposalParagraph[];
  refused: Record<RefusalCode, number>;
  findings: SectionFinding[];
}

/** Takes out every sentence that states something which no slot, name or cited activity holds. */
export function lockSection(
  section: { kind: SectionKind; paragraphs: readonly ProposalParagraph[] },
  terms: LockTerms,
): LockedSection {
  const binder = createBinder(terms);
  const known = new Set(terms.sources.map(({ id }) => id));
  const refused = Object.fromEntries(REFUSAL_CODES.map((code) => [code, 0])) as Record<RefusalCode, number>;
  const findings: SectionFinding[] = [];
  const paragraphs = section.paragraphs.flatMap((paragraph, index) => {
    const sources = paragraph.sources.filter((id) => known.has(id));
    const found = scanParagraph(binder, paragraph.text, sources);
    for (const { start, end, text, code } of found) {
      refused[code]++;
      findings.push({ paragraph: index, start, end, text, code });
    }
    const text = found.length === 0 ? paragraph.text : withoutSentences(paragraph.text, found, binder.language);
    // What has lost a sentence may read otherwise at the seam: then nothing of it stays.
    const isSound = text === paragraph.text || scanParagraph(binder, text, sources).length === 0;
    return text.trim() === '' || !isSound ? [] : [{ ...paragraph, text, sources }];
  });
  return { paragraphs, refused, findings };
}

/** What a person typed that nothing holds: to be named, not struck. Every activity counts as cited. */
export function unboundWords(text: string, terms: LockTerms): UnboundWords[] {
  const binder = createBinder(terms);
  return scanParagraph(
    binder,
    text,
    terms.sources.map(({ id }) => id),
  ).map(({ start, end, text: words, code }) => ({ start, end, text: words, code }));
}

function scanParagraph(binder: Binder, text: string, cites: readonly string[]): Finding[] {
  return binder.scan(text, slotSpans(text, binder.terms), cites);
}

function slotSpans(text: string, { facts }: LockTerms): FactSpan[] {
  return readSlots(text).map(({ key, start, end }) => ({
    start,
    end,
    facts: facts.filter((fact) => fact.key === key),
  }));
}

/** Sentences as they stand, but for those that a finding touches. */
function withoutSentences(text: string, findings: readonly Finding[], language: string): string {
  // A key's dots would end sentences.
  const masked = readSlots(text).reduce(
    (masking, { start, end }) => masking.slice(0, start) + 'x'.repeat(end - start) + masking.slice(end),
    text,
  );
  const { sentences } = readDocument(masked, language);
  const starts = sentences.map(({ start }, index) => (index === 0 ? 0 : start));
  return starts
    .flatMap((start, index) => {
      const end = starts[index + 1] ?? text.length;
      return findings.some((found) => found.start < end && found.end > start) ? [] : [text.slice(start, end).trim()];
    })
    .filter(Boolean)
    .join(' ');
}
