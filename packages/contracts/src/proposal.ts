/** A proposal: prose with slots, and the facts that the slots are bound to. No figure is ever part of the prose. */

/** `money` has a currency. `text` is copied as it stands. */
export type FactKind =
  | 'money'
  | 'quantity'
  | 'percent'
  | 'date'
  | 'duration'
  | 'person'
  | 'organization'
  | 'product'
  | 'text';

/** One value that a proposal may state, and where it stands. */
export interface Fact {
  /** As slots name it: `customer.name`, `total.once.gross`, `item.2.price`. Lower case, digits, dots, underscores. */
  key: string;
  kind: FactKind;
  /** Canonical: decimal string, YYYY-MM-DD, ISO 8601 duration, or plain text. */
  value: string;
  /** ISO 4217, for `money`. */
  currency?: string;
  origin: FactOrigin;
}

/** Where a fact comes from; a person can look it up. */
export type FactOrigin =
  | { kind: 'crm'; object: string; id: string; property: string; url?: string }
  | { kind: 'rate-card'; item: string }
  | { kind: 'template'; name: string }
  | { kind: 'settings'; name: string }
  /** By decimal arithmetic out of other facts. */
  | { kind: 'computed'; from: readonly string[]; how: string };

export const SECTION_KINDS = [
  'cover',
  'summary',
  'solution',
  'scope',
  'timeline',
  'pricing',
  'terms',
  'next-steps',
] as const;

export type SectionKind = (typeof SECTION_KINDS)[number];

/** What a model writes. Cover, pricing and terms are never its own. */
export const PROSE_SECTIONS = [
  'summary',
  'solution',
  'scope',
  'timeline',
  'next-steps',
] as const satisfies readonly SectionKind[];

export type ProseSectionKind = (typeof PROSE_SECTIONS)[number];

export interface ProposalParagraph {
  /** Plain text with slots as `{{key}}`. */
  text: string;
  /** An entry of a list. */
  bullet?: boolean;
  /** Activities that it rests on. */
  sources: readonly string[];
}

export interface ProposalSection {
  kind: SectionKind;
  title: string;
  paragraphs: readonly ProposalParagraph[];
  /** `template`: words of the company or of the suite, with slots. */
  writtenBy: 'model' | 'template' | 'person';
  /** What the lock refused in it and took out. For the person who reviews; counts by code. */
  refused?: Readonly<Record<string, number>>;
}

/** What a paragraph rests on, quoted, because it may change. */
export interface ProposalSource {
  id: string;
  kind: 'note' | 'email' | 'call' | 'meeting' | 'task';
  title: string;
  /** ISO-8601. */
  at: string;
  excerpt: string;
  url?: string;
}

/** Money as decimal strings with as many digits as the currency has. */
export interface PriceLine {
  itemId: string;
  name: string;
  description?: string;
  sku?: string;
  quantity: string;
  price: string;
  /** Quantity times price, rounded. */
  subtotal: string;
  /** What is taken off the line, 0 or more. */
  discount: string;
  /** For a percentage: as given. */
  discountPercent?: string;
  /** After discount, before tax. */
  net: string;
  tax?: { name: string; percent: string; amount: string };
  /** Absent for what is paid once. */
  recurring?: { every: string; term?: string; startsOn?: string };
}

/** Sums of what is paid in one rhythm; figures of different rhythms are never added up. */
export interface PriceTotal {
  /** `once`, or how often it is paid. */
  rhythm: string;
  subtotal: string;
  discount: string;
  net: string;
  taxes: readonly { name: string; percent: string; amount: string }[];
  gross: string;
}

export interface PriceTable {
  currency: string;
  lines: readonly PriceLine[];
  /** `once` first, then from the shortest rhythm to the longest; only those that occur. */
  totals: readonly PriceTotal[];
  /**
   * Everything that is paid over the agreed terms, gross; absent when a recurring line has no term, because then there is
   * no such sum.
   */
  contractTotal?: string;
}

/** Everything that a document is made from. The same content gives the same bytes, for ever. */
export interface ProposalContent {
  /** BCP 47: of words, numbers and dates. */
  locale: string;
  /** YYYY-MM-DD: the proposal's date; also of the document's own stamps. */
  date: string;
  title: string;
  sections: readonly ProposalSection[];
  facts: readonly Fact[];
  prices: PriceTable;
  sources: readonly ProposalSource[];
  /** Which template it was made with. */
  template: { id: string; revision: number };
}

/** A section with its slots filled in: what people read. */
export interface RenderedSection {
  kind: SectionKind;
  title: string;
  paragraphs: readonly { text: string; bullet?: boolean; sources: readonly string[] }[];
  writtenBy: ProposalSection['writtenBy'];
}

/** A section as a customer reads it. */
export interface DocumentSection {
  kind: SectionKind;
  title: string;
  paragraphs: readonly { text: string; bullet?: boolean; sources?: never }[];
}

/**
 * What documents are made of: the content with its slots filled in, without what it rests on. That includes notes of the
 * sales team, so it is for the card and the note alone; `never` keeps it from coming along with a whole content or section.
 */
export type RenderedProposal = Omit<ProposalContent, 'sections' | 'sources'> & {
  sections: readonly DocumentSection[];
  sources?: never;
};

/** How the company's documents look. */
export interface ProposalLook {
  /** PNG or JPEG, at most 512 KB. */
  logo?: Uint8Array;
  /** `#rrggbb`. */
  accent: string;
  company: string;
  /** One line at the foot of each page: address, registration. */
  footer: string;
}
