import type { AcceptanceFigures } from '@draftsmith/contracts';

/** What may become of a draft, from best to least, as bars show it. */
export const PARTS = ['asIs', 'edited', 'ignored', 'other'] as const;
export type Part = (typeof PARTS)[number];

export interface Share {
  part: Part;
  count: number;
  /** Of all drafts, 0 to 1. */
  share: number;
}

export function sharesOf(figures: AcceptanceFigures): Share[] {
  return PARTS.map((part) => ({
    part,
    count: figures[part],
    share: figures.drafts === 0 ? 0 : figures[part] / figures.drafts,
  }));
}
