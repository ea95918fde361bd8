import type { LineDiscount } from '@draftsmith/contracts';
import type { CrmObject } from '../../client/schemas.ts';
import { UNCONFIRMED } from '../facts.ts';
import { propertyOf } from '../properties.ts';

/** What the property `discount` of a line item says; HubSpot's own sources contradict each other, its label decides. */
export type DiscountMeaning = 'per-unit' | 'percent' | 'unknown';

/** @param label of the property `discount` of line items; undefined where it could not be read */
export function discountMeaning(label: string | undefined): DiscountMeaning {
  if (label === undefined) return 'unknown';
  if (UNCONFIRMED.percentDiscountLabel.test(label)) return 'percent';
  return UNCONFIRMED.unitDiscountLabel.test(label) ? 'per-unit' : 'unknown';
}

/** Absent or zero. */
export const isNothing = (value: string | undefined) => value === undefined || /^0*(?:\.0*)?$/.test(value);

/**
 * The discount of a line, with its figure as it stands. Where HubSpot says two, or nobody knows what it says, the figure is
 * one that no arithmetic accepts: a person must look, and nothing is guessed.
 */
export function discountOf(item: CrmObject, meaning: DiscountMeaning): LineDiscount | undefined {
  const figure = propertyOf(item, 'discount');
  const percent = propertyOf(item, 'hs_discount_percentage');
  if (isNothing(figure)) return isNothing(percent) ? undefined : { kind: 'percent', percent: percent ?? '' };
  if (!isNothing(percent)) return { kind: 'percent', percent: `${percent} % + ${figure}` };
  switch (meaning) {
    case 'per-unit':
      return { kind: 'per-unit', amount: figure ?? '' };
    case 'percent':
      return { kind: 'percent', percent: figure ?? '' };
    case 'unknown':
      return { kind: 'per-unit', amount: `${figure} ?` };
  }
}
