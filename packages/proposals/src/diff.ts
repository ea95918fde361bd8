import type { Fact, FactKind, ProposalDiff, RenderedSection } from '@draftsmith/contracts';
import { formatFact } from '@draftsmith/pricing';
import { diffWordsWithSpace } from 'diff';

export interface Side {
  number: number;
  sections: readonly RenderedSection[];
  facts: readonly Fact[];
  locale: string;
}

type DiffSection = ProposalDiff['sections'][number];

/** What a person compares by: names are read in the text. */
const FIGURES: ReadonlySet<FactKind> = new Set(['money', 'quantity', 'percent', 'date', 'duration']);

/** Edits of one section beyond which it is shown as replaced: such a comparison helps nobody, and takes long. */
const MOST_EDITS = 4_000;

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
  if (before === after) return [{ kind: 'same', text: after }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return changes
    .filter(({ value }) => value !== '')
    .map(({ added, removed, value: text }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text }));
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
