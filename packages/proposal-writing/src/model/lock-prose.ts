import type { ProposalParagraph, ProseSectionKind } from '@draftsmith/contracts';
import { lockSection } from '@draftsmith/number-lock';
import { lockTermsOf } from '../lock-terms.ts';
import type { OwnInput } from '../own/own-section.ts';
import { offeredSlots } from './offered.ts';
import type { Refusal } from './prompt.ts';

export interface LockedProse {
  paragraphs: readonly ProposalParagraph[];
  /** What was taken out, by code of the lock, and `no-source`. */
  refused: Readonly<Record<string, number>>;
  refusals: readonly Refusal[];
}

/** Nothing of a model's gets past here: no figure, name or promise without a source, and no summary without one. */
export function lockProse(
  section: ProseSectionKind,
  paragraphs: readonly ProposalParagraph[],
  input: OwnInput,
): LockedProse {
  const facts = offeredSlots(input.facts).map(({ fact }) => fact);
  const resting = section === 'summary' ? paragraphs.filter(({ sources }) => sources.length > 0) : paragraphs;
  const locked = lockSection({ kind: section, paragraphs: resting }, { ...lockTermsOf(input), facts });
  const without = paragraphs.filter((paragraph) => !resting.includes(paragraph));
  const counts = without.length > 0 ? { ...locked.refused, 'no-source': without.length } : locked.refused;
  return {
    paragraphs: locked.paragraphs,
    refused: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    refusals: [
      ...resting.flatMap(({ text }, index): Refusal[] => {
        const found = locked.findings.filter(({ paragraph }) => paragraph === index);
        const codes = [...new Set(found.map(({ code }) => code))];
        return found.length === 0 ? [] : [{ section, text, words: found.map((each) => each.text), codes }];
      }),
      ...without.map(({ text }) => ({ section, text, words: [], codes: ['no-source'] })),
    ],
  };
}
