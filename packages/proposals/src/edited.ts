import type { ProposalContent, ProposalSection, ProseSectionKind } from '@draftsmith/contracts';
import { PROSE_SECTIONS } from '@draftsmith/contracts';
import { compared, countWords } from './words.ts';

/** Texts of sections as they were written here, before any person changed them. */
export type Baselines = Partial<Record<ProseSectionKind, string>>;

/** Words of a section, and how many of them people changed: put in, or taken out of what was written. */
export type EditedWords = Record<string, { words: number; changed: number }>;

export function textOf({ paragraphs }: Pick<ProposalSection, 'paragraphs'>): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

/** @param kept of the version that this one comes from; a section that was written anew begins anew */
export function baselinesOf(sections: readonly ProposalSection[], kept: Baselines = {}): Baselines {
  const prose = sections.filter(({ kind }) => isProse(kind));
  const entries = prose.map((section) => [
    section.kind,
    section.writtenBy === 'person' ? (kept[section.kind as ProseSectionKind] ?? '') : textOf(section),
  ]);
  return Object.fromEntries(entries) as Baselines;
}

/** The longer side counts: a section that was emptied is changed as a whole, not by more than that. */
export function editedOf({ sections }: ProposalContent, baselines: Baselines): EditedWords {
  const edited: EditedWords = {};
  for (const section of sections) {
    const before = baselines[section.kind as ProseSectionKind];
    if (before === undefined) continue;
    const count = { same: 0, added: 0, removed: 0 };
    for (const { kind, tokens } of compared(before, textOf(section))) count[kind] += countWords(tokens);
    const changed = Math.max(count.added, count.removed);
    edited[section.kind] = { words: count.same + changed, changed };
  }
  return edited;
}

export function isProse(kind: string): kind is ProseSectionKind {
  return PROSE_SECTIONS.some((one) => one === kind);
}
