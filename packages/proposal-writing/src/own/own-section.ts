import type { ProposalParagraph, ProposalSection, ProposalSource, SectionKind } from '@draftsmith/contracts';
import { RHYTHMS, type Rhythm, rhythmName } from '@draftsmith/pricing';
import { totalKey } from '../facts/total-facts.ts';
import type { WritingInput } from '../input.ts';
import type { ReadActivity } from '../material/read-activities.ts';
import { bindLine, isBound } from './bind-line.ts';
import { ownSummary } from './own-summary.ts';
import { phrasesFor } from './phrases/index.ts';
import type { Line, Phrases } from './phrases/phrases.ts';

/** What a section is written from: the input with its locale settled and its activities read. */
export interface OwnInput extends WritingInput {
  locale: string;
  activities: readonly ReadActivity[];
  /** What a proposal shows of each of them. */
  sources: readonly ProposalSource[];
}

/** Entries of a list of items; the price table has them all. */
const MOST_ITEMS = 15;

/** A section in the words of the company or of the suite: the same input gives the same words. */
export function ownSection(kind: SectionKind, input: OwnInput): ProposalSection {
  const { titles } = phrasesFor(input.locale);
  const unbound = templateParagraphs(ownTextOf(kind, input), input).unbound;
  return {
    ...{ kind, title: titles[kind], paragraphs: WRITERS[kind](input), writtenBy: 'template' },
    ...(unbound > 0 && { refused: { 'unknown-slot': unbound } }),
  };
}

const WRITERS: Readonly<Record<SectionKind, (input: OwnInput) => ProposalParagraph[]>> = {
  cover: (input) => lines(input, phrasesFor(input.locale).cover),
  summary: ownSummary,
  solution(input) {
    const { intro, item, more } = phrasesFor(input.locale).solution;
    return [...lines(input, [intro]), ...itemLines(input, item, more)];
  },
  scope(input) {
    const { intro, item, more, limit } = phrasesFor(input.locale).scope;
    return [...lines(input, [intro]), ...itemLines(input, item, more), ...lines(input, [limit])];
  },
  timeline(input) {
    const { start, term, agree } = phrasesFor(input.locale).timeline;
    return [...itemLines(input, start), ...lines(input, [term, agree])];
  },
  pricing: pricingParagraphs,
  terms(input) {
    const { validity, own } = phrasesFor(input.locale).terms;
    const theirs = templateParagraphs(ownTextOf('terms', input), input).paragraphs;
    const says = theirs.some(({ text }) => text.includes('{{proposal.valid_until}}'));
    return [...(says ? [] : lines(input, [validity])), ...(theirs.length > 0 ? theirs : lines(input, own))];
  },
  'next-steps'(input) {
    const theirs = templateParagraphs(ownTextOf('next-steps', input), input).paragraphs;
    return theirs.length > 0 ? theirs : lines(input, phrasesFor(input.locale).nextSteps, true);
  },
};

function ownTextOf(kind: SectionKind, { template }: OwnInput): string {
  if (kind === 'terms') return template.terms;
  return kind === 'next-steps' ? template.nextSteps : '';
}

/**
 * The company's own text, line by line. A line with a slot that this deal has no fact for is left out and counted: it
 * would speak of a term, say, that there is not.
 */
function templateParagraphs(text: string, { facts }: OwnInput): { paragraphs: ProposalParagraph[]; unbound: number } {
  const paragraphs: ProposalParagraph[] = [];
  let unbound = 0;
  for (const line of text.split(/\r?\n/)) {
    const bullet = /^\s*[-*•]\s+/.exec(line)?.[0];
    const words = line.slice(bullet?.length ?? 0).trim();
    if (words === '') continue;
    if (isBound(words, facts))
      paragraphs.push({ text: words, sources: [], ...(bullet !== undefined && { bullet: true }) });
    else unbound += 1;
  }
  return { paragraphs, unbound };
}

function lines({ facts }: OwnInput, said: readonly Line[], bullet = false): ProposalParagraph[] {
  return said.flatMap((line) => paragraph(bindLine(line, facts), bullet));
}

function itemLines({ facts, prices }: OwnInput, item: Line, more?: Line): ProposalParagraph[] {
  const listed = prices.lines
    .slice(0, MOST_ITEMS)
    .flatMap((_, index) => paragraph(bindLine(item, facts, { 'item.N.': `item.${index + 1}.` }), true));
  const rest = more && prices.lines.length > MOST_ITEMS ? paragraph(bindLine(more, facts), false) : [];
  return [...listed, ...rest];
}

function pricingParagraphs(input: OwnInput): ProposalParagraph[] {
  const { facts, locale, prices } = input;
  const { intro, total, discount, contract }: Phrases['pricing'] = phrasesFor(locale).pricing;
  const occurring = RHYTHMS.filter((rhythm) => prices.totals.some((each) => each.rhythm === rhythm));
  const totals = occurring.flatMap((rhythm) => {
    const swap = { RHYTHM: labelOf(rhythm, locale), 'total.R.': `${totalKey(rhythm)}.` };
    return [total, discount].flatMap((line) => paragraph(bindLine(line, facts, swap), true));
  });
  // What is paid once is its own sum over the terms.
  const isRecurring = occurring.some((rhythm) => rhythm !== 'once');
  return [...lines(input, [intro]), ...totals, ...(isRecurring ? lines(input, [contract]) : [])];
}

/** "Per month", but "Every {{...}}" for what is spelled with a figure: that is a slot like any other. */
function labelOf(rhythm: Rhythm, locale: string): string {
  const { once, every } = phrasesFor(locale).pricing;
  if (rhythm === 'once') return once;
  if (!['week', 'month', 'quarter', 'year'].includes(rhythm)) return every;
  const name = rhythmName(rhythm, locale);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function paragraph(text: string | undefined, bullet: boolean): ProposalParagraph[] {
  return text === undefined ? [] : [{ text, sources: [], ...(bullet && { bullet: true }) }];
}
