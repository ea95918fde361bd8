import type { RefusalCode } from '../terms.ts';

/**
 * Words by what they state. Folded; `|` between phrases, `*` for any ending. The longest phrase at a place wins, so `ok`
 * takes idioms ("day to day") out of what their words would be.
 */
export interface Lexicon {
  /** A value by itself: number words, parts and multiples. */
  number: string;
  percent: string;
  /** Months, weekdays, "tomorrow". */
  date: string;
  /** Units of time. */
  duration: string;
  /** "monthly": what a price or a service recurs by. */
  period: string;
  money: string;
  /** Free, guaranteed, around the clock. */
  promise: string;
  /** Refused as a promise, unless a slot with a discount stands beside it. */
  discount: string;
  /** Means a date but at the beginning of a sentence, where it means "nowadays". */
  today: string;
  ok: string;
  /** Words of this language that are number words, units or promises of another. */
  ours: string;
}

export type Category = Exclude<keyof Lexicon, 'ours'>;

export const CODE_OF: Readonly<Record<Category, RefusalCode | undefined>> = {
  number: 'number',
  percent: 'percent',
  date: 'date',
  duration: 'duration',
  period: 'duration',
  money: 'money',
  promise: 'promise',
  discount: 'promise',
  today: 'date',
  ok: undefined,
};

/** Those that need no figure beside them to be one. */
export const FIGURES: ReadonlySet<Category> = new Set(['number', 'percent', 'date']);
