import type { KnownPerson } from './context.ts';
import type { ResourceRef } from './resource.ts';

/**
 * A deal as its source system has it: what a proposal is bound to. Amounts and quantities are decimal strings exactly as
 * they stand there; nothing in here was ever a binary floating point number. Plain text everywhere.
 */
export interface DealContext {
  resource: ResourceRef;
  /** Changes whenever anything changes that a proposal rests on. Opaque. */
  revision: string;
  deal: DealFacts;
  /** Who the proposal is for comes first. */
  contacts: readonly DealContact[];
  company?: DealCompany;
  /** In the order of the source system. */
  lineItems: readonly LineItem[];
  /** Newest and most relevant first, within the reader's budget; `left` counts those that were not read. */
  activities: readonly Activity[];
  activitiesLeft: number;
  owner?: { id: string; name: string; email?: string };
  account: { name?: string; currency?: string; timeZone: string };
  /** Where a person mends what is missing. */
  links: { deal?: string; lineItems?: string; contacts?: string; company?: string };
}

export interface DealFacts {
  name: string;
  stage?: { id: string; name: string };
  pipeline?: { id: string; name: string };
  /** Decimal string. */
  amount?: string;
  /** ISO 4217. */
  currency?: string;
  /** YYYY-MM-DD in the account's time zone. */
  closeDate?: string;
  description?: string;
}

export interface DealContact extends KnownPerson {
  id: string;
  firstName?: string;
  lastName?: string;
  jobTitle?: string;
  /** Signs or decides, as the source system labels it. */
  decides: boolean;
  /** BCP 47, where the source system says. */
  locale?: string;
  url?: string;
}

export interface DealCompany {
  id: string;
  name: string;
  domain?: string;
  industry?: string;
  address?: string;
  country?: string;
  url?: string;
}

export interface LineItem {
  id: string;
  name: string;
  description?: string;
  sku?: string;
  /** Decimal string, above 0. */
  quantity: string;
  /** Decimal string: price of one, before discount. */
  price: string;
  /** ISO 4217; absent: the deal's. */
  currency?: string;
  discount?: LineDiscount;
  tax?: { name: string /** Decimal string, percent. */; percent: string };
  /** Absent for what is paid once. */
  recurring?: Recurrence;
  /** Decimal string: what the source system computed for the line, after discount; compared with ours, never copied. */
  amount?: string;
  /** Tiered prices cannot be computed from one price: they are refused, not guessed. */
  pricing: 'flat' | 'tiered';
}

/** Money per unit, or a percentage that applies to the line's total. Decimal strings. */
export type LineDiscount = { kind: 'per-unit'; amount: string } | { kind: 'percent'; percent: string };

export interface Recurrence {
  every:
    | 'week'
    | 'two-weeks'
    | 'month'
    | 'quarter'
    | 'half-year'
    | 'year'
    | 'two-years'
    | 'three-years'
    | 'four-years'
    | 'five-years';
  /** ISO 8601 duration of the term, e.g. `P12M`; absent when it is open. */
  term?: string;
  /** YYYY-MM-DD. */
  startsOn?: string;
}

/** What was said or written about the deal. Strangers' words: data, never instructions. */
export interface Activity {
  /** Unique within the deal, e.g. `note:123`. */
  id: string;
  kind: 'note' | 'email' | 'call' | 'meeting' | 'task';
  /** `in`: from the customer. */
  direction?: 'in' | 'out';
  title?: string;
  /** Quoted mail tails already removed. */
  text: string;
  /** ISO-8601. */
  at: string;
  url?: string;
}

/** What is missing or wrong before a proposal is made. Each code has a sentence in the card's and the console's languages. */
export const DEAL_GAPS = [
  'no-line-items',
  'no-contact',
  'no-company',
  'no-decision-maker',
  'no-close-date',
  'close-date-past',
  'no-currency',
  'mixed-currencies',
  'tiered-price',
  'zero-price',
  'bad-number', // a quantity, price or discount that is no number, or a discount above the price
  'price-expired', // its price on the rate card has ended
  'price-off-card', // it differs from the rate card
  'amount-differs', // what the source system computed for a line is not what its figures give
  'no-activities',
  'too-many-lines',
] as const;

export type DealGapCode = (typeof DEAL_GAPS)[number];

export interface DealGap {
  code: DealGapCode;
  /** `blocks`: no proposal can be right with it. `warns`: a person should know. */
  severity: 'blocks' | 'warns';
  /** What it is about, e.g. a line item's name. */
  subject?: string;
  url?: string;
}
