import type { Fact, FactKind, ProposalDiff, RenderedSection } from '@draftsmith/contracts';
import { formatFact } from '@draftsmith/pricing';
import { compared } from './words.ts';

export interface Side {
  number: number;
  sections: readonly RenderedSection[];
  facts: readonly Fact[];
  locale: string;
}

type DiffSection = ProposalDiff['sections'][number];

/** What a person compares by: names are read in the text. */
const FIGURES: ReadonlySet<FactKind> = new Set(['money', 'quantity', 'percent', 'date', 'duration']);

export function diffOf(from: Side, to: Side): ProposalDiff {
  const kinds = [...new Set([...to.sections, ...from.sections].map(({ kind }) => kind))];
  const sections = kinds.flatMap((kind): DiffSection[] => {
    const [before, after] = [from, to].map((side) => side.sections.find((section) => section.kind === kind));
    const parts = partsOf(textOf(before), textOf(after));
    if (parts.every((part) => part.kind === 'same')) return [];
    return [{ kind, title: (after ?? before)?.title ?? '', parts }];
  });
  return { from: from.number, to: to.number, sections, figures: figuresOf(from, to) };
}

function textOf(section: RenderedSection | undefined): string {
  return (section?.paragraphs ?? []).map(({ text, bullet }) => (bullet ? `- ${text}` : text)).join('\n');
}

function partsOf(before: string, after: string): DiffSection['parts'] {
  return compared(before, after).map(({ kind, tokens }) => ({ kind, text: tokens.join('') }));
}

function figuresOf(from: Side, to: Side): ProposalDiff['figures'] {
  const [before, after] = [from, to].map(({ facts, locale }) => {
    const figures = facts.filter(({ kind }) => FIGURES.has(kind));
    return new Map(figures.map((fact) => [fact.key, formatFact(fact, locale)]));
  }) as [Map<string, string>, Map<string, string>];
  const labels = [...new Set([...after.keys(), ...before.keys()])];
  return labels
    .map((label) => ({ label, before: before.get(label) ?? null, after: after.get(label) ?? null }))
    .filter((figure) => figure.before !== figure.after);
}
