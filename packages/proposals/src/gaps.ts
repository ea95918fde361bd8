import type { DealContext, DealGap, RateCardItem } from '@draftsmith/contracts';
import { findGaps } from '@draftsmith/proposal-writing';
import { type Standing, standingOf } from './outdated.ts';

/** What the deal's prices come to, and what is missing or wrong in it. */
export function gapsOf(
  deal: DealContext,
  { rateCard, now }: { rateCard: readonly RateCardItem[]; now: Date },
): Standing & { gaps: DealGap[] } {
  const standing = standingOf(deal, now);
  return { ...standing, gaps: findGaps({ deal, ...standing, rateCard }) };
}
