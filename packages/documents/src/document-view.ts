import type { Fact, RenderedProposal, SectionKind } from '@draftsmith/contracts';
import { formatDate, formatFact } from '@draftsmith/pricing';
import { type Labels, labelsOf } from './labels.ts';
import { oneLine, plainText } from './plain-text.ts';
import { type PriceView, viewPrices } from './price-view.ts';

/**
 * A proposal as it is read: everything formatted and cleaned, nothing left to decide but how it looks. Both kinds of
 * document are made from it, so they cannot say different things.
 */
export interface DocumentView {
  locale: string;
  labels: Labels;
  title: string;
  date: string;
  /** By key, formatted. */
  facts: ReadonlyMap<string, string>;
  cover: { lines: readonly string[]; entries: readonly CoverEntry[] };
  /** Without the cover. */
  sections: readonly SectionView[];
  prices: PriceView;
}

/** Who it is for, who it is from, and when. */
export interface CoverEntry {
  label: string;
  lines: readonly string[];
}

export interface SectionView {
  kind: SectionKind;
  title: string;
  paragraphs: readonly ParagraphView[];
}

export interface ParagraphView {
  text: string;
  bullet: boolean;
}

/** @throws AppError `invalid` for a fact that holds no readable figure or date */
export function viewOf(proposal: RenderedProposal): DocumentView {
  const { locale } = proposal;
  const labels = labelsOf(locale);
  const facts = new Map(proposal.facts.map((fact) => [fact.key, factText(fact, locale)]));
  const sections = proposal.sections.map(viewSection);
  const date = formatDate(proposal.date, locale);
  const cover = sections.filter(({ kind }) => kind === 'cover').flatMap(({ paragraphs }) => paragraphs);
  return {
    locale,
    labels,
    title: oneLine(proposal.title),
    date,
    facts,
    cover: viewCover(cover, knownEntries(facts, labels, date)),
    // A heading over nothing says nothing; over prices it does.
    sections: sections.filter(
      ({ kind, paragraphs }) => kind === 'pricing' || (kind !== 'cover' && paragraphs.length > 0),
    ),
    prices: viewPrices(proposal.prices, locale, labels),
  };
}

function factText(fact: Fact, locale: string): string {
  return plainText(formatFact(fact, locale)).trim();
}

function viewSection(section: RenderedProposal['sections'][number]): SectionView {
  return {
    kind: section.kind,
    title: oneLine(section.title),
    paragraphs: section.paragraphs
      .map(({ text, bullet }) => ({ text: plainText(text).trim(), bullet: bullet === true }))
      .filter(({ text }) => text !== ''),
  };
}

/** "Valid until: 23 December": what is short and has a name is set as an entry, all else as a line. */
const ENTRY = /^(\p{L}[^:\n]{1,30}?)\s?:\s([^\n]{1,160})$/u;

function viewCover(paragraphs: readonly ParagraphView[], known: readonly CoverEntry[]): DocumentView['cover'] {
  if (paragraphs.length === 0) return { lines: [], entries: known };
  const lines: string[] = [];
  const entries: CoverEntry[] = [];
  for (const { text } of paragraphs) {
    const [, label, value] = ENTRY.exec(text) ?? [];
    if (label === undefined || value === undefined) lines.push(text);
    else entries.push({ label, lines: [value] });
  }
  return { lines, entries };
}

/** What a cover without words of its own says. */
function knownEntries(facts: ReadonlyMap<string, string>, labels: Labels, date: string): readonly CoverEntry[] {
  const known = (...keys: readonly string[]) => keys.map((key) => facts.get(key) ?? '').filter((value) => value !== '');
  return [
    { label: labels.preparedFor, lines: known('customer.company', 'customer.name', 'customer.job_title') },
    { label: labels.preparedBy, lines: known('company.name', 'owner.name', 'owner.email') },
    { label: labels.date, lines: [date] },
    { label: labels.validUntil, lines: known('proposal.valid_until') },
    { label: labels.number, lines: known('proposal.number') },
  ].filter(({ lines }) => lines.length > 0);
}
