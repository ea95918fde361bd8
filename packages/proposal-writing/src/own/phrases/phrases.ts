import type { Activity, SectionKind } from '@draftsmith/contracts';

/** Ways to say the same, the fullest first: the first one is said whose slots are all bound. */
export type Line = readonly string[];

/**
 * The suite's own words of a proposal in one language. No figure, spelled out or not, and no name: those are slots. In
 * lines on items `item.N` stands for each of them, in lines on totals `total.R` for each rhythm.
 */
export interface Phrases {
  /** The kind of document, for its title. */
  document: string;
  titles: Readonly<Record<SectionKind, string>>;
  /** What stands around the customer's own words. */
  quotes: readonly [string, string];
  kinds: Readonly<Record<Activity['kind'], string>>;
  cover: readonly Line[];
  summary: { inYourWords: string; fromTalks: string; without: Line };
  solution: { intro: Line; item: Line; more: Line };
  scope: { intro: Line; item: Line; more: Line; limit: Line };
  timeline: { start: Line; term: Line; agree: Line };
  /** `RHYTHM` stands for `once`, `every` or the name of a rhythm, which spells no figure. */
  pricing: { once: string; every: string; intro: Line; total: Line; discount: Line; contract: Line };
  terms: { validity: Line; own: readonly Line[] };
  nextSteps: readonly Line[];
}
