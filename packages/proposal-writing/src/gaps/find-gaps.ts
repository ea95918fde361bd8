import type { DealContext, DealGap, DealGapCode, RateCardItem } from '@draftsmith/contracts';
import { compareAmounts, type Priced } from '@draftsmith/pricing';
import { cardGaps } from './rate-card.ts';

export interface GapsInput {
  deal: DealContext;
  prices: Priced;
  rateCard: readonly RateCardItem[];
  /** YYYY-MM-DD in the account's time zone. */
  today: string;
}

const BLOCKS: ReadonlySet<DealGapCode> = new Set([
  'no-line-items',
  'no-contact',
  'mixed-currencies',
  'tiered-price',
  'bad-number',
  'no-currency',
  'price-expired',
  'too-many-lines',
]);

/** Where each is mended; everything else at the line items. */
const PLACES: Readonly<Partial<Record<DealGapCode, keyof DealContext['links']>>> = {
  'no-contact': 'contacts',
  'no-decision-maker': 'contacts',
  'no-company': 'company',
  'no-close-date': 'deal',
  'close-date-past': 'deal',
  'no-currency': 'deal',
  'no-activities': 'deal',
};

/** What is missing or wrong, with where to mend it; what blocks comes first. */
export function findGaps(input: GapsInput): DealGap[] {
  const { deal, prices } = input;
  const found = [
    ...(prices.kind === 'refused' ? prices.gaps : compareAmounts(prices.table, deal.lineItems)),
    ...dealGaps(input),
    ...deal.lineItems.filter(({ price }) => /^0+(\.0+)?$/.test(price)).map(({ name }) => gap('zero-price', name)),
    ...cardGaps(input),
  ];
  const gaps = found.map(({ code, subject }): DealGap => {
    const url = deal.links[PLACES[code] ?? 'lineItems'] ?? deal.links.deal;
    return { ...gap(code, subject), ...(url === undefined ? {} : { url }) };
  });
  return gaps.sort((a, b) => Number(b.severity === 'blocks') - Number(a.severity === 'blocks'));
}

function gap(code: DealGapCode, subject?: string): DealGap {
  return { code, severity: BLOCKS.has(code) ? 'blocks' : 'warns', ...(subject === undefined ? {} : { subject }) };
}

function dealGaps({ deal: { contacts, company, deal, activities }, today }: GapsInput): DealGap[] {
  const codes: (DealGapCode | false)[] = [
    contacts.length === 0 && 'no-contact',
    contacts.length > 0 && !contacts.some(({ decides }) => decides) && 'no-decision-maker',
    !company && 'no-company',
    deal.closeDate === undefined && 'no-close-date',
    deal.closeDate !== undefined && deal.closeDate < today && 'close-date-past',
    activities.length === 0 && 'no-activities',
  ];
  return codes.filter((code) => code !== false).map((code) => gap(code));
}
