import type { ProposalParagraph, ProseSectionKind } from '@draftsmith/contracts';
import { lockSection, type SectionFinding } from '@draftsmith/number-lock';
import { lockTermsOf } from '../lock-terms.ts';
import type { OwnInput } from '../own/own-section.ts';
import { offeredSlots } from './offered.ts';
import type { Refusal } from './prompt.ts';

export interface LockedProse {
  paragraphs: readonly ProposalParagraph[];
  /** Sentences that were refused, each under its first code of the lock; paragraphs under `no-source`. */
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
  const refused = sentencesRefused(resting, locked.findings);
  if (without.length > 0) refused['no-source'] = without.length;
  return {
    paragraphs: locked.paragraphs,
    refused,
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

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** "Twenty percent off" is one sentence, however many words of it are refused. */
function sentencesRefused(paragraphs: readonly ProposalParagraph[], findings: readonly SectionFinding[]) {
  const counts: Record<string, number> = {};
  const seen = new Set<string>();
  for (const { paragraph, start, code } of findings) {
    const sentence = segmenter.segment(paragraphs[paragraph]?.text ?? '').containing(start)?.index ?? 0;
    const place = `${paragraph} ${sentence}`;
    if (seen.has(place)) continue;
    seen.add(place);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
