import type { Fact } from '@draftsmith/contracts';

/** Why words are refused. */
export const REFUSAL_CODES = [
  'number',
  'money',
  'percent',
  'date',
  'duration',
  'promise', // of a price, a discount, a guarantee, a service level
  'name', // a person, a company or a product that nothing names
  'contact', // a link, an address, a telephone number
  'unknown-slot',
  'altered-slot', // words or signs beside a slot change what it says
  'disguise', // invisible, look-alike or coded characters
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a text may state. */
export interface LockTerms {
  facts: readonly Fact[];
  /** Activities; a paragraph may repeat counts and names of those that it cites. Plain text. */
  sources: readonly { id: string; text: string }[];
  /** Whom and what a text may name outside slots. */
  names: {
    people: readonly string[];
    organizations: readonly string[];
    products: readonly string[];
    places?: readonly string[];
  };
  /** BCP 47: of the prose and of the figures. */
  locale: string;
  /** Words of the company's own texts that stand for themselves, e.g. `ISO 27001`. Figures in them are free everywhere. */
  allowed?: readonly string[];
}

/** Offsets are UTF-16 units of the text that was read. */
export interface UnboundWords {
  start: number;
  end: number;
  text: string;
  code: RefusalCode;
}

/** A finding of the reader: `figure` for what states a value by itself ("12", "twelve", "May", "€"), not a unit or a name. */
export interface Finding extends UnboundWords {
  figure: boolean;
}

/** A place in the text that a fact fills; several where equal values leave open which one, none where no fact is known. */
export interface FactSpan {
  start: number;
  end: number;
  facts: readonly Fact[];
}
