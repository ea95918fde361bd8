import type { ClaimKind } from '../types.ts';

/** `max`: up to, within, before. `min`: at least, from, after. */
export type Bound = 'max' | 'min';

export interface Day {
  year?: number;
  month?: number;
  day?: number;
  /** Days from today: "tomorrow". */
  relative?: number;
}

/** Lists of values are readings of one notation: "1.000" may be a thousand or one, "3/4/2025" March or April. */
export type MentionValue =
  | {
      type: 'quantity';
      /** What may be compared: `count`, `money`, `percent`, `duration`, `bytes`. */
      dimension: string;
      /** What may be equal: a currency, business days as against days; empty where the text names none. */
      unit: string;
      low: readonly number[];
      /** Same as `low` but for a range. */
      high: readonly number[];
      bound?: Bound;
    }
  | { type: 'date'; days: readonly Day[]; bound?: Bound }
  | { type: 'weekdays'; from: number; to: number }
  | { type: 'time'; minutes: readonly number[] }
  | { type: 'period'; unit: string }
  | { type: 'text'; dimension: 'link' | 'email' | 'order' | 'version' | 'phone'; text: string };

/** A figure, date, link or number that a text states. */
export interface Mention {
  kind: ClaimKind;
  value: MentionValue;
  /** Tokens of the document, `to` exclusive. */
  from: number;
  to: number;
  /** A paraphrase may leave it out or add it ("two ways"): only another value in its place counts against it. */
  soft?: boolean;
}

/** Groups what can stand in each other's place. */
export function dimensionOf(value: MentionValue): string {
  if (value.type === 'quantity') return value.dimension;
  return value.type === 'text' ? value.dimension : value.type;
}
