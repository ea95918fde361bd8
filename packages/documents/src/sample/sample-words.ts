import type { LineItem, ProseSectionKind, SectionKind } from '@draftsmith/contracts';

/** What the sample says in one language. Every name in it is invented. */
export interface SampleWords {
  ours: string;
  customer: string;
  contact: readonly [first: string, last: string];
  jobTitle: string;
  owner: string;
  currency: string;
  /** Of implementation, training, licence, support. */
  prices: readonly [string, string, string, string];
  tax: { name: string; percent: string };
  items: readonly [SampleItem, SampleItem, SampleItem, SampleItem];
  titles: Readonly<Record<SectionKind, string>>;
  /** Entries that begin with `- ` are bullets; `{key}` is a fact. */
  texts: Readonly<Record<ProseSectionKind | 'pricing' | 'terms', readonly string[]>>;
  title: string;
}

export interface SampleItem {
  name: string;
  description: string;
}

/** The lines as a source system would have them; what they add up to is computed. */
export function sampleItems(words: SampleWords): LineItem[] {
  const [implementation, training, licence, support] = words.items;
  const line = (id: number, item: SampleItem, quantity: string, more: Partial<LineItem>): LineItem => ({
    id: String(id),
    ...item,
    quantity,
    price: words.prices[id - 1] ?? '0',
    currency: words.currency,
    tax: words.tax,
    pricing: 'flat',
    ...more,
  });
  const monthly = { every: 'month', term: 'P12M' } as const;
  return [
    line(1, implementation, '1', { sku: 'IMP-01', discount: { kind: 'percent', percent: '10' } }),
    line(2, training, '2', {}),
    line(3, licence, '25', { sku: 'LIC-25', recurring: monthly }),
    line(4, support, '1', { recurring: monthly }),
  ];
}
