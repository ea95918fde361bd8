import type {
  DealGap,
  PriceTable,
  ProposalDiff,
  ProposalSource,
  ProposalVersionView,
  ProposalView,
} from '@draftsmith/contracts';

/** Invented people and companies. */
const RECORD = 'https://app.hubspot.com/contacts/4711/record';
const DEAL = `${RECORD}/0-3/9001`;

export const SAMPLE_GAPS: readonly DealGap[] = [
  { code: 'no-decision-maker', severity: 'warns', url: `${RECORD}/0-3/9001/contacts` },
  { code: 'price-expired', severity: 'blocks', subject: 'Warehouse licence', url: `${DEAL}/line-items` },
  { code: 'mixed-currencies', severity: 'blocks', subject: 'EUR, USD', url: `${DEAL}/line-items` },
];

export function sampleView(changes: Partial<ProposalView> = {}): ProposalView {
  return {
    dealId: '9001',
    dealName: 'Larkspur: warehouse roll-out',
    uses: {
      contact: 'Maren Holt, Head of Logistics',
      company: 'Larkspur Foods GmbH',
      lineItems: 3,
      activities: 14,
      currency: 'EUR',
      total: '€25,287.50',
      owner: 'Jon Vale',
    },
    gaps: [],
    templates: [
      { id: 'standard', name: 'Standard', locale: null },
      { id: 'tpl-de', name: 'Angebot', locale: 'de-DE' },
    ],
    locales: ['en-US', 'de-DE', 'ru-RU'],
    defaults: { templateId: 'standard', locale: 'en-US', tone: 'neutral' },
    versions: [],
    running: null,
    quotes: true,
    ...changes,
  };
}

export const SAMPLE_SOURCES: readonly ProposalSource[] = [
  {
    id: 'call:31',
    kind: 'call',
    title: 'Discovery call',
    at: '2026-10-12T09:30:00Z',
    excerpt: 'Picking errors cost them most in the weeks before the holidays. They want to start with one site.',
    url: `${DEAL}?engagement=31`,
  },
  {
    id: 'note:44',
    kind: 'note',
    title: '',
    at: '2026-10-20T14:05:00Z',
    excerpt: 'Maren wants the training on site, in two groups.',
  },
];

export const SAMPLE_PRICES: PriceTable = {
  currency: 'EUR',
  lines: [
    {
      itemId: '501',
      name: 'Warehouse licence',
      sku: 'WH-10',
      quantity: '10',
      price: '234.56',
      subtotal: '2345.60',
      discount: '469.12',
      discountPercent: '20',
      net: '1876.48',
      tax: { name: 'VAT', percent: '19', amount: '356.53' },
      recurring: { every: 'month', term: 'P1Y6M', startsOn: '2027-01-01' },
    },
    {
      itemId: '502',
      name: 'On-site training',
      quantity: '2',
      price: '1450.00',
      subtotal: '2900.00',
      discount: '0.00',
      net: '2900.00',
      tax: { name: 'VAT', percent: '19', amount: '551.00' },
    },
  ],
  totals: [
    {
      rhythm: 'once',
      subtotal: '2900.00',
      discount: '0.00',
      net: '2900.00',
      taxes: [{ name: 'VAT', percent: '19', amount: '551.00' }],
      gross: '3451.00',
    },
    {
      rhythm: 'month',
      subtotal: '2345.60',
      discount: '469.12',
      net: '1876.48',
      taxes: [{ name: 'VAT', percent: '19', amount: '356.53' }],
      gross: '2233.01',
    },
  ],
  contractTotal: '43645.18',
};

const SECTIONS: ProposalVersionView['sections'] = [
  {
    kind: 'cover',
    title: 'Proposal',
    writtenBy: 'template',
    editable: false,
    paragraphs: [{ text: 'For Larkspur Foods GmbH, Maren Holt', sources: [] }],
  },
  {
    kind: 'summary',
    title: 'Your situation',
    writtenBy: 'model',
    editable: true,
    paragraphs: [
      { text: 'Picking errors cost you most in the weeks before the holidays.', sources: ['call:31'] },
      { text: 'You would like to begin with one site and see how it works out.', sources: ['call:31', 'note:44'] },
      { text: 'Larkspur Foods GmbH looks for a calm start.', sources: [] },
    ],
  },
  {
    kind: 'scope',
    title: 'Scope',
    writtenBy: 'person',
    editable: true,
    paragraphs: [
      { text: 'What you get:', sources: [] },
      { text: '10 × Warehouse licence', bullet: true, sources: [] },
      { text: 'Training on site, in two groups', bullet: true, sources: ['note:44'] },
    ],
  },
  {
    kind: 'pricing',
    title: 'Investment',
    writtenBy: 'template',
    editable: false,
    paragraphs: [{ text: 'All prices in EUR.', sources: [] }],
  },
  {
    kind: 'next-steps',
    title: 'Next steps',
    writtenBy: 'template',
    editable: true,
    paragraphs: [{ text: 'Let us talk it through.', sources: [] }],
  },
];

export function sampleVersion(number: number, changes: Partial<ProposalVersionView> = {}): ProposalVersionView {
  return {
    number,
    createdAt: `2026-11-${String(10 + (number % 18)).padStart(2, '0')}T08:00:00Z`,
    byName: 'Jon Vale',
    how: 'generate',
    locale: 'en-US',
    total: '€43,645.18',
    hash: String(number).padStart(4, '0').repeat(16),
    attached: null,
    quoted: null,
    outdated: false,
    approval: 'not-needed',
    title: 'Warehouse roll-out for Larkspur Foods',
    sections: SECTIONS,
    prices: SAMPLE_PRICES,
    sources: SAMPLE_SOURCES,
    writer: { provider: 'sample', model: 'sample-1', modelWritten: true },
    refused: 0,
    costUsd: '0.0123',
    ...changes,
  };
}

export function sampleDiff(from: number, to: number): ProposalDiff {
  return {
    from,
    to,
    sections: [
      {
        kind: 'summary',
        title: 'Your situation',
        parts: [
          { kind: 'same', text: 'Picking errors cost you ' },
          { kind: 'removed', text: 'a lot' },
          { kind: 'added', text: 'most in the weeks before the holidays' },
          { kind: 'same', text: '.' },
        ],
      },
    ],
    figures: [
      { label: 'item.1.discount_percent', before: null, after: '20%' },
      { label: 'total.month.gross', before: '€2,791.26', after: '€2,233.01' },
    ],
  };
}
