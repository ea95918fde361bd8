import type { LineItem, ProposalLook, RenderedProposal, SectionKind } from '@draftsmith/contracts';
import { priceTable } from '@draftsmith/pricing';
import { sampleProposal } from '../sample/sample-proposal.ts';

export const LOOK: ProposalLook = {
  accent: '#1f6f5c',
  company: 'Northlight Systems',
  footer: 'Northlight Systems · 14 Harbour Street, Exampletown · Reg. 00-1234',
};

/** The sample with other lines. */
export function withItems(
  count: number,
  item: (index: number) => Partial<LineItem>,
  locale = 'en-GB',
): RenderedProposal {
  const items = Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `Item ${index + 1}`,
    quantity: '1',
    price: '10.00',
    currency: 'EUR',
    pricing: 'flat' as const,
    ...item(index),
  }));
  const priced = priceTable(items, { currency: 'EUR' });
  if (priced.kind !== 'priced') throw new Error(priced.gaps.map(({ code }) => code).join());
  return { ...sampleProposal(locale), prices: priced.table };
}

/** The sample with these paragraphs in its summary. @param next what its solution is instead; an entry of a list with `- ` */
export function withParagraphs(texts: readonly string[], next?: string): RenderedProposal {
  const sample = sampleProposal('en-GB');
  const written: Partial<Record<SectionKind, readonly string[]>> = {
    summary: texts,
    ...(next && { solution: [next, next] }),
  };
  return {
    ...sample,
    sections: sample.sections.map((section) => ({
      ...section,
      paragraphs:
        written[section.kind]?.map((text) => ({
          text: text.replace(/^- /, ''),
          bullet: text.startsWith('- '),
        })) ?? section.paragraphs,
    })),
  };
}
